import { Injectable } from '@nestjs/common';
import { setImmediate as breath } from 'node:timers/promises';
import * as Y from 'yjs';
import { openRoots } from '../writing/place.js';
import { takeIn } from '../writing/takeIn.js';
import { KeyframeStore } from './keyframe.store.js';

interface Held {
  document: Y.Doc;
  seq: number;
  /** One goes on only when the one before has looked. */
  turn: Promise<unknown>;
}

/** A state is kept for every so many positions; of a very long log for fewer, so that there are never very many. */
const spacing = { rows: 1_000, most: 64 };
const atOnce = 400;
const mostHeld = 6;

/**
 * Texts as they were. A text that is being gone through stays in memory where one is, so that the next step reads only
 * its own rows; going back begins at the nearest state that was kept. Texts come from the log alone and are never written.
 */
@Injectable()
export class Replay {
  private readonly held = new Map<string, Held>();
  private preparing: Promise<void> | null = null;

  constructor(private readonly store: KeyframeStore) {}

  /** Looks at a text as it was at a position. What is looked at must not be kept or changed. */
  async at<T>(documentId: string, seq: number, look: (document: Y.Doc) => T): Promise<T> {
    const held = this.hold(documentId);
    const looking = held.turn.then(async () => {
      await this.go(documentId, held, seq);
      return look(held.document);
    });
    held.turn = looking.catch(() => {
      // Half a way is no place to go on from.
      if (this.held.get(documentId) === held) this.held.delete(documentId);
    });
    return looking;
  }

  /** Keeps states of a text all along its log, so that the first who goes far back need not wait. One text at a time. */
  prepare(documentId: string): void {
    if (this.preparing !== null) return;
    this.preparing = this.walk(documentId)
      .catch(() => undefined)
      .finally(() => (this.preparing = null));
  }

  /** Forgets where it was: the log has been rewritten. */
  forget(documentId: string): void {
    this.held.delete(documentId);
  }

  private hold(documentId: string): Held {
    const held = this.held.get(documentId) ?? { document: fresh(), seq: 0, turn: Promise.resolve() };
    // The one last asked for goes last, so that the first is the one longest unasked for.
    this.held.delete(documentId);
    this.held.set(documentId, held);
    for (const oldest of this.held.keys()) {
      if (this.held.size <= mostHeld) break;
      this.held.delete(oldest);
    }
    return held;
  }

  private async walk(documentId: string): Promise<void> {
    const head = await this.store.head(documentId);
    const last = await this.store.lastKept(documentId);
    if (head - (last?.seq ?? 0) < 2 * everyOf(head)) return;
    const walker: Held = { document: fresh(), seq: last?.seq ?? 0, turn: Promise.resolve() };
    if (last !== null) takeIn(walker.document, [last.state]);
    await this.forward(documentId, walker, head, everyOf(head));
  }

  private async go(documentId: string, held: Held, seq: number): Promise<void> {
    if (held.seq === seq) return;
    const nearest = await this.store.nearest(documentId, seq, held.seq <= seq ? held.seq : 0);
    if (nearest !== null) {
      held.document = fresh();
      takeIn(held.document, [nearest.state]);
      held.seq = nearest.seq;
    } else if (held.seq > seq) {
      held.document = fresh();
      held.seq = 0;
    }
    await this.forward(documentId, held, seq, everyOf(await this.store.head(documentId)));
  }

  private async forward(documentId: string, held: Held, seq: number, every: number): Promise<void> {
    while (held.seq < seq) {
      const rows = await this.store.rows(documentId, held.seq, seq, atOnce);
      if (rows.length === 0) break;
      const before = held.seq;
      takeIn(held.document, rows.map(({ update }) => update));
      held.seq = rows.at(-1)?.seq ?? seq;
      if (Math.floor(before / every) < Math.floor(held.seq / every) && held.document.store.pendingStructs === null) {
        await this.store.keep(documentId, held.seq, Y.encodeStateAsUpdate(held.document));
      }
      // A long way must not keep those who write waiting.
      await breath();
    }
    held.seq = seq;
  }
}

function fresh(): Y.Doc {
  const document = new Y.Doc();
  openRoots(document);
  return document;
}

function everyOf(head: number): number {
  return Math.max(spacing.rows, Math.ceil(head / spacing.most));
}
