import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import * as Y from 'yjs';
import { Ancestry } from './ancestry.js';
import { derive } from './derive.js';
import { GoneWords } from './goneWords.js';
import { History } from './history.js';
import { Lineage } from './lineage.js';
import type { LineageRange } from './lineageRange.js';
import { LineageStore } from './lineage.store.js';
import { openRoots } from './place.js';
import { takeIn } from './takeIn.js';

/** How many of the latest rows are read again for what they deleted. */
const rowsBack = 1_000;

/** Whose words are whose, in every text: as it was noted, or worked out from the log where it never was. */
@Injectable()
export class Lineages {
  private readonly workingOut = new Map<string, Promise<void>>();

  constructor(
    private readonly store: LineageStore,
    private readonly history: History,
  ) {}

  /** Whose the words of a text are, as far as its log has come, or had come at a position. */
  async of(framingId: string, upto?: number): Promise<Lineage> {
    await this.noted(framingId);
    const { clients, ranges } = await this.store.of(framingId, 0, upto);
    return new Lineage(clients, ranges);
  }

  /** What an open text needs to say whose its new words are. */
  ancestryOf(framingId: string, document: Y.Doc, seq: number): Ancestry {
    return new Ancestry(document, seq, {
      lineageSince: async (since) => {
        await this.noted(framingId);
        return this.store.of(framingId, since);
      },
      rememberGone: (gone, upto) => this.rememberGone(framingId, gone, upto),
    });
  }

  /** What was taken away from a text lately, up to a position. */
  async goneFrom(framingId: string, upto: number): Promise<GoneWords> {
    const gone = new GoneWords();
    await this.rememberGone(framingId, gone, upto);
    return gone;
  }

  private async rememberGone(framingId: string, gone: GoneWords, upto: number): Promise<void> {
    const { document, seq } = await this.history.load(framingId, undefined, Math.max(upto - rowsBack, 0));
    try {
      gone.watch(document);
      await this.replay(framingId, seq, upto, ({ update }) => takeIn(document, [update]));
    } finally {
      document.destroy();
    }
  }

  // Texts from before lineage was noted, and texts whose lineage was lost: worked out once, without the browsers' word.
  private async noted(framingId: string): Promise<void> {
    const head = await this.store.unnoted(framingId);
    if (head === null) return;
    const running = this.workingOut.get(framingId) ?? this.workOut(framingId, head).finally(() => this.workingOut.delete(framingId));
    this.workingOut.set(framingId, running);
    await running;
  }

  private async workOut(framingId: string, head: number): Promise<void> {
    const { clients } = await this.store.of(framingId);
    const document = new Y.Doc();
    const [lineage, gone] = [new Lineage(clients), new GoneWords()];
    const found: (LineageRange & { readonly seq: number })[] = [];
    try {
      openRoots(document);
      gone.watch(document);
      await this.replay(framingId, 0, head, ({ seq, update, actorId }) => {
        const ranges = derive({ document, lineage, gone }, update, actorId);
        lineage.add(ranges);
        for (const range of ranges) found.push({ ...range, seq });
        takeIn(document, [update]);
      });
      await this.store.keep(framingId, head, found);
    } finally {
      document.destroy();
    }
  }

  // Others are served in between: a long log takes seconds.
  private async replay(framingId: string, after: number, upto: number, each: (row: { seq: number; update: Buffer; actorId: string | null }) => void): Promise<void> {
    for (let seq = after; seq < upto; ) {
      const rows = await this.store.rows(framingId, seq, upto);
      if (rows.length === 0) return;
      for (const row of rows) each(row);
      seq = rows.at(-1)?.seq ?? upto;
      await breathe();
    }
  }
}
