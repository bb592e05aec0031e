import { Injectable } from '@nestjs/common';
import type { Fields } from '@samsyn/domain/framing/framing';
import type { Paragraph } from '@samsyn/domain/versions/comparing';
import { standingOf } from '@samsyn/domain/writing/standing';
import type * as Y from 'yjs';
import { Attribution } from '../writing/attribution.js';
import { fieldsIn } from '../writing/first.js';
import { standsStill } from '../writing/passage.js';
import type { AuthorsOf } from '../writing/pieces.js';
import { contentOf, storable, type Node } from '../writing/render.js';
import { KeyframeStore } from './keyframe.store.js';
import { laidOut, markedWith } from './laidOut.js';
import { Replay } from './replay.js';
import { TimelineStore } from './timeline.store.js';

/** A text as it read at a position, with whose words they are. */
export interface State {
  readonly position: number;
  readonly at: string;
  readonly content: Node;
  readonly paragraphs: readonly Paragraph[];
  /** Name and bounds as they were being written. */
  readonly written: Fields;
  readonly contributions: readonly string[];
}

const mostKept = 24;

/** Texts as they read at positions of their logs; the last ones looked at are kept, since the next step is compared with them. */
@Injectable()
export class Past {
  private readonly kept = new Map<string, Promise<State>>();

  constructor(
    private readonly replay: Replay,
    private readonly attribution: Attribution,
    private readonly timeline: TimelineStore,
    private readonly store: KeyframeStore,
  ) {}

  /** The last position of a text; 0 where nothing was written yet. */
  head(framingId: string): Promise<number> {
    return this.store.head(framingId);
  }

  /** The text as it read at a position, which its log has. */
  at(framingId: string, position: number): Promise<State> {
    const key = `${framingId} ${position}`;
    const state = this.kept.get(key) ?? this.read(framingId, position);
    this.kept.delete(key);
    this.kept.set(key, state);
    state.catch(() => this.kept.delete(key));
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= mostKept) break;
      this.kept.delete(oldest);
    }
    return state;
  }

  /** Forgets what was read of a text: its log has been rewritten. */
  forget(framingId: string): void {
    this.replay.forget(framingId);
    for (const key of this.kept.keys()) if (key.startsWith(framingId)) this.kept.delete(key);
  }

  private async read(framingId: string, position: number): Promise<State> {
    const [authors, anchors, at] = await Promise.all([this.attribution.authors(framingId), this.store.anchors(framingId), this.timeline.momentOf(framingId, position)]);
    const seen = await this.replay.at(framingId, position, (document) => look(document, authors, anchors));
    return { ...seen, position, at: at ?? new Date(0).toISOString() };
  }
}

/** A contribution that was said about a passage. */
export interface Anchored {
  readonly id: string;
  readonly anchor: unknown;
}

function look(document: Y.Doc, authors: AuthorsOf, anchors: readonly Anchored[]): Omit<State, 'position' | 'at'> {
  const content = storable(standingOf(contentOf(document, authors)));
  const standing = anchors.filter(({ anchor }) => standsStill(document, anchor)).map(({ id }) => id);
  return { content, paragraphs: laidOut(content), written: storable(fieldsIn(document)), contributions: [...new Set([...markedWith(content, 'contribution'), ...standing])] };
}
