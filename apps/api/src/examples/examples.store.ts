import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/change.js';
import { Database } from '../core/database.js';

/** What only the examples need of the database. */
@Injectable()
export class ExamplesStore {
  constructor(private readonly database: Database) {}

  /** Names of the examples that were loaded to the end. */
  async loaded(): Promise<string[]> {
    const rows = await this.database.rows<{ name: string }>('examples.loaded', `select detail->>'name' as name from ledger_entry where verb = 'examples.load'`);
    return rows.map((row) => row.name);
  }

  /** Takes away what a loading that was ended in the middle left behind: it is not yet marked, but somebody invented formed it. */
  async clear(tx: Tx, name: string): Promise<void> {
    const left = await tx.$queryRaw<{ id: string; by: string }[]>`
      select alliance.id, formed.id as by from alliance join actor on actor.id = alliance.id join actor formed on formed.id = alliance.formed_by_id
      where actor.name = ${name} and formed.invented`;
    for (const { id, by } of left) {
      await tx.$executeRaw`delete from contribution where alliance_id = ${id}::uuid`;
      await tx.$executeRaw`delete from initiative where added_by_id = ${by}::uuid`;
      await tx.$executeRaw`delete from actor where id = ${id}::uuid`;
    }
    await tx.$executeRaw`
      delete from actor where invented and kind = 'PERSON'
      and not exists (select 1 from participation p where p.actor_id = actor.id)`;
  }

  /** Somebody invented. */
  async person(tx: Tx, name: string): Promise<string> {
    const actor = await tx.actor.create({ data: { kind: 'PERSON', name, language: 'sv', invented: true }, select: { id: true } });
    return actor.id;
  }

  /** Marks an alliance and everything invented in it. */
  async mark(tx: Tx, allianceId: string): Promise<void> {
    await tx.alliance.update({ where: { id: allianceId }, data: { example: true } });
    await tx.actor.update({ where: { id: allianceId }, data: { invented: true } });
    await tx.$executeRaw`update contribution set invented = source_url is null where alliance_id = ${allianceId}::uuid`;
  }
}
