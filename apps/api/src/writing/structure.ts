import * as Y from 'yjs';
import { mayStand, placeOfRoot, placeOfType, type Spot } from './place.js';
import { gone, jsonWithin, spotOfStruct, under } from './spot.js';
import { fitsOnTrial } from './trial.js';
import type { Written } from './written.js';

interface Placed {
  readonly end: number;
  readonly spot: Spot;
  readonly content: unknown;
  readonly rightOrigin: Y.ID | null;
}

/** It fits; it does not; or it can only be told on a copy of the text. */
type Fit = 'fits' | 'does not' | 'try';

/** How far a neighbour may be looked for in one update. */
const mostSteps = 1_000_000;

/** Does everything new refer to what is there, and stand where such a thing may stand? Null: it may not be tried. */
export function standsWell(document: Y.Doc, update: Uint8Array, written: ReadonlyMap<number, Written>, mayTry: () => boolean): boolean | null {
  const walk = { steps: mostSteps };
  for (const [client, block] of written) {
    const placed: Placed[] = [];
    for (const struct of block.structs) {
      const end = struct.id.clock + struct.length;
      if (struct instanceof Y.GC) {
        // One's own words, written and deleted while offline: only the place they took is left.
        placed.push({ end, spot: gone, content: null, rightOrigin: null });
        continue;
      }
      const refers = refersTo(document, struct, client, written);
      if (refers === 'nowhere') return false;
      // Words of another of one's own clients, or partly known already: seldom, and told on a copy.
      const fit = refers === 'other client' || struct.id.clock < block.known ? 'try' : order(document, struct, client, block.known, placed, walk);
      if (fit === 'does not') return false;
      if (fit === 'try') return mayTry() ? fitsOnTrial(document, update, written) : null;
      const spot = spotOf(document, struct, client, block.known, placed);
      if (spot === null || !mayStand(struct.content, spot, jsonWithin)) return false;
      placed.push({ end, spot, content: struct.content, rightOrigin: struct.rightOrigin });
    }
  }
  return true;
}

/**
 * Does what is known already refer to nothing but what is known? Yjs looks at its neighbours once more, and cuts their words
 * there: between the halves of one character both are lost, in this process alone, and the text no longer is its log.
 */
export function refersToKnown(document: Y.Doc, item: Y.Item): boolean {
  if (refersTo(document, item, -1, new Map()) !== 'known') return false;
  return !isWithinCharacter(document, item.origin, 1) && !isWithinCharacter(document, item.rightOrigin, 0);
}

function isWithinCharacter(document: Y.Doc, id: Y.ID | null, after: 0 | 1): boolean {
  if (id === null) return false;
  const item = Y.getItem(document.store, id) as Y.Item | Y.GC;
  if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentString)) return false;
  const at = id.clock - item.id.clock + after;
  const unit = item.content.str.charCodeAt(at - 1);
  return at > 0 && at < item.length && unit >= 0xd800 && unit <= 0xdbff;
}

function refersTo(document: Y.Doc, item: Y.Item, client: number, written: ReadonlyMap<number, Written>): 'known' | 'other client' | 'nowhere' {
  let answer: 'known' | 'other client' = 'known';
  const parent = item.parent as Y.ID | string | null;
  for (const id of [item.origin, item.rightOrigin, typeof parent === 'string' ? null : parent]) {
    if (id === null || id.clock < Y.getState(document.store, id.client)) continue;
    if (id.client === client) {
      if (id.clock >= item.id.clock) return 'nowhere';
    } else {
      if (id.clock >= (written.get(id.client)?.end ?? 0)) return 'nowhere';
      answer = 'other client';
    }
  }
  return answer;
}

// The right neighbour must come after the left one, in the same row. Where it does not, Yjs puts the item
// in another place than those who read the text anew, and two people see two texts.
function order(document: Y.Doc, item: Y.Item, client: number, known: number, placed: readonly Placed[], walk: { steps: number }): Fit {
  const { origin, rightOrigin } = item;
  if (origin === null || rightOrigin === null) return 'fits';
  const isNew = (id: Y.ID) => id.client === client && id.clock >= known;
  if (isNew(origin) || isNew(rightOrigin)) {
    // The one before it in the same gap, as when several blocks are pasted.
    const before = isNew(origin) ? placedAt(placed, origin.clock) : undefined;
    const sameGap = before !== undefined && before.end === origin.clock + 1 && before.rightOrigin !== null && Y.compareIDs(before.rightOrigin, rightOrigin);
    return sameGap ? 'fits' : 'try';
  }
  const left = Y.getItem(document.store, origin) as Y.Item | Y.GC;
  const right = Y.getItem(document.store, rightOrigin) as Y.Item | Y.GC;
  if (!(left instanceof Y.Item) || !(right instanceof Y.Item)) return 'fits';
  if (left === right) return origin.clock < rightOrigin.clock ? 'fits' : 'does not';
  for (let next = left.right; next !== null; next = next.right) {
    if (next === right) return 'fits';
    walk.steps -= 1;
    if (walk.steps < 0) return 'does not';
  }
  return 'does not';
}

// As Yjs finds it when it integrates: beside the left neighbour, else the right one, else under the named parent.
function spotOf(document: Y.Doc, item: Y.Item, client: number, known: number, placed: readonly Placed[]): Spot | null {
  const isNew = (id: Y.ID) => id.client === client && id.clock >= known;
  const neighbour = item.origin ?? item.rightOrigin;
  if (neighbour !== null) {
    return isNew(neighbour) ? (placedAt(placed, neighbour.clock)?.spot ?? null) : spotOfStruct(document, Y.getItem(document.store, neighbour));
  }
  const parent = item.parent as Y.ID | string | null;
  if (parent === null) return null;
  if (typeof parent === 'string') return under(placeOfRoot(parent), item.parentSub);
  const content = isNew(parent) ? placedAt(placed, parent.clock)?.content : contentOf(Y.getItem(document.store, parent));
  if (content === null || content instanceof Y.ContentDeleted) return gone;
  return content instanceof Y.ContentType ? under(placeOfType(document, content.type), item.parentSub) : null;
}

function contentOf(struct: Y.Item | Y.GC): unknown {
  return struct instanceof Y.Item ? struct.content : null;
}

function placedAt(placed: readonly Placed[], clock: number): Placed | undefined {
  let low = 0;
  let high = placed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((placed[middle]?.end ?? 0) <= clock) low = middle + 1;
    else high = middle;
  }
  return placed[low];
}
