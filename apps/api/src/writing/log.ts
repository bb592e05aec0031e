import { Injectable } from '@nestjs/common';
import { isRefusal, refuse, type Refusal } from '@samsyn/domain/shared/refusal';
import { setTimeout as wait } from 'node:timers/promises';
import { Database } from '../core/database.js';
import { limits } from './limits.js';
import { lineageRows, type LineageRange } from './lineageRange.js';

/** Where an update came from. */
export type Origin = 'EDIT' | 'RESTORE' | 'IMPORT' | 'SYSTEM';

/** What is to be written, judged at the last moment: nothing else can change the text between judging and commit. */
export interface Taking {
  readonly update: Uint8Array;
  /** The clients it writes under; two updates of one client never share a batch. */
  readonly clients: readonly number[];
  /** Characters in it that are somebody's words made anew; noted in the same transaction. */
  readonly lineage?: readonly LineageRange[];
}

/** An edit on its way: judged, then committed, then let into the text. */
export interface Edit {
  readonly documentId: string;
  readonly actorId: string | null;
  readonly origin: Origin;
  /** The update to store; 'known' when there is nothing new in it. Asked when its turn comes, and again if it has to wait. */
  take(): Taking | 'known' | Refusal;
  /** Lets the committed edit into the text, in the order of the log. */
  committed(row: Row): void;
}

/** Where an edit stands in the log of its text. */
export interface Row {
  readonly documentId: string;
  readonly seq: number;
  /** Rows and bytes since the last snapshot. */
  readonly rowsSince: number;
  readonly bytesSince: number;
}

/** How an edit went: its row, nothing new, or a refusal. */
export type Outcome = Row | 'known' | Refusal;

interface Waiting {
  readonly edit: Edit;
  readonly since: number;
  readonly answer: (outcome: Outcome) => void;
}

interface Taken extends Waiting {
  readonly taking: Taking;
}

/**
 * The log of every text: one flush at a time, and everything that waits meanwhile goes in the next one.
 * An edit is judged, committed and let into the text in that order, so that nobody ever holds a word
 * the database lacks [W1], and the text in memory has the order of the log [W4].
 */
@Injectable()
export class Log {
  private waiting: Waiting[] = [];
  private flushing: Promise<void> | null = null;
  private closing = false;

  constructor(private readonly database: Database) {}

  /** Takes an edit in; answers after the commit. */
  append(edit: Edit): Promise<Outcome> {
    return new Promise((answer) => {
      this.waiting.push({ edit, since: performance.now(), answer });
      this.flushing ??= this.flush();
    });
  }

  /** Waits for what is under way; a database that is away is no longer waited for. */
  async close(): Promise<void> {
    this.closing = true;
    while (this.flushing !== null) await this.flushing;
  }

  private async flush(): Promise<void> {
    // Not at once, so that what was handed in together is committed together.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const batch = this.takeBatch();
      if (batch.length > 0) await this.write(batch);
    }
    this.flushing = null;
  }

  private takeBatch(): Taken[] {
    const batch: Taken[] = [];
    const later: Waiting[] = [];
    const writing = new Set<string>();
    for (const [at, one] of this.waiting.entries()) {
      if (batch.length >= 500) {
        later.push(...this.waiting.slice(at));
        break;
      }
      const taking = attempt(() => one.edit.take());
      if (taking === 'known' || isRefusal(taking)) {
        // Known is what is in the text, and the text holds only what is committed: it may be acknowledged at once.
        one.answer(taking);
        continue;
      }
      const keys = taking.clients.map((client) => `${one.edit.documentId} ${client}`);
      if (keys.some((key) => writing.has(key))) {
        later.push(one);
        continue;
      }
      for (const key of keys) writing.add(key);
      batch.push({ ...one, taking });
    }
    this.waiting = later;
    return batch;
  }

  private async write(batch: readonly Taken[]): Promise<void> {
    let rows: readonly (Row | null)[];
    try {
      rows = await this.patiently(batch);
    } catch {
      if (batch.length === 1) return batch[0]?.answer(refuse('fault'));
      // One of them cannot be stored: each by itself, so that it takes no other with it.
      for (const one of batch) await this.write([one]);
      return;
    }
    for (const [at, { edit, answer }] of batch.entries()) {
      const row = rows[at] ?? null;
      if (row !== null) edit.committed(row);
      answer(row ?? refuse('writing/no-room', { rule: 'R3' }));
    }
  }

  // A commit whose answer got lost may be written twice; the same structs twice are the same text.
  private async patiently(batch: readonly Taken[]): Promise<(Row | null)[]> {
    for (let pause = 50; ; pause = Math.min(pause * 2, 1_000)) {
      try {
        return await this.insert(batch);
      } catch (error) {
        const waited = performance.now() - (batch[0]?.since ?? 0);
        if (this.closing || !passes(error) || waited > limits.storeMs) throw error;
        await wait(pause);
      }
    }
  }

  /** Writes the batch in one statement, which is one transaction. Positions come from the head row, without holes. */
  protected async insert(batch: readonly Taken[]): Promise<(Row | null)[]> {
    const [first, ...more] = batch;
    if (first !== undefined && more.length === 0 && first.taking.lineage === undefined) return [await this.insertOne(first)];
    const rows = await this.database.rows<Row & { n: number }>('writing.append', appendSql, [
      batch.map(({ edit }) => edit.documentId),
      batch.map(({ edit }) => edit.actorId),
      batch.map(({ edit }) => edit.origin),
      batch.map(({ taking }) => bytesOf(taking)),
      JSON.stringify(batch.flatMap(({ taking }, at) => lineageRows(at + 1, taking.lineage))),
    ]);
    const found = new Map(rows.map((row) => [row.n, row]));
    return batch.map((_one, at) => found.get(at + 1) ?? null);
  }

  // By far the most usual batch has one edit in it; the lean statement takes two thirds of the time.
  private insertOne({ edit, taking }: Taken): Promise<Row | null> {
    return this.database.row<Row>('writing.appendOne', appendOneSql, [edit.documentId, edit.actorId, edit.origin, bytesOf(taking)]);
  }
}

