import { Injectable } from '@nestjs/common';
import type { Step } from '@samsyn/domain/versions/sitting';
import { Database } from '../core/database.js';

/** A page of steps, oldest first, and whether there are earlier ones. */
export interface StepPage {
  readonly steps: readonly Step[];
  readonly earlier: boolean;
}

/** So many rows of the log are looked at for a page. */
const rowsAtOnce = 20_000;

/** Who wrote when, as the log has it. */
@Injectable()
export class TimelineStore {
  constructor(private readonly database: Database) {}

  /** The steps before a position, or the latest: one statement, and never more than so many rows of the log. */
  async steps(framingId: string, before: number | null): Promise<StepPage> {
    const found = await this.database.rows<Step & { rows: number }>('timeline.steps', stepsSql, [framingId, before, rowsAtOnce]);
    const [oldest] = found;
    const isCut = oldest !== undefined && oldest.rows >= rowsAtOnce;
    // The oldest step of a page that was cut may have begun before it; it comes whole with the next page.
    const steps = (isCut && found.length > 1 ? found.slice(1) : found).map(({ from, to, at, until, origin, by }): Step => ({ from, to, at, until, origin, by: by ?? [] }));
    return { steps, earlier: isCut && (steps[0]?.from ?? 1) > 1 };
  }

  /** Who wrote after a position and up to another one. */
  async writersBetween(framingId: string, after: number, upto: number): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      'timeline.writers',
      `select distinct actor_id as id from collab_update where document_id = $1 and seq > $2 and seq <= $3 and actor_id is not null`,
      [framingId, after, upto],
    );
    return rows.map(({ id }) => id);
  }

  /** When the text came to read as it does at a position. */
  async momentOf(framingId: string, position: number): Promise<string | null> {
    const row = await this.database.row<{ at: string }>('timeline.moment', 'select created_at as at from collab_update where document_id = $1 and seq <= $2 order by seq desc limit 1', [framingId, position]);
    return row?.at ?? null;
  }
}

// A step ends with the minute, and where somebody restores or brings in. Rows of a log that has been thinned out stand
// for what they were made of: a step is told by where it ends, whatever number of rows it has.
const stepsSql = `
  with looked as (
    select seq, actor_id, origin, created_at from collab_update
    where document_id = $1 and ($2::bigint is null or seq < $2) order by seq desc limit $3
  ), marked as (
    select *, (origin is distinct from lag(origin) over w or origin <> 'EDIT' or date_trunc('minute', created_at) <> date_trunc('minute', lag(created_at) over w))::int as begins
    from looked window w as (order by seq)
  ), counted as (
    select *, sum(begins) over (order by seq) as step, count(*) over () as rows from marked
  )
  select min(seq) as "from", max(seq) as "to", min(created_at) as at, max(created_at) as until, min(origin::text) as origin,
    array_agg(distinct actor_id) filter (where actor_id is not null) as by, min(rows) as rows
  from counted group by step order by step`;
