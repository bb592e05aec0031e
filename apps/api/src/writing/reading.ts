import { Injectable } from '@nestjs/common';
import type { Fields } from '@samsyn/domain/framing/framing';
import { isSuggestedIn, standingOf } from '@samsyn/domain/writing/standing';
import type * as Y from 'yjs';
import { now } from '../core/secrets.js';
import { fieldsIn } from './first.js';
import { contentOf, plainOf, storable, type Node } from './render.js';
import { suggestedIn, type Suggested } from './suggested.js';
import { Texts } from './texts.js';
import { WritingStore } from './writing.store.js';

/** The text of a framing as it can be read without the editor, at a position of its log. */
export interface Reading {
  readonly content: Node;
  /** The same with what is suggested in it, marked. */
  readonly suggested: Node;
  readonly plain: string;
  readonly seq: number;
  readonly at: string;
}

const restMs = 1_000;

/** Renders texts for readers: when they rest, when the last one leaves, and when somebody asks for what is newer. */
@Injectable()
export class Readings {
  private readonly resting = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly texts: Texts,
    private readonly store: WritingStore,
  ) {}

  /** Something was written: rendered when nothing more comes for a second. */
  touched(framingId: string): void {
    clearTimeout(this.resting.get(framingId));
    this.resting.set(framingId, setTimeout(() => void this.rest(framingId).catch(() => undefined), restMs).unref());
  }

  /** Renders an open text now, if it was written in since. What fails is rendered when it is next asked for. */
  async rest(framingId: string): Promise<void> {
    clearTimeout(this.resting.get(framingId));
    if (this.resting.delete(framingId)) await this.render(framingId);
  }

  /** The text as it reads now. */
  async of(framingId: string): Promise<Reading> {
    const stored = await this.store.reading(framingId);
    if (stored !== null && stored.seq === stored.headSeq && stored.at !== null) {
      return { ...standing(stored.content as Node), plain: stored.plain ?? '', seq: stored.headSeq, at: stored.at };
    }
    return this.render(framingId);
  }

  /** Name and bounds as they are being written. */
  async fields(framingId: string): Promise<Fields> {
    const stored = await this.store.reading(framingId);
    if (stored !== null && stored.seq === stored.headSeq) return stored.fields as Fields;
    return (await this.texts.read(framingId, (document) => fieldsIn(document))) as Fields;
  }

  private async render(framingId: string): Promise<Reading> {
    const { content: suggested, fields, suggestions, seq } = await this.texts.read(framingId, rendered);
    const { content } = standing(suggested);
    const plain = plainOf(content);
    // A text without a log is nobody's yet; there is nothing to keep of it.
    const at = seq === 0 ? now() : await this.store.keepReading(framingId, seq, JSON.stringify(suggested), plain, fields);
    if (suggestions.size > 0) await this.store.keepSuggested(framingId, suggestions);
    return { content, suggested, plain, seq, at };
  }
}

function rendered(document: Y.Doc, seq: number): { content: Node; fields: Fields; suggestions: ReadonlyMap<string, Suggested>; seq: number } {
  const content = storable(contentOf(document));
  return { content, fields: storable(fieldsIn(document)), suggestions: isSuggestedIn(content) ? suggestedIn(document) : none, seq };
}

const none: ReadonlyMap<string, Suggested> = new Map();

function standing(suggested: Node): Pick<Reading, 'content' | 'suggested'> {
  return { content: isSuggestedIn(suggested) ? standingOf(suggested) : suggested, suggested };
}
