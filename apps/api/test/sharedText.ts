import { isRefusal } from '@samsyn/domain/shared/refusal';
import * as Y from 'yjs';
import { derive } from '../src/writing/derive.js';
import { GoneWords } from '../src/writing/goneWords.js';
import { judge } from '../src/writing/guard.js';
import { Hints, type Hint } from '../src/writing/hints.js';
import { Lineage } from '../src/writing/lineage.js';
import type { AuthorsOf } from '../src/writing/pieces.js';
import { openRoots } from '../src/writing/place.js';
import { contentOf, type Node } from '../src/writing/render.js';
import { takeIn } from '../src/writing/takeIn.js';

/** A text as the server holds it, without a network: every update is judged, its lineage derived, then let in. */
export class Shared {
  document = new Y.Doc();
  readonly clients = new Map<number, string>();
  readonly log: { readonly update: Uint8Array; readonly actorId: string }[] = [];
  lineage = new Lineage();
  gone = new GoneWords();
  readonly hints = new Map<string, Hints>();

  constructor(private readonly nextClient = () => new Y.Doc().clientID) {
    openRoots(this.document);
    this.gone.watch(this.document);
  }

  /** Somebody's copy of the text; what they write is let in by `send`. */
  copyFor(actorId: string): Y.Doc {
    const copy = new Y.Doc();
    openRoots(copy);
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.document));
    copy.clientID = this.nextClient();
    this.clients.set(copy.clientID, actorId);
    this.lineage.own(copy.clientID, actorId);
    return copy;
  }

  /** What a browser says of words to come. */
  hear(actorId: string, hints: readonly Hint[]): void {
    const heard = this.hints.get(actorId) ?? new Hints();
    this.hints.set(actorId, heard);
    heard.take(hints);
  }

  /** An update arrives. */
  take(actorId: string, update: Uint8Array): void {
    const verdict = judge(this.document, update, (client) => this.clients.get(client) === actorId);
    if (isRefusal(verdict)) throw new Error(verdict.refused);
    if (verdict.clients.length === 0 && !verdict.deletes) return;
    this.lineage.add(derive(this, update, actorId, this.hints.get(actorId) ?? null));
    this.log.push({ update, actorId });
    takeIn(this.document, [update]);
  }

  /** The server is started again: what was deleted is known from the log alone, and the text from a snapshot. */
  restart(): void {
    const document = new Y.Doc();
    openRoots(document);
    this.gone = new GoneWords();
    this.gone.watch(document);
    for (const { update } of this.log) takeIn(document, [update]);
    this.document.destroy();
    this.document = new Y.Doc();
    openRoots(this.document);
    Y.applyUpdate(this.document, Y.encodeStateAsUpdate(document));
    this.gone.watch(this.document);
  }

  content(authors: AuthorsOf = this.lineage.of): Node {
    return contentOf(this.document, authors);
  }

  /** Whose the words are, by client ids alone. */
  readonly byClient: AuthorsOf = (client, _clock, length) => [{ length, by: { actorId: this.clients.get(client) ?? null } }];
}

/** The words of a text with their author: `A:word`, `A!:word` where it is a quotation. */
export function told(node: Node): string[] {
  const pieces: string[] = [];
  let last = '';
  const walk = ({ text, by, content }: Node): void => {
    if (text !== undefined) {
      const who = `${by?.actorId ?? '?'}${by?.quoted === true ? '!' : ''}`;
      if (who === last) pieces[pieces.length - 1] += text;
      else pieces.push(`${who}:${text}`);
      last = who;
    }
    content?.forEach(walk);
  };
  walk(node);
  return pieces;
}
