import { limits } from '@samsyn/domain/shared/limits';
import { markName, mayPoint } from '@samsyn/domain/writing/textShape';
import * as Y from 'yjs';
import { textRoot } from './place.js';

/** What a suggestion is in the text: the words that would go and come, and the client under which the first of its marks was written. */
export interface Suggested {
  readonly before: string;
  readonly after: string;
  /** Whoever writes or suggests something else in the midst of it writes marks of it anew, but behind that one. */
  readonly client: number | null;
}

/** What becomes of a suggestion: its words come and go as suggested, or everything is as it was. */
export type Fate = 'accept' | 'decline';

/** The suggestions that stand in a text, in the order one meets them. */
export function suggestedIn(document: Y.Doc): Map<string, Suggested> {
  const found = new Map<string, { before: Words; after: Words; client: number | null }>();
  for (const [at, text] of textsIn(document.getXmlFragment(textRoot)).entries()) {
    let index = 0;
    for (const { words, marks } of piecesOf(text)) {
      for (const { id, mark } of marks) {
        const one = found.get(id) ?? { before: new Words(), after: new Words(), client: null };
        (mark === 'insertion' ? one.after : one.before).add(words, at, index);
        found.set(id, one);
      }
      index += words.length;
    }
    for (const { id, client } of writtenMarks(text)) {
      const one = found.get(id);
      if (one !== undefined) one.client ??= client;
    }
  }
  return new Map([...found].map(([id, { before, after, client }]) => [id, { before: before.text, after: after.text, client }]));
}

/**
 * Carries out what was decided. Accepted words only lose their mark: their characters, and with them their author, stay.
 * A line that is left empty stays too: somebody who is away may be writing in it.
 */
export function carryOut(document: Y.Doc, fates: ReadonlyMap<string, Fate>): void {
  for (const text of textsIn(document.getXmlFragment(textRoot))) {
    let end = text.length;
    // From the end, so that what is taken away moves nothing that is still to be done.
    for (const { words, marks } of piecesOf(text).reverse()) {
      const begin = end - words.length;
      const decided = marks.filter(({ id }) => fates.has(id));
      if (decided.some(({ id, mark }) => (mark === 'insertion') === (fates.get(id) === 'decline'))) text.delete(begin, words.length);
      else if (decided.length > 0) text.format(begin, words.length, Object.fromEntries(decided.map(({ key }) => [key, null])));
      end = begin;
    }
  }
}

// Pieces that stand side by side are read as one; between others something is left out.
class Words {
  text = '';
  private line = -1;
  private end = -1;

  add(words: string, line: number, index: number): void {
    const between = this.line === -1 || (this.line === line && this.end === index) ? '' : this.line === line ? ' … ' : '\n';
    this.text = cut(this.text + between + words);
    this.line = line;
    this.end = index + words.length;
  }
}

function cut(words: string): string {
  return words.length <= limits.bound ? words : `${words.slice(0, limits.bound - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

interface Piece {
  readonly words: string;
  readonly marks: readonly { readonly key: string; readonly mark: 'insertion' | 'deletion'; readonly id: string }[];
}

function piecesOf(text: Y.XmlText): Piece[] {
  return (text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]).map(({ insert, attributes }) => ({
    // Anything else than words takes up one place.
    words: typeof insert === 'string' ? insert : ' ',
    marks: Object.entries(attributes ?? {}).flatMap(([key, value]) => {
      const mark = markName(key);
      return (mark === 'insertion' || mark === 'deletion') && mayPoint(value) ? [{ key, mark, id: value.id }] : [];
    }),
  }));
}

function* writtenMarks(text: Y.XmlText): Generator<{ id: string; client: number }> {
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentFormat)) continue;
    const { key, value } = item.content as { key: string; value: unknown };
    if (/^(insertion|deletion)/.test(key) && mayPoint(value)) yield { id: value.id, client: item.id.client };
  }
}

function textsIn(type: Y.XmlFragment): Y.XmlText[] {
  return type.toArray().flatMap((child) => (child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? textsIn(child) : []));
}
