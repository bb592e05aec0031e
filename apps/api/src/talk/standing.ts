import { Injectable } from '@nestjs/common';
import { Passages } from '../contribution/passages.js';
import type { Asking } from '../core/asking.js';
import { Refused } from '../core/refusal.js';
import { Writing } from '../writing/writing.js';
import type { ThreadRow } from './talk.row.js';

type About = Pick<ThreadRow, 'id' | 'framingId' | 'anchor' | 'quote'>;

/** Where the words of a thread stand: a mark goes along with them, and likeness is never asked [T5]. */
@Injectable()
export class ThreadStanding {
  constructor(
    private readonly writing: Writing,
    private readonly passages: Passages,
  ) {}

  /** Puts the mark of a thread on its words. A text that is full takes none: then the very characters tell where they are. */
  async mark({ id, framingId, anchor }: About, actorId: string | null): Promise<void> {
    if (framingId === null || anchor === null) return;
    try {
      await this.writing.mark(framingId, anchor, { mark: 'thread', id }, actorId);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }

  /** Are the words gone from the text? Each text is read once for a whole page. */
  async isRemoved(asking: Asking, { id, framingId, anchor, quote }: About): Promise<boolean> {
    if (framingId === null) return true;
    const marked = await asking.gather.one('thread.marked', framingId, async (ids: string[]) => new Map(await Promise.all(ids.map(async (one) => [one, await this.writing.marked(one, 'thread')] as const))));
    if (marked?.has(id) === true) return false;
    return this.passages.isRemoved(asking, framingId, { anchor, quote: quote ?? '' });
  }
}
