import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Database } from '../core/database.js';
import type { Origin } from './log.js';

/** A row of the log as it stands. */
export interface Given {
  readonly seq: number;
  readonly firstSeq: number | null;
  readonly edits: number;
  readonly actorId: string | null;
  readonly origin: Origin;
  readonly minute: string;
  readonly update: Buffer;
}

/** A row that stands for several: it takes the place of the last of them. */
export interface Made {
  readonly seqs: readonly number[];
  readonly seq: number;
  readonly firstSeq: number;
  readonly edits: number;
  readonly update: Uint8Array;
}

/** So many rows at once; also the furthest apart that the positions of one row can be. */
export const mostAtOnce = 2_000;

/** The rewriting of old rows of a log. */
@Injectable()
export class ThinningStore {
  constructor(private readonly database: Database) {}

  /** Rewrites the next rows that are ripe, in one transaction; true when there may be more. Whoever does not get the lock leaves it to the other. */
  async rewrite(documentId: string, make: (rows: readonly Given[], cuts: ReadonlySet<number>) => Promise<Made[]>): Promise<boolean> {
    const client = await this.database.pool.connect();
    // A line that breaks while nothing is asked of it says so to whoever holds it, and would end the process.
    const breaks = (): void => undefined;
    client.on('error', breaks);
    try {
      await client.query('begin');
      const done = await this.next(client, documentId, make);
      await client.query('commit');
      client.release();
      return done;
    } catch (error) {
      // What was begun is undone with the connection.
      client.release(true);
      throw error;
    } finally {
      client.off('error', breaks);
    }
  }

  private async next(client: pg.PoolClient, documentId: string, make: (rows: readonly Given[], cuts: ReadonlySet<number>) => Promise<Made[]>): Promise<boolean> {
    const { rows: locked } = await client.query(`select pg_try_advisory_xact_lock(hashtextextended('thin ' || $1::text, 0)) as mine`, [documentId]);
    if (locked[0]?.mine !== true) return false;
    const ripe = (await client.query<Given>(ripeSql, [documentId, mostAtOnce])).rows;
    // The last minute may go on in the next lot; together they are one row.
    const isFull = ripe.length === mostAtOnce;
    const whole = isFull ? ripe.filter(({ minute }) => minute !== ripe.at(-1)?.minute) : ripe;
    const rows = whole.length > 0 ? whole : ripe;
    const last = rows.at(-1);
    if (last === undefined) return false;
    const cuts = new Set((await client.query<{ seq: number }>(cutsSql, [documentId])).rows.map(({ seq }) => seq));
    const made = await make(rows, cuts);
    const gone = made.flatMap(({ seqs, seq }) => seqs.filter((one) => one !== seq));
    const columns = (['seq', 'firstSeq', 'edits'] as const).map((name) => made.map((one) => one[name]));
    await client.query(moveSql, [documentId, rows.map(({ seq }) => seq), gone, ...columns, made.map(({ update }) => Buffer.from(update))]);
    // Last, because writers wait for the head row.
    await client.query('update collab_document set merged_seq = $2 where id = $1', [documentId, last.seq]);
    return isFull;
  }
}

// Held still until the commit: whoever clears words from the log waits, and finds them moved. At most up to the oldest of the snapshots that are kept, and only while that one is sound; minutes that are surely over.
const ripeSql = `
  select u.seq, u.first_seq as "firstSeq", u.edits, u.actor_id as "actorId", u.origin, date_trunc('minute', u.created_at) as minute, u.update
  from collab_document d
  join lateral (select upto_seq, sha256 = sha256(state) as sound from collab_snapshot where document_id = d.id order by upto_seq limit 1) s on s.sound
  join collab_update u on u.document_id = d.id and u.seq > d.merged_seq and u.seq <= s.upto_seq and u.created_at < now() - interval '2 minutes'
  where d.id = $1 order by u.seq limit $2 for update of u`;

// A version must be found as it was, to the letter; so must whatever a state was made of, and up to where deleted words were looked for.
const cutsSql = `
  select seq from framing_version where framing_id = $1
  union select upto_seq from collab_snapshot where document_id = $1
  union select seq from collab_keyframe where document_id = $1
  union select seq from framing_traced where framing_id = $1`;

// All of them move to where merged rows lie, also those that had no neighbour to be merged with.
const moveSql = `
  with old as (
    delete from collab_update where document_id = $1 and not merged and seq = any($2::bigint[]) returning *
  )
  insert into collab_update (document_id, seq, actor_id, origin, update, created_at, first_seq, edits, merged)
  select old.document_id, old.seq, old.actor_id, old.origin, coalesce(made.update, old.update), old.created_at, coalesce(made.first_seq, old.first_seq), coalesce(made.edits, old.edits), true
  from old left join unnest($4::bigint[], $5::bigint[], $6::int[], $7::bytea[]) as made(seq, first_seq, edits, update) on made.seq = old.seq
  where old.seq <> all($3::bigint[])`;
