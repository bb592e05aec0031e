import { Injectable } from '@nestjs/common';
import { standingOf } from '@samsyn/domain/writing/standing';
import type * as Y from 'yjs';
import type { Write } from './draft.js';
import { History } from './history.js';
import type { LineageRange } from './lineageRange.js';
import { Lineages } from './lineages.js';
import type { AuthorsOf } from './pieces.js';
import { contentOf, storable, type Node } from './render.js';
import { writeBack, writtenAgain } from './restore.js';
import { Texts } from './texts.js';

/** A text with its authors: its pieces are split where the author changes. */
export interface Attributed {
  readonly content: Node;
  readonly seq: number;
  /** The actors whose words stand in it. */
  readonly actorIds: readonly string[];
}

/** Whose words are whose, passage by passage: derived here from what the server knows, never from what a browser says [W6]. */
@Injectable()
export class Attribution {
  constructor(
    private readonly texts: Texts,
    private readonly history: History,
    private readonly lineages: Lineages,
  ) {}

  /** Says whose the characters of a text are, for whoever has the text itself at hand, at whatever position. */
  async authors(framingId: string): Promise<AuthorsOf> {
    return (await this.lineages.of(framingId)).of;
  }

  /** The text with its authors, as it reads now or as it read at a position of its log. */
  async of(framingId: string, seq?: number): Promise<Attributed> {
    const lineage = await this.lineages.of(framingId, seq);
    const look = (document: Y.Doc, at: number): Attributed => attributed(document, at, lineage.of);
    if (seq === undefined) return this.texts.read(framingId, look);
    const loaded = await this.history.load(framingId, undefined, seq);
    try {
      return look(loaded.document, loaded.seq);
    } finally {
      loaded.document.destroy();
    }
  }

  /** Writes a text back to how it was at a position of its log; what comes anew keeps its authors [W7]. */
  async restored(framingId: string, seq: number): Promise<Write> {
    const lineage = await this.lineages.of(framingId);
    const { document: was } = await this.history.load(framingId, undefined, seq);
    return Object.assign((document: Y.Doc) => writeBack(document, was), {
      // The client is new to the text: all its characters are of this step.
      whose: (document: Y.Doc) =>
        writtenAgain(document, was, document.clientID).flatMap(({ client, clock, length, from }) => {
          let at = clock;
          return lineage.of(from.client, from.clock, length).map((stretch): LineageRange => {
            at += stretch.length;
            return { client, clock: at - stretch.length, length: stretch.length, by: stretch.by, reason: 'RESTORE' };
          });
        }),
    });
  }
}

function attributed(document: Y.Doc, seq: number, authors: AuthorsOf): Attributed {
  const content = storable(standingOf(contentOf(document, authors)));
  const actorIds = new Set<string>();
  const walk = ({ by, content: within }: Node): void => {
    if (by?.actorId != null) actorIds.add(by.actorId);
    within?.forEach(walk);
  };
  walk(content);
  return { content, seq, actorIds: [...actorIds] };
}
