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
  /** The position up to which the text held its log when this was judged; if it is no longer the last, it is judged again. */
  readonly after: number;
}

/** An edit on its way: judged, then committed, then let into the text. */
export interface Edit {
  readonly documentId: string;
  readonly actorId: string | null;
  readonly origin: Origin;
  /** The update to store; 'known' when there is nothing new in it. Asked when its turn comes, and again if it has to wait. */
  take(): Taking | 'known' | Refusal;
  /** Lets in what another process has written meanwhile. */
  catchUp(): Promise<unknown>;
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
  /** The verdict it got before the text caught up; the same again holds. */
  before?: Refusal | number;
}

interface Taken extends Waiting {
  readonly taking: Taking;
}

/**
 * The log of every text: one flush at a time, and everything that waits meanwhile goes in the next one.
 * An edit is judged, committed and let into the text in that order, so that nobody ever holds a word
 * the database lacks [W1], and the text in memory has the order of the log [W4]. Another process may write
 * in the same log: an edit is stored only at the very position it was judged for, and nobody is refused
 * by a text that is behind [W9].
 */
@Injectable()
export class Log {
  private waiting: Waiting[] = [];
  private flushing: Promise<void> | null = null;
  private writing: Promise<void> | null = null;
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

  /** Waits for the edits that are just being stored; those that wait behind them have not been judged. */
  async quiet(): Promise<void> {
    await this.writing;
  }

  private async flush(): Promise<void> {
    // Not at once, so that what was handed in together is committed together.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const behind: Waiting[] = [];
      const batch = this.takeBatch(behind);
      if (batch.length > 0) {
        this.writing = this.write(batch, behind);
        await this.writing;
        this.writing = null;
      }
      if (behind.length > 0) await this.catchUp(behind);
    }
    this.flushing = null;
  }

  private takeBatch(behind: Waiting[]): Taken[] {
    const batch: Taken[] = [];
    const later: Waiting[] = [];
    const writing = new Set<string>();
    const stopped = new Set<string>();
    for (const [at, one] of this.waiting.entries()) {
      const { edit } = one;
      if (batch.length >= 500) {
        later.push(...this.waiting.slice(at));
        break;
      }
      const taking = stopped.has(edit.documentId) ? null : attempt(() => edit.take());
      if (taking === 'known' || (isRefusal(taking) && isRefusal(one.before))) {
        // Known is what is in the text, and the text holds only what is committed: it may be acknowledged at once.
        one.answer(taking);
        continue;
      }
      if (isRefusal(taking)) {
        // It may refer to what another process has stored a moment ago. What comes after it waits with it.
        stopped.add(edit.documentId);
        behind.push({ ...one, before: taking });
        continue;
      }
      const keys = taking?.clients.map((client) => `${edit.documentId} ${client}`) ?? [];
      if (taking === null || keys.some((key) => writing.has(key))) {
        later.push(one);
        continue;
      }
      for (const key of keys) writing.add(key);
      batch.push({ ...one, taking });
    }
    this.waiting = later;
    return batch;
  }

  private async write(batch: readonly Taken[], behind: Waiting[]): Promise<void> {
    let rows: readonly (Row | null)[];
    try {
      rows = await this.patiently(batch, () => this.insert(batch));
    } catch {
      if (batch.length === 1) return batch[0]?.answer(refuse('fault'));
      // One of them cannot be stored: each by itself, so that it takes no other with it.
      for (const one of batch) await this.write([one], behind);
      return;
    }
    for (const [at, { edit, answer, taking, since, before }] of batch.entries()) {
      const row = rows[at] ?? null;
      if (row === null) {
        // Nothing new in the log, and it still does not go on from there: there is no such log.
        if (before === taking.after) answer(noRoom);
        else behind.push({ edit, answer, since, before: taking.after });
        continue;
      }
      edit.committed(row);
      answer(row);
    }
  }

  // They go first again, in the order in which they came.
  private async catchUp(behind: Waiting[]): Promise<void> {
    const texts = new Map(behind.map((one) => [one.edit.documentId, one]));
    const lost = new Set<string>();
    for (const [documentId, one] of texts) await this.patiently([one], () => one.edit.catchUp()).catch(() => lost.add(documentId));
    for (const { edit, answer } of behind) if (lost.has(edit.documentId)) answer(refuse('fault'));
    this.waiting = [...behind.filter(({ edit }) => !lost.has(edit.documentId)).sort((one, other) => one.since - other.since), ...this.waiting];
  }

  // A commit whose answer got lost is not repeated: its position is taken, and caught up with it is known.
  private async patiently<T>(batch: readonly Waiting[], work: () => Promise<T>): Promise<T> {
    for (let pause = 50; ; pause = Math.min(pause * 2, 1_000)) {
      try {
        return await work();
      } catch (error) {
        const waited = performance.now() - (batch[0]?.since ?? 0);
        if (this.closing || !passes(error) || waited > limits.storeMs) throw error;
        await wait(pause);
      }
    }
  }

  /** Writes the batch in one statement, which is one transaction. Positions come from the head row, without holes; null where the head has moved on. */
  protected async insert(batch: readonly Taken[]): Promise<(Row | null)[]> {
    const [first, ...more] = batch;
    if (first !== undefined && more.length === 0 && first.taking.lineage === undefined) return [await this.insertOne(first)];
    const rows = await this.database.rows<Row & { n: number }>('writing.append', appendSql, [
      batch.map(({ edit }) => edit.documentId),
      batch.map(({ edit }) => edit.actorId),
      batch.map(({ edit }) => edit.origin),
      batch.map(({ taking }) => bytesOf(taking)),
      JSON.stringify(batch.flatMap(({ taking }, at) => lineageRows(at + 1, taking.lineage))),
      batch.map(({ taking }) => taking.after),
    ]);
    const found = new Map(rows.map((row) => [row.n, row]));
    return batch.map((_one, at) => found.get(at + 1) ?? null);
  }

  // By far the most usual batch has one edit in it; the lean statement takes two thirds of the time.
  private insertOne({ edit, taking }: Taken): Promise<Row | null> {
    return this.database.row<Row>('writing.appendOne', appendOneSql, [edit.documentId, edit.actorId, edit.origin, bytesOf(taking), taking.after]);
  }
}

const noRoom = refuse('writing/no-room', { rule: 'R3' });

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
    select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bytea[], $6::bigint[]) with ordinality as g(document_id, actor_id, origin, update, after, n)
  ), counted as (
    select document_id, min(after) as after, count(*) as rows, sum(length(update)) as bytes from given group by document_id
  ), locked as (
    select d.id from collab_document d join counted c on c.document_id = d.id and d.head_seq = c.after order by d.id for update of d
  ), head as (
    update collab_document d
    set head_seq = d.head_seq + c.rows, bytes_since = least(d.bytes_since + c.bytes, 2000000000)
    from counted c join locked l on l.id = c.document_id
    where d.id = c.document_id and d.head_seq = c.after
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
    where id = $1 and head_seq = $5
    returning head_seq as seq, head_seq - snapshot_seq as rows_since, bytes_since
  ), written as (
    insert into collab_update (document_id, seq, actor_id, origin, update)
    select $1, seq, $2::uuid, $3::"UpdateOrigin", $4 from head
  )
  select $1::uuid as "documentId", seq, rows_since as "rowsSince", bytes_since as "bytesSince" from head`;
