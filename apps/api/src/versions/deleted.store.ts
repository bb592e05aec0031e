import { Injectable } from '@nestjs/common';
import type { Capacity, ClearingState, Visibility } from '@samsyn/domain/shared/enums';
import type { Run, Taken } from '@samsyn/domain/versions/removed';
import type { Asking } from '../core/asking.js';
import type { Tx } from '../core/change.js';
import { Database } from '../core/database.js';
import { grouped } from '../core/gather.js';

/** A row of the log with who wrote it and when. */
export interface WrittenRow {
  readonly seq: number;
  readonly at: string;
  readonly actorId: string | null;
  readonly update: Buffer;
}

/** Text that was taken away. */
export interface DeletedRow {
  readonly id: string;
  readonly framingId: string;
  readonly seq: number;
  readonly nr: number;
  readonly actorId: string | null;
  readonly at: string;
  readonly text: string;
  readonly ranges: readonly Taken[];
  readonly clearingId: string | null;
}

/** A row of the log as it was, and as it is without words that are cleared. */
export interface Rewritten {
  readonly seq: number;
  readonly was: Uint8Array<ArrayBuffer>;
  readonly is: Uint8Array<ArrayBuffer>;
}

/** Somebody asks that text is cleared for good. */
export interface ClearingRow {
  readonly id: string;
  readonly framingId: string;
  readonly reason: string;
  readonly state: ClearingState;
  readonly actorId: string | null;
  readonly capacity: Capacity | null;
  readonly at: string;
  readonly answeredById: string | null;
  readonly answer: string | null;
  readonly answeredAt: string | null;
}

const columns = `id, framing_id as "framingId", seq, nr, actor_id as "actorId", at, text, ranges, clearing_id as "clearingId"`;
const clearingColumns = `id, framing_id as "framingId", reason, state, actor_id as "actorId", capacity, at, answered_by_id as "answeredById", answer, answered_at as "answeredAt"`;

/** All SQL of text that was taken away, and of clearing it. */
@Injectable()
export class DeletedStore {
  constructor(private readonly database: Database) {}

  /** How far the log has been gone through. */
  async traced(framingId: string): Promise<number> {
    return (await this.database.row<{ seq: number }>('deleted.traced', 'select seq from framing_traced where framing_id = $1', [framingId]))?.seq ?? 0;
  }

  /** The next rows of the log, with who wrote them. */
  rows(framingId: string, after: number, upto: number, most: number): Promise<WrittenRow[]> {
    return this.database.rows(
      'deleted.rows',
      'select seq, created_at as at, actor_id as "actorId", update from collab_update where document_id = $1 and seq > $2 and seq <= $3 order by seq limit $4',
      [framingId, after, upto, most],
    );
  }

  /** Keeps what was found between two positions, once: whoever was there first has kept it. */
  async keep(framingId: string, from: number, head: number, runs: readonly Run[]): Promise<void> {
    await this.database.rows('deleted.keep', keepSql, [
      framingId,
      from,
      head,
      runs.map(({ seq }) => seq),
      runs.map(({ by }) => by),
      runs.map(({ at }) => at),
      runs.map(({ pieces }) => pieces.map(([, , text]) => text).join('').replaceAll('\0', '')),
      runs.map(({ pieces }) => JSON.stringify(pieces).replaceAll('\\u0000', '')),
    ]);
  }

  /** Text that was taken away from a framing, the latest first; so many and one more, after one of them. */
  list(framingId: string, search: string | null, first: number, after: { seq: number; nr: number } | null): Promise<DeletedRow[]> {
    return this.database.rows(
      'deleted.list',
      `select ${columns} from framing_deleted
       where framing_id = $1 and ($2::text is null or position(lower($2) in lower(text)) > 0) and ($3::bigint is null or (seq, nr) < ($3, $4::int))
       order by seq desc, nr desc limit $5`,
      [framingId, search, after?.seq ?? null, after?.nr ?? null, first + 1],
    );
  }

  /** Some of them by id. */
  byIds(framingId: string, ids: readonly string[]): Promise<DeletedRow[]> {
    return this.database.rows('deleted.byIds', `select ${columns} from framing_deleted where framing_id = $1 and id = any($2::uuid[]) order by seq, nr`, [framingId, ids]);
  }

  /** One of them, with its framing. */
  byId(id: string): Promise<DeletedRow | null> {
    return this.database.row('deleted.byId', `select ${columns} from framing_deleted where id = $1`, [id]);
  }

  /** Those a clearing is about, oldest first; gathered. */
  ofClearing(asking: Asking, clearingId: string): Promise<DeletedRow[]> {
    return asking.gather.many('deleted.ofClearing', clearingId, async (ids: string[]) =>
      grouped(await this.database.rows<DeletedRow>('deleted.ofClearing', `select ${columns} from framing_deleted where clearing_id = any($1::uuid[]) order by seq, nr`, [ids]), (row) => row.clearingId ?? ''),
    );
  }

