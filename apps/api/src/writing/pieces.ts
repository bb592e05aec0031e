import * as Y from 'yjs';

/** Whose words they are: of an actor, of somebody whom only a file names, or of nobody one knows; `quoted` by another. */
export interface By {
  readonly actorId: string | null;
  readonly stated?: string;
  readonly quoted?: true;
}

/** A stretch of characters of one author. */
export interface Stretch {
  readonly length: number;
  readonly by: By;
}

/** Says whose the characters of a range of ids are, from the first to the last. */
export type AuthorsOf = (client: number, clock: number, length: number) => readonly Stretch[];

/** A piece of running text as Yjs gives it; with `by`, of one author. */
export interface Piece {
  readonly insert: unknown;
  readonly attributes?: Record<string, unknown>;
  readonly by?: By;
}

/** Are they the same author, in the same way? */
export function sameAuthor(one: By, other: By): boolean {
  return one.actorId === other.actorId && one.stated === other.stated && one.quoted === other.quoted;
}

/** The pieces of a running text as they read now, split where the author or a mark changes. */
export function piecesOf(text: Y.XmlText, authors: AuthorsOf): Piece[] {
  const pieces: { insert: string; attributes?: Record<string, unknown>; by: By }[] = [];
  let attributes: Record<string, unknown> = {};
  let fresh = true;
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    if (item.content instanceof Y.ContentFormat) {
      const { key, value } = item.content;
      attributes = Object.fromEntries([...Object.entries(attributes).filter(([name]) => name !== key), ...(value === null ? [] : [[key, value]])]) as Record<string, unknown>;
      fresh = true;
    } else if (item.content instanceof Y.ContentString) {
      let at = 0;
      for (const { length, by } of authors(item.id.client, item.id.clock, item.length)) {
        const insert = item.content.str.slice(at, at + length);
        const last = pieces.at(-1);
        if (!fresh && last !== undefined && sameAuthor(last.by, by)) last.insert += insert;
        else pieces.push({ insert, by, ...(Object.keys(attributes).length > 0 ? { attributes } : {}) });
        at += length;
        fresh = false;
      }
    }
  }
  return pieces;
}
