import { Injectable } from '@nestjs/common';
import type { Asking } from '../core/asking.js';
import { grouped } from '../core/gather.js';
import { isId } from '../core/standing.js';
import { Writing } from '../writing/writing.js';

/** A place in a framing's text, with the words as they stood. */
export interface Passage {
  readonly anchor: unknown;
  readonly quote: string;
}

/** What a contribution is about, asked of the text itself [C7]. */
@Injectable()
export class Passages {
  constructor(private readonly writing: Writing) {}

  /** The passage with its very characters, and the words the text really holds; as given when they are gone already. */
  async pin(framingId: string | null | undefined, given: { anchor: unknown; quote: string | null | undefined }): Promise<{ anchor?: unknown; quote?: string }> {
    if (!framingId || !isId(framingId) || given.anchor === null || given.anchor === undefined) return {};
    const pinned = await this.writing.pin(framingId, given.anchor);
    if (pinned !== null && pinned.quote.trim() !== '') return { anchor: pinned.anchor, quote: pinned.quote };
    // Which characters they were, only the text itself says; what a browser claims of them is left out.
    const { start = null, end = null } = Object(given.anchor) as { start?: unknown; end?: unknown };
    return { anchor: { start, end } };
  }

  /** Are the words gone from the text? All passages of a page are asked at once, each text is opened once. */
  async isRemoved(asking: Asking, framingId: string, passage: Passage): Promise<boolean> {
    const key = JSON.stringify([framingId, passage.anchor]);
    const answer = await asking.gather.one('passage', key, async (keys: string[]) => {
      const asked = keys.map((one) => ({ key: one, parts: JSON.parse(one) as [string, unknown] }));
      const found = new Map<string, 'here' | 'removed'>();
      for (const [id, theirs] of grouped(asked, (one) => one.parts[0])) {
        const answers = await this.writing.resolvePassages(id, theirs.map((one) => one.parts[1]));
        theirs.forEach((one, at) => found.set(one.key, answers[at] ?? 'removed'));
      }
      return found;
    });
    return answer !== 'here';
  }
}
