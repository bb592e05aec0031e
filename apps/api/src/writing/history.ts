import { createHash } from 'node:crypto';
import { setImmediate as breath } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import * as Y from 'yjs';
import { Database } from '../core/database.js';
import { fill } from './fill.js';
import { openRoots } from './place.js';
import { Thinning } from './thinning.js';
import { mostAtOnce } from './thinning.store.js';

/** A text as its log has it, at a position. */
export interface Loaded {
  readonly document: Y.Doc;
  readonly seq: number;
  readonly rowsSince: number;
}

/** A row of the log. */
export interface LogRow {
  readonly seq: number;
  readonly update: Buffer;
}

interface SnapshotRow {
  readonly seq: number;
  readonly state: Buffer;
  readonly sha256: Buffer;
}

/** How many rows or bytes after the last snapshot a new one is due. */
const due = { rows: 500, bytes: 256 * 1024, rowsOnLeaving: 20 };

/** What the log says: texts read from their latest snapshot and the rows after it, and new snapshots of them [W4]. */
@Injectable()
export class History {
  private readonly compacting = new Map<string, Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly thinning: Thinning,
  ) {}

  /** Is there a log of this text? */
  async has(documentId: string): Promise<boolean> {
    return (await this.database.rows('history.has', 'select 1 from collab_document where id = $1', [documentId])).length > 0;
  }

  /**
   * Reads a text into a document, the given one or a new one: as it is now, or as it was at a position of its log. Where rows
   * have been merged that is the end of the minute the position lies in; which it is, the answer says.
   */
  async load(documentId: string, document = new Y.Doc(), position?: number): Promise<Loaded> {
    openRoots(document);
    const upto = position === undefined ? Number.MAX_SAFE_INTEGER : await this.whole(documentId, position);
    const snapshot = await this.soundSnapshot(documentId, upto);
    // Rows that are merged meanwhile say the same with a position no smaller, so the two reads need no common transaction.
    const rows = await this.database.rows<LogRow>(
      'history.rows',
      'select seq, update from collab_update where document_id = $1 and seq > $2 and seq <= $3 order by seq',
      [documentId, snapshot?.seq ?? 0, upto],
    );
    fill(document, [...(snapshot === null ? [] : [snapshot.state]), ...rows.map(({ update }) => update)]);
    return { document, seq: rows.at(-1)?.seq ?? snapshot?.seq ?? 0, rowsSince: rows.length };
  }

  // Rows that were merged hold positions between each other: a text is whole only where none of them goes across.
  private async whole(documentId: string, position: number): Promise<number> {
    for (let at = position; ; ) {
      const across = await this.database.row<{ seq: number | null }>(
        'history.whole',
        'select max(seq) as seq from collab_update where document_id = $1 and seq > $2 and seq <= $2 + $3 and first_seq <= $2',
        [documentId, at, mostAtOnce],
      );
      if (across === null || across.seq === null) return at;
      at = across.seq;
    }
  }

  /** The rows after a position, up to the end of the log: all of them are committed, and none before them is missing. */
  after(documentId: string, seq: number): Promise<LogRow[]> {
    return this.database.rows<LogRow>('history.after', 'select seq, update from collab_update where document_id = $1 and seq > $2 order by seq', [documentId, seq]);
  }

  // A snapshot that is not what was written is passed over: an older one and more rows give the same text.
  private async soundSnapshot(documentId: string, upto: number): Promise<SnapshotRow | null> {
    for (let before = upto; ; ) {
      const snapshot = await this.database.row<SnapshotRow>(
        'history.snapshot',
        'select upto_seq as seq, state, sha256 from collab_snapshot where document_id = $1 and upto_seq <= $2 order by upto_seq desc limit 1',
        [documentId, before],
      );
      if (snapshot === null || digest(snapshot.state).equals(snapshot.sha256)) return snapshot;
      before = snapshot.seq - 1;
    }
  }

  /** Is a snapshot due, with so much written since the last one, and since one was last tried? */
  isDue({ rowsSince, bytesSince }: { rowsSince: number; bytesSince: number }, triedAt: number, size: number): boolean {
    // A snapshot costs as much as its text is long: a long one is made less often, and rows cost little to read beside it.
    const rows = Math.max(due.rows, size / 100);
    return rowsSince - triedAt >= rows || (bytesSince >= due.bytes && rowsSince - triedAt >= Math.min(rows, rowsSince));
  }

  /** Is one worth its while when the last one leaves the room? */
  isDueOnLeaving(rowsSince: number): boolean {
    return rowsSince >= due.rowsOnLeaving;
  }

  /** Writes a snapshot, made of the rows and never of what is in memory. One at a time per text. */
  compact(documentId: string): Promise<void> {
    const running = this.compacting.get(documentId);
    if (running !== undefined) return running;
    const compacting = this.snapshot(documentId).finally(() => this.compacting.delete(documentId));
    this.compacting.set(documentId, compacting);
    return compacting;
  }

  /** Waits for snapshots under way. */
  async close(): Promise<void> {
    await Promise.allSettled(this.compacting.values());
  }

  private async snapshot(documentId: string): Promise<void> {
    const { document, seq, rowsSince } = await this.load(documentId);
    try {
      // Something that refers to what is not there: a snapshot would make it look whole.
      if (rowsSince === 0 || document.store.pendingStructs !== null || document.store.pendingDs !== null) return;
      // A long text takes a tenth of a second for each step; whoever writes goes in between.
      await breath();
      const state = Y.encodeStateAsUpdate(document);
      await breath();
      if (!(await readsBackEqual(document, state))) return;
      await this.database.rows('history.keep', snapshotSql, [documentId, seq, Buffer.from(state), digest(state)]);
      // In a step of its own: what is thrown away was not needed before the new one stood.
      await this.database.rows('history.thin', thinSql, [documentId]);
      await this.thinning.thin(documentId);
    } finally {
      document.destroy();
    }
  }
}

async function readsBackEqual(document: Y.Doc, state: Uint8Array): Promise<boolean> {
  const again = new Y.Doc();
  try {
    openRoots(again);
    Y.applyUpdate(again, state);
    await breath();
    if (!Y.equalSnapshots(Y.snapshot(document), Y.snapshot(again))) return false;
    return [...document.share.keys()].every((root) => again.get(root).toJSON() === document.get(root).toJSON());
  } finally {
    again.destroy();
  }
}

function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

// One statement, one transaction: the lock is let go with it. Whoever does not get the lock leaves it to the other.
const snapshotSql = `
  with mine as (
    select id from collab_document
    where id = $1 and snapshot_seq < $2 and pg_try_advisory_xact_lock(hashtextextended('collab ' || $1::text, 0))
  ), written as (
    insert into collab_snapshot (document_id, upto_seq, state, sha256)
    select id, $2, $3, $4 from mine
    on conflict (document_id, upto_seq) do nothing
  )
  update collab_document d
  set snapshot_seq = $2,
      bytes_since = coalesce((select sum(length(u.update)) from collab_update u where u.document_id = $1 and u.seq > $2), 0)
  from mine where d.id = mine.id`;

const thinSql = `
  delete from collab_snapshot where document_id = $1 and upto_seq not in (
    select upto_seq from collab_snapshot where document_id = $1 order by upto_seq desc limit 3)`;