function bytesOf({ update }: Taking): Buffer {
  return Buffer.from(update.buffer, update.byteOffset, update.byteLength);
}

function attempt(take: () => Taking | 'known' | Refusal): Taking | 'known' | Refusal {
  try {
    return take();
  } catch {
    return refuse('fault');
  }
}

/** Is this a fault that passes by itself: connection, shutdown, full disk, lock, time? */
function passes(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return typeof code !== 'string' || /^(08|53|57|40|55|E[A-Z])/.test(code);
}

// The head rows are locked in the order of their ids, so that two writers never wait for each other in a ring.
const appendSql = `
  with given as (
    select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bytea[]) with ordinality as g(document_id, actor_id, origin, update, n)
  ), counted as (
    select document_id, count(*) as rows, sum(length(update)) as bytes from given group by document_id
  ), locked as (
    select d.id from collab_document d join counted c on c.document_id = d.id order by d.id for update of d
  ), head as (
    update collab_document d
    set head_seq = d.head_seq + c.rows, bytes_since = least(d.bytes_since + c.bytes, 2000000000)
    from counted c join locked l on l.id = c.document_id
    where d.id = c.document_id
    returning d.id, d.head_seq - c.rows as before, d.head_seq - d.snapshot_seq as rows_since, d.bytes_since
  ), placed as (
    select g.*, h.before + row_number() over (partition by g.document_id order by g.n) as seq, h.rows_since, h.bytes_since
    from given g join head h on h.id = g.document_id
  ), written as (
    insert into collab_update (document_id, seq, actor_id, origin, update)
    select document_id, seq, actor_id, origin::"UpdateOrigin", update from placed order by n
  ), kept as (
    insert into collab_lineage (document_id, client_id, clock, len, actor_id, stated, quoted, reason, seq)
    select p.document_id, l.client, l.clock, l.len, l."actorId", l.stated, l.quoted, l.reason, p.seq
    from json_to_recordset($5::json) as l(n int, client bigint, clock int, len int, "actorId" uuid, stated text, quoted boolean, reason text)
    join placed p on p.n = l.n
    on conflict do nothing
  )
  select n, document_id as "documentId", seq, rows_since as "rowsSince", bytes_since as "bytesSince" from placed order by n`;

const appendOneSql = `
  with head as (
    update collab_document
    set head_seq = head_seq + 1, bytes_since = least(bytes_since::bigint + length($4::bytea), 2000000000)
    where id = $1
    returning head_seq as seq, head_seq - snapshot_seq as rows_since, bytes_since
  ), written as (
    insert into collab_update (document_id, seq, actor_id, origin, update)
    select $1, seq, $2::uuid, $3::"UpdateOrigin", $4 from head
  )
  select $1::uuid as "documentId", seq, rows_since as "rowsSince", bytes_since as "bytesSince" from head`;
