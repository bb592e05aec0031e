import { Injectable } from '@nestjs/common';
import type * as Y from 'yjs';
import type { Ancestry } from './ancestry.js';
import { firstUpdate } from './first.js';
import { History, type Loaded } from './history.js';
import { Lineages } from './lineages.js';
import { Log } from './log.js';
import { Size } from './size.js';
import { takeIn } from './takeIn.js';
import { WritingStore } from './writing.store.js';

/** A text that is open: its document and the position up to which it holds the log. */
export interface Text {
  readonly document: Y.Doc;
  readonly size: Size;
  readonly ancestry: Ancestry;
  seq: number;
  /** Rows since the last snapshot, and how many there were when one was last tried. */
  rowsSince: number;
  triedAt: number;
}

/** Under which name what comes from the log is let in: Hocuspocus sends it on, and stores nothing itself. */
export const fromTheLog = { source: 'local', skipStoreHooks: true } as const;

/** The texts that are open in this process, and a way to read those that are not. */
@Injectable()
export class Texts {
  private readonly open = new Map<string, Text>();

  constructor(
    private readonly history: History,
    private readonly store: WritingStore,
    private readonly log: Log,
    private readonly lineages: Lineages,
  ) {}

  /** Reads a text from its log, also as it was at a position; a framing that was brought in without one gets its first row now. */
  async load(framingId: string, document?: Y.Doc, upto?: number): Promise<Loaded> {
    if (!(await this.history.has(framingId))) await this.store.beginLate(framingId, firstUpdate);
    return this.history.load(framingId, document, upto);
  }

  /** Loads a text into a document that stays open. */
  async hold(framingId: string, document: Y.Doc): Promise<void> {
    const { seq, rowsSince } = await this.load(framingId, document);
    this.open.set(framingId, { document, size: new Size(document), ancestry: this.lineages.ancestryOf(framingId, document, seq), seq, rowsSince, triedAt: 0 });
  }

  /** Lets into an open text what another process has put in its log. True when something came. */
  async catchUp(framingId: string): Promise<boolean> {
    const text = this.open.get(framingId);
    if (text === undefined) return false;
    const rows = await this.history.after(framingId, text.seq);
    if (rows.length === 0) return false;
    // Our own rows may be among them; those are let in by the edit they came with.
    await this.log.quiet();
    await text.ancestry.catchUp();
    const before = text.seq;
    for (const { seq, update } of rows) {
      // It may have been closed meanwhile.
      if (this.open.get(framingId) !== text || seq <= text.seq) continue;
      takeIn(text.document, [update], fromTheLog);
      text.rowsSince += 1;
      text.seq = seq;
    }
    text.ancestry.reached(text.seq);
    return text.seq > before;
  }

  /** The texts that are open. */
  ids(): string[] {
    return [...this.open.keys()];
  }

  /** The text is no longer open. */
  drop(framingId: string): void {
    this.open.get(framingId)?.ancestry.end();
    this.open.delete(framingId);
  }

  /** The text, if it is open. */
  held(framingId: string): Text | null {
    return this.open.get(framingId) ?? null;
  }

  /** Reads something out of a text, open or not. Both hold committed words only. */
  async read<T>(framingId: string, look: (document: Y.Doc, seq: number) => T): Promise<T> {
    // What another process has acknowledged is read here too; while the database is away, what is held is what there is.
    if (this.held(framingId) !== null) await this.catchUp(framingId).catch(() => false);
    const held = this.held(framingId);
    if (held !== null) return look(held.document, held.seq);
    const { document, seq } = await this.load(framingId);
    try {
      return look(document, seq);
    } finally {
      document.destroy();
    }
  }
}
