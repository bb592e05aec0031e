import { Injectable } from '@nestjs/common';
import type { Capacity, SuggestionState, Visibility } from '@samsyn/domain/shared/enums';
import type { Tx } from '../core/change.js';
import { Database } from '../core/database.js';

/** A suggestion as it has been noted. */
export interface SuggestionRow {
  readonly id: string;
  readonly framingId: string;
  readonly actorId: string | null;
  readonly capacity: Capacity | null;
  readonly reason: string;
  readonly at: string | null;
  readonly state: SuggestionState;
  readonly before: string;
  readonly after: string;
  readonly settledById: string | null;
  readonly settledCapacity: Capacity | null;
  readonly settledAt: string | null;
  readonly answer: string;
  readonly carriedSeq: number | null;
}

/** Who did it, in what capacity, when. */
export interface By {
  readonly actorId: string | null;
  readonly capacity: Capacity | null;
  readonly at: string;
}

/** What became of a suggestion, with its words and its author as they stood. */
export interface Settled {
  readonly id: string;
  readonly state: Exclude<SuggestionState, 'OPEN'>;
  readonly answer: string;
  readonly actorId: string | null;
  readonly before: string;
  readonly after: string;
  /** Where nothing of it stood any more, there is nothing to carry out. */
  readonly carriedSeq: number | null;
}

/** An answer that has not been carried out in the text yet. */
export interface Owed {
  readonly framingId: string;
  readonly id: string;
  readonly state: SuggestionState;
  readonly settledById: string | null;
}

/** All SQL of suggestions. */
@Injectable()
export class SuggestionStore {
  constructor(private readonly database: Database) {}

  /** Everything noted of the suggestions of a framing, oldest first. */
  ofFraming(framingId: string): Promise<SuggestionRow[]> {
    return this.database.rows('suggestion.ofFraming', `${rowSql} where framing_id = $1 order by at, id`, [framingId]);
  }

  /** A framing by id, with how open its alliance is. */
  async framing(tx: Tx, id: string): Promise<{ allianceId: string; visibility: Visibility } | null> {
    const rows = await tx.$queryRaw<{ allianceId: string; visibility: Visibility }[]>`
      select f.alliance_id as "allianceId", a.visibility from framing f join alliance a on a.id = f.alliance_id where f.id = ${id}::uuid`;
    return rows[0] ?? null;
  }

  /** What is noted of these suggestions, held still until the commit. One who waits for them sees them as they are then. */
  async hold(tx: Tx, framingId: string, ids: readonly string[]): Promise<SuggestionRow[]> {
    // The suggestions nobody has given as theirs have no row to hold, so whoever answers holds the framing.
    await tx.$queryRaw`select 1 from framing where id = ${framingId}::uuid for no key update`;
    return tx.suggestion.findMany({ where: { framingId, id: { in: [...ids] } }, orderBy: { id: 'asc' } }).then((rows) =>
      rows.map(({ at, settledAt, carriedSeq, ...row }) => ({
        ...row,
        at: at.toISOString(),
        settledAt: settledAt?.toISOString() ?? null,
        carriedSeq: carriedSeq === null ? null : Number(carriedSeq),
      })),
    );
  }

  /** Has this person begun to suggest here within the last hour? Then it has been told already. */
  async hasBegun(tx: Tx, framingId: string, actorId: string | null): Promise<boolean> {
    const rows = await tx.$queryRaw<unknown[]>`
      select 1 from suggestion where framing_id = ${framingId}::uuid and actor_id = ${actorId}::uuid and at > now() - interval '1 hour' limit 1`;
    return rows.length > 0;
  }

  /** Notes a suggestion as somebody's own. */
  async add(tx: Tx, framingId: string, id: string, reason: string, words: { before: string; after: string }, by: By): Promise<void> {
    await tx.suggestion.create({ data: { framingId, id, reason, ...words, ...by } });
  }

  /** Notes why. */
  async explain(tx: Tx, framingId: string, id: string, reason: string): Promise<void> {
    await tx.suggestion.update({ where: { framingId_id: { framingId, id } }, data: { reason } });
  }

  /** Notes what became of suggestions; it is still to be carried out where anything of them stands. */
  async settle(tx: Tx, framingId: string, settled: readonly Settled[], by: By): Promise<void> {
    for (const { id, actorId, ...rest } of settled) {
      const data = { ...rest, settledById: by.actorId, settledCapacity: by.capacity, settledAt: by.at };
      await tx.suggestion.upsert({ where: { framingId_id: { framingId, id } }, create: { framingId, id, actorId, at: by.at, ...data }, update: data });
    }
  }

  /** Answers not carried out yet, of one framing or of all. */
  owed(framingId: string | null): Promise<Owed[]> {
    return this.database.rows(
      'suggestion.owed',
      `select framing_id as "framingId", id, state, settled_by_id as "settledById" from suggestion
       where state <> 'OPEN' and carried_seq is null and ($1::uuid is null or framing_id = $1) order by framing_id, settled_at, id`,
      [framingId],
    );
  }

  /** These have been carried out, and hold from this position of the log on. */
  async carried(framingId: string, ids: readonly string[], seq: number): Promise<void> {
    await this.database.rows('suggestion.carried', `update suggestion set carried_seq = $3 where framing_id = $1 and id = any($2::uuid[]) and state <> 'OPEN' and carried_seq is null`, [framingId, ids, seq]);
  }
}

const rowSql = `
  select id, framing_id as "framingId", actor_id as "actorId", capacity, reason, at, state, before, after, settled_by_id as "settledById",
    settled_capacity as "settledCapacity", settled_at as "settledAt", answer, carried_seq as "carriedSeq"
  from suggestion`;
