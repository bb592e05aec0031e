import { Injectable } from '@nestjs/common';
import { residentMark } from '@samsyn/domain/actor/protected';
import type { Language } from '@samsyn/domain/shared/refusals';
import type { Tx } from '../core/change.js';
import { Database } from '../core/database.js';

/** Somebody's ask to know a protected person's name. */
export interface NameAskRow {
  readonly id: string;
  readonly personId: string;
  readonly askedById: string;
  readonly allianceId: string;
  readonly reason: string;
  readonly at: string;
  readonly agreed: boolean | null;
  readonly answeredAt: string | null;
  readonly readAt: string | null;
}

/** Protected people. Their names lie where only the functions of the database reach, each of which is one act [A11]. */
@Injectable()
export class ProtectedStore {
  constructor(private readonly db: Database) {}

  /** Is this person protected? */
  async is(id: string): Promise<boolean> {
    return (await this.db.row<{ protected: boolean }>('protected.is', 'select protected from actor where id = $1::uuid', [id]))?.protected ?? false;
  }

  /** The same, held until the commit. */
  async held(tx: Tx, id: string): Promise<boolean> {
    const rows = await tx.$queryRaw<{ protected: boolean }[]>`select protected from actor where id = ${id}::uuid and kind = 'PERSON' for no key update`;
    return rows[0]?.protected ?? false;
  }

  /** A new guest who is protected from the first moment; a name is kept only if they gave one. */
  async addGuest(tx: Tx, id: string, name: string | null, language: Language): Promise<void> {
    await tx.actor.create({ data: { id, kind: 'PERSON', name: residentMark, protected: true, guest: true, language } });
    if (name !== null) await this.keep(tx, id, name);
  }

  /** The name leaves every place that the system fills. */
  async protect(tx: Tx, id: string): Promise<void> {
    await tx.$executeRaw`select protect_person(${id}::uuid)`;
  }

  /** Shown under a name again. */
  async lift(tx: Tx, id: string, name: string): Promise<void> {
    await tx.$executeRaw`select lift_protection(${id}::uuid, ${name})`;
  }

  /** What a protected person calls themselves, for nobody but them. */
  async keep(tx: Tx, id: string, name: string): Promise<void> {
    await tx.$executeRaw`select keep_protected_name(${id}::uuid, ${name})`;
  }

  /** A protected person's own name, for themselves. */
  async own(id: string): Promise<string | null> {
    return (await this.db.row<{ name: string | null }>('protected.own', 'select own_protected_name($1::uuid) as name', [id]))?.name ?? null;
  }

  /** Does somebody's ask wait for this person already? */
  async waits(tx: Tx, personId: string, askedById: string | null): Promise<boolean> {
    return askedById !== null && (await tx.nameAsk.count({ where: { personId, askedById, agreed: null } })) > 0;
  }

  /** Asks. */
  async ask(tx: Tx, asked: { personId: string; askedById: string; allianceId: string; reason: string }, at: string): Promise<string> {
    return (await tx.nameAsk.create({ data: { ...asked, askedAt: at }, select: { id: true } })).id;
  }

  /** An ask, held until the commit. */
  async heldAsk(tx: Tx, id: string): Promise<NameAskRow | null> {
    const rows = await tx.$queryRaw<NameAskRow[]>`
      select id, person_id as "personId", asked_by_id as "askedById", alliance_id as "allianceId", reason, asked_at as at, agreed, answered_at as "answeredAt", read_at as "readAt"
      from name_ask where id = ${id}::uuid for update`;
    return rows[0] ?? null;
  }

  /** Yes or no. */
  async answer(tx: Tx, id: string, agreed: boolean, at: string): Promise<void> {
    await tx.nameAsk.update({ where: { id }, data: { agreed, answeredAt: at } });
  }

  /** The name, if the person said yes, once; the database writes down that it was read. */
  async read(tx: Tx, askId: string, readerId: string): Promise<string | null> {
    const rows = await tx.$queryRaw<{ name: string | null }[]>`select read_protected_name(${askId}::uuid, ${readerId}::uuid) as name`;
    return rows[0]?.name ?? null;
  }

  /** The asks to somebody, or by somebody; latest first. */
  asks(whose: 'to' | 'by', id: string): Promise<NameAskRow[]> {
    return this.db.rows<NameAskRow>(`protected.asks.${whose}`, `${asksSql} where ${whose === 'to' ? 'person_id' : 'asked_by_id'} = $1::uuid order by asked_at desc, id limit 100`, [id]);
  }

  /** One ask, by its id. */
  byId(id: string): Promise<NameAskRow | null> {
    return this.db.row<NameAskRow>('protected.ask', `${asksSql} where id = $1::uuid`, [id]);
  }
}

const asksSql = `
  select id, person_id as "personId", asked_by_id as "askedById", alliance_id as "allianceId", reason, asked_at as at, agreed,
    answered_at as "answeredAt", read_at as "readAt"
  from name_ask`;
