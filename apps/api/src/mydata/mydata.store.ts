import { Injectable } from '@nestjs/common';
import { Database } from '../core/database.js';
import { writtenInSql, type Section } from './sections.sql.js';

/** A row of a part: when, which, and whatever the part tells. */
export type Item = { readonly at: string | null; readonly id: string } & Readonly<Record<string, unknown>>;

/** A file somebody brought, or that belongs to what they said. */
export interface OwnFile {
  readonly id: string;
  readonly mime: string;
}

const atOnce = 500;

/** Reading what is kept about a person, a little at a time: neither the house nor a slow reader holds anything long. */
@Injectable()
export class MyDataStore {
  constructor(private readonly database: Database) {}

  /** The rows of a part in the order of time. */
  async *rows({ name, sql }: Section, actorId: string): AsyncGenerator<Item> {
    const paged = `select * from (${sql}) own where ($2::timestamptz is null or (own.at, own.id::text) > ($2, $3)) order by own.at, own.id::text limit ${atOnce}`;
    for (let last: Item | undefined; ; ) {
      const rows: Item[] = await this.database.rows<Item>(`mine.${name}`, paged, [actorId, last?.at ?? null, last?.id ?? null]);
      yield* rows;
      last = rows.at(-1);
      if (rows.length < atOnce) return;
    }
  }

  /** The texts somebody has written in. */
  writtenIn(actorId: string): Promise<{ id: string; alliance: string | null }[]> {
    return this.database.rows('mine.writtenIn', writtenInSql, [actorId]);
  }

  /** Some rows of the log of a text. */
  log(framingId: string, after: number): Promise<{ seq: number; update: Buffer }[]> {
    return this.database.rows('mine.logRows', 'select seq, update from collab_update where document_id = $1 and seq > $2 order by seq limit 400', [framingId, after]);
  }

  /** The pictures and recordings that are somebody's: what they brought for something of their own, and what belongs to what they said. */
  files(actorId: string): Promise<OwnFile[]> {
    return this.database.rows(
      'mine.bytes',
      `select m.id, m.mime from media m
       where exists (select from contribution_author a where a.contribution_id = m.contribution_id and a.actor_id = $1::uuid)
          or (m.uploaded_by_id = $1::uuid and m.contribution_id is null)
       order by m.created_at, m.id`,
      [actorId],
    );
  }
}