  /** The clearings of a framing, newest first. */
  clearings(framingId: string): Promise<ClearingRow[]> {
    return this.database.rows('deleted.clearings', `select ${clearingColumns} from framing_clearing where framing_id = $1 order by at desc, id limit 100`, [framingId]);
  }

  /** A clearing by id, or null. */
  clearing(id: string): Promise<ClearingRow | null> {
    return this.database.row('deleted.clearing', `select ${clearingColumns} from framing_clearing where id = $1`, [id]);
  }

  /** How many people take part besides somebody. */
  async othersIn(allianceId: string, actorId: string | null): Promise<number> {
    const row = await this.database.row<{ n: number }>(
      'deleted.others',
      `select count(*) as n from participation p join actor a on a.id = p.actor_id where p.alliance_id = $1 and p.standing = 'TAKES_PART' and a.kind = 'PERSON' and p.actor_id is distinct from $2::uuid`,
      [allianceId, actorId],
    );
    return row?.n ?? 0;
  }

  /** A clearing, held still until the commit. */
  async forAnswer(tx: Tx, id: string): Promise<{ framingId: string; allianceId: string; visibility: Visibility; state: ClearingState; actorId: string | null } | null> {
    const rows = await tx.$queryRaw<{ framingId: string; allianceId: string; visibility: Visibility; state: ClearingState; actorId: string | null }[]>`
      select c.framing_id as "framingId", f.alliance_id as "allianceId", a.visibility, c.state, c.actor_id as "actorId"
      from framing_clearing c join framing f on f.id = c.framing_id join alliance a on a.id = f.alliance_id
      where c.id = ${id}::uuid for update of c`;
    return rows[0] ?? null;
  }

  /** Which of these still wait for nobody, held still until the commit. */
  async free(tx: Tx, framingId: string, ids: readonly string[]): Promise<string[]> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      select d.id from framing_deleted d left join framing_clearing c on c.id = d.clearing_id
      where d.framing_id = ${framingId}::uuid and d.id = any(${ids}::uuid[]) and c.state is distinct from 'PROPOSED' for update of d`;
    return rows.map(({ id }) => id);
  }

  /** Stores a clearing and what it is about. */
  async propose(tx: Tx, framingId: string, ids: readonly string[], reason: string, by: { actorId: string | null; capacity: Capacity | null; at: string }): Promise<string> {
    const { id } = await tx.framingClearing.create({ data: { framingId, reason, ...by }, select: { id: true } });
    await tx.framingDeleted.updateMany({ where: { framingId, id: { in: [...ids] } }, data: { clearingId: id } });
    return id;
  }

  /**
   * Puts rewritten rows in the place of those they were made of, and everything that was made of the old ones goes.
   * False when a row is not what it was: then nothing may be stored, and it is done again.
   */
  async rewrite(tx: Tx, framingId: string, rows: readonly Rewritten[], ids: readonly string[]): Promise<boolean> {
    // Whoever writes waits until the commit; what they write comes after.
    await tx.$queryRaw`select head_seq from collab_document where id = ${framingId}::uuid for update`;
    for (const { seq, was, is } of rows) {
      const done = await tx.$executeRaw`update collab_update set update = ${is} where document_id = ${framingId}::uuid and seq = ${seq} and update = ${was}`;
      if (done !== 1) return false;
    }
    await tx.collabKeyframe.deleteMany({ where: { documentId: framingId } });
    await tx.collabSnapshot.deleteMany({ where: { documentId: framingId } });
    await tx.$executeRaw`
      update collab_document set snapshot_seq = 0,
        bytes_since = coalesce((select sum(length(u.update)) from collab_update u where u.document_id = ${framingId}::uuid), 0)
      where id = ${framingId}::uuid`;
    await tx.collabQuarantine.deleteMany({ where: { documentId: framingId } });
    await tx.framingDeleted.deleteMany({ where: { framingId, id: { in: [...ids] } } });
    return true;
  }

  /** Stores the answer to a clearing. */
  async answer(tx: Tx, id: string, answer: { state: ClearingState; answer: string; answeredById: string | null; answeredAt: string }): Promise<void> {
    await tx.framingClearing.update({ where: { id }, data: answer });
  }
}

const keepSql = `
  with moved as (
    insert into framing_traced as t (framing_id, seq) values ($1, $3)
    on conflict (framing_id) do update set seq = excluded.seq where t.seq = $2
    returning framing_id
  )
  insert into framing_deleted (framing_id, seq, nr, actor_id, at, text, ranges)
  select m.framing_id, g.seq, row_number() over (partition by g.seq order by g.n), g.actor_id, g.at, g.text, g.ranges::jsonb
  from moved m, unnest($4::bigint[], $5::uuid[], $6::timestamptz[], $7::text[], $8::text[]) with ordinality as g(seq, actor_id, at, text, ranges, n)
  on conflict do nothing`;
