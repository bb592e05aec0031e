import { Injectable } from '@nestjs/common';
import * as Y from 'yjs';
import { firstUpdate } from './first.js';
import { History, type Loaded } from './history.js';
import { Size } from './size.js';
import { WritingStore } from './writing.store.js';

/** A text that is open: its document and the position up to which it holds the log. */
export interface Text {
  readonly document: Y.Doc;
  readonly size: Size;
  seq: number;
  /** Rows since the last snapshot, and how many there were when one was last tried. */
  rowsSince: number;
  triedAt: number;
}

/** The texts that are open in this process, and a way to read those that are not. */
@Injectable()
export class Texts {
  private readonly open = new Map<string, Text>();

  constructor(
    private readonly history: History,
    private readonly store: WritingStore,
  ) {}

  /** Reads a text from its log, also as it was at a position; a framing that was brought in without one gets its first row now. */
  async load(framingId: string, document?: Y.Doc, upto?: number): Promise<Loaded> {
    if (!(await this.history.has(framingId))) await this.store.beginLate(framingId, firstUpdate);
    return this.history.load(framingId, document, upto);
  }

  /** Loads a text into a document that stays open. */
  async hold(framingId: string, document: Y.Doc): Promise<void> {
    const { seq, rowsSince } = await this.load(framingId, document);
    this.open.set(framingId, { document, size: new Size(document), seq, rowsSince, triedAt: 0 });
  }

  /** The text is no longer open. */
  drop(framingId: string): void {
    this.open.delete(framingId);
  }

  /** The text, if it is open. */
  held(framingId: string): Text | null {
    return this.open.get(framingId) ?? null;
  }

  /** Reads something out of a text, open or not. Both hold committed words only. */
  async read<T>(framingId: string, look: (document: Y.Doc, seq: number) => T): Promise<T> {
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
