import { setTimeout as wait } from 'node:timers/promises';
import type * as Y from 'yjs';
import { derive } from './derive.js';
import { GoneWords } from './goneWords.js';
import type { Hints } from './hints.js';
import { Lineage } from './lineage.js';
import type { LineageRange } from './lineageRange.js';
import type { Stretch } from './pieces.js';

/** Where what is known of a text's lineage is read from. */
export interface Records {
  /** Who wrote under which client, and the ranges that were noted after a position. */
  lineageSince(seq: number): Promise<{ clients: readonly (readonly [number, string | null])[]; ranges: readonly LineageRange[] }>;
  /** Remembers what was deleted lately, up to a position. */
  rememberGone(gone: GoneWords, seq: number): Promise<void>;
}

/** Of an open text: whose its words are, what has gone from it lately, and hence whose new words are [W6]. */
export class Ancestry {
  private readonly lineage = new Lineage();
  private readonly gone = new GoneWords();
  private reading: Promise<void> | null = null;
  private seq = 0;
  private soon: NodeJS.Timeout | undefined;
  private ended = false;

  constructor(
    private readonly document: Y.Doc,
    private readonly loaded: number,
    private readonly records: Records,
  ) {
    this.gone.watch(document);
  }

  /** Settles when what is known has been read, which takes a moment the first time; a database that is away is asked again for a while. */
  ready(): Promise<void> {
    this.reading ??= this.read();
    return this.reading;
  }

  /** Reads it a little later, before somebody writes; whoever comes in is served first. */
  readSoon(): void {
    if (this.reading === null) this.soon ??= setTimeout(() => void this.ready(), 1_000).unref();
  }

  /** The text is no longer open: nothing more is read. */
  end(): void {
    clearTimeout(this.soon);
    this.ended = true;
  }

  /** Whose the words of an update are, where they are not new. Changes nothing. */
  derive(update: Uint8Array, actorId: string | null, hints: Hints | null): readonly LineageRange[] {
    return derive({ document: this.document, lineage: this.lineage, gone: this.gone }, update, actorId, hints);
  }

  /** Whose the characters of a range of ids are. */
  of(client: number, clock: number, length: number): Stretch[] {
    return this.lineage.of(client, clock, length);
  }

  /** An update has been stored, with what was found out of it. */
  noted(clients: readonly number[], actorId: string | null, ranges: readonly LineageRange[] = []): void {
    for (const client of clients) this.lineage.own(client, actorId);
    this.lineage.add(ranges);
  }

  /** Reads what another process has noted, before its words are let in. */
  async catchUp(): Promise<void> {
    const { clients, ranges } = await this.records.lineageSince(this.seq);
    for (const [client, actorId] of clients) this.lineage.own(client, actorId);
    this.lineage.add(ranges);
  }

  /** Up to here the text holds its log. */
  reached(seq: number): void {
    this.seq = seq;
  }

  private async read(): Promise<void> {
    for (let tries = 0; tries < 30 && !this.ended; tries += 1) {
      try {
        await this.catchUp();
        if (this.seq < this.loaded) this.seq = this.loaded;
        await this.records.rememberGone(this.gone, this.loaded);
        return;
      } catch {
        await wait(Math.min(50 * 2 ** tries, 1_000));
      }
    }
  }
}
