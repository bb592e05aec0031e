import { Injectable } from '@nestjs/common';
import * as Y from 'yjs';
import { LineageStore } from './lineage.store.js';
import type { AuthorsOf, By } from './pieces.js';
import { openRoots } from './place.js';
import { contentOf, storable, type Node } from './render.js';
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
    private readonly store: LineageStore,
  ) {}

  /** Says whose the characters of a text are, for whoever has the text itself at hand, at whatever position. */
  async authors(framingId: string): Promise<AuthorsOf> {
    return authorsBy(await this.store.clients(framingId));
  }

  /** The text with its authors, as it reads now or as it read at a position of its log. */
  async of(framingId: string, seq?: number): Promise<Attributed> {
    const authors = await this.authors(framingId);
    const look = (document: Y.Doc, at: number): Attributed => attributed(document, at, authors);
    if (seq === undefined) return this.texts.read(framingId, look);
    const document = new Y.Doc();
    try {
      openRoots(document);
      for (const update of await this.store.updatesUpTo(framingId, seq)) Y.applyUpdate(document, update);
      return look(document, seq);
    } finally {
      document.destroy();
    }
  }
}

function attributed(document: Y.Doc, seq: number, authors: AuthorsOf): Attributed {
  const content = storable(contentOf(document, authors));
  const actorIds = new Set<string>();
  const walk = ({ by, content: within }: Node): void => {
    if (by?.actorId != null) actorIds.add(by.actorId);
    within?.forEach(walk);
  };
  walk(content);
  return { content, seq, actorIds: [...actorIds] };
}

const nobody: By = { actorId: null };

function authorsBy(clients: ReadonlyMap<number, string | null>): AuthorsOf {
  const known = new Map<number, By>([...clients].map(([client, actorId]) => [client, { actorId }]));
  return (client, _clock, length) => [{ length, by: known.get(client) ?? nobody }];
}
