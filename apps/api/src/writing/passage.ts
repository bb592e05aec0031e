import * as Y from 'yjs';
import { textRoot } from './place.js';

/** Characters of a text by the ids they will always have: client, first clock, how many. */
export type Words = readonly (readonly [client: number, clock: number, length: number])[];

/** Where a passage stands: its ends as relative positions in JSON, and the very characters between them. */
export interface Anchor {
  readonly start: unknown;
  readonly end: unknown;
  readonly words?: Words;
}

/** A passage that was found: its anchor, with the characters noted, and the words as they stand. */
export interface Passage {
  readonly anchor: Required<Anchor>;
  readonly quote: string;
}

/** How many runs of characters a passage may have. */
export const mostRanges = 1_000;

/** Notes the very characters between two ends; null when there are none. */
export function pinned(document: Y.Doc, given: unknown): Passage | null {
  const ends = endsOf(document, given);
  if (ends === null) return null;
  const words: [number, number, number][] = [];
  let quote = '';
  let block: unknown = null;
  for (const { item, from, to, within } of between(document, ends.start, ends.end)) {
    quote += `${block !== null && block !== within ? '\n' : ''}${(item.content as Y.ContentString).str.slice(from, to)}`;
    block = within;
    const last = words.at(-1);
    if (last !== undefined && last[0] === item.id.client && last[1] + last[2] === item.id.clock + from) last[2] += to - from;
    else words.push([item.id.client, item.id.clock + from, to - from]);
  }
  if (words.length === 0 || words.length > mostRanges) return null;
  const { start, end } = given as Anchor;
  return { anchor: { start, end, words }, quote };
}

/**
 * Is any of the passage's own characters still in the text? Words that are alike never count, nor does
 * what was written in their place [C7]. An anchor without its characters is judged by those at its ends.
 */
export function standsStill(document: Y.Doc, given: unknown): boolean {
  const words = (given as Partial<Anchor> | null)?.words;
  if (Array.isArray(words)) return words.slice(0, mostRanges).some((range) => survives(document, range as Words[number]));
  const ends = endsOf(document, given);
  if (ends === null) return false;
  const rest = [...between(document, ends.start, ends.end)];
  return rest.some(({ item }) => [given as Anchor].some(({ start, end }) => isAt(item, start) || isAt(item, end)));
}

function survives(document: Y.Doc, range: Words[number]): boolean {
  if (!Array.isArray(range) || !range.every((part) => Number.isSafeInteger(part) && part >= 0)) return false;
  const [client, clock, length] = range;
  const structs = document.store.clients.get(client);
  if (structs === undefined || clock >= Y.getState(document.store, client)) return false;
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at += 1) {
    const struct = structs[at];
    if (struct === undefined || struct.id.clock >= clock + length) return false;
    if (!struct.deleted) return true;
  }
  return false;
}

/** A spot in the text. */
export interface Spot {
  readonly type: Y.AbstractType<unknown>;
  readonly index: number;
}

/** The spots of both ends of a passage; null when they are none of this text. */
export function endsOf(document: Y.Doc, given: unknown): { start: Spot; end: Spot } | null {
  try {
    const { start, end } = given as Anchor;
    const [from, to] = [start, end].map((json) => Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(json), document));
    return from && to ? { start: from, end: to } : null;
  } catch {
    return null;
  }
}

function isAt(item: Y.Item, position: unknown): boolean {
  const id = (position as { item?: { client: number; clock: number } | null } | null)?.item;
  return id != null && id.client === item.id.client && id.clock >= item.id.clock && id.clock < item.id.clock + item.length;
}

/** A piece of text within one item. */
export interface Piece {
  readonly item: Y.Item;
  readonly from: number;
  readonly to: number;
  readonly within: unknown;
}

/** The pieces of text from one spot to another, in the order one reads them. */
export function* between(document: Y.Doc, start: Spot, end: Spot): Generator<Piece> {
  const state = { inside: false, over: false };
  yield* walk(document.getXmlFragment(textRoot), start, end, state);
}

function* walk(type: Y.XmlFragment | Y.XmlText, start: Spot, end: Spot, state: { inside: boolean; over: boolean }): Generator<Piece> {
  let index = 0;
  for (let item = type._start; item !== null && !state.over; item = item.right) {
    if (item.deleted || !item.countable) continue;
    const length = type instanceof Y.XmlText ? item.length : 1;
    let from = 0;
    let to = length;
    if (start.type === type && !state.inside && start.index >= index && start.index < index + length) {
      state.inside = true;
      from = start.index - index;
    }
    if (end.type === type && end.index <= index + length - (type instanceof Y.XmlText ? 0 : 1) && end.index >= index) {
      state.over = true;
      to = end.index - index;
    }
    if (type instanceof Y.XmlText) {
      if (state.inside && to > from && item.content instanceof Y.ContentString) yield { item, from, to, within: type };
    } else if (item.content instanceof Y.ContentType && !(state.over && to === 0)) {
      yield* walk(item.content.type as Y.XmlFragment | Y.XmlText, start, end, state);
    }
    index += length;
  }
  // At the very end of a type: nothing of it is inside, and what follows is.
  if (start.type === type && start.index >= index) state.inside = true;
  if (end.type === type && end.index >= index) state.over = true;
}
