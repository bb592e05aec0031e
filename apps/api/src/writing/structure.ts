import * as Y from 'yjs';
import { limits } from './limits.js';
import { mayStand, placeOfRoot, placeOfType, type Place, type Spot } from './place.js';

/** What one client writes anew: from the clock that is known to `end`. */
export interface Written {
  readonly known: number;
  readonly structs: (Y.Item | Y.GC)[];
  end: number;
}

interface Placed {
  readonly end: number;
  readonly spot: Spot;
  readonly content: unknown;
}

const gone: Spot = { place: 'gone', attribute: null };

/** Does everything new refer to what is there, and stand where such a thing may stand? */
export function standsWell(document: Y.Doc, update: Uint8Array, written: ReadonlyMap<number, Written>): boolean {
  for (const [client, block] of written) {
    const placed: Placed[] = [];
    for (const struct of block.structs) {
      const end = struct.id.clock + struct.length;
      if (struct instanceof Y.GC) {
        // One's own words, written and deleted while offline: only the place they took is left.
        placed.push({ end, spot: gone, content: null });
        continue;
      }
      const refers = refersTo(document, struct, client, written);
      if (refers === 'nowhere') return false;
      if (refers === 'other client') return standsWellOnTrial(document, update, written);
      const spot = spotOf(document, struct, client, block.known, placed);
      if (spot === null || !mayStand(struct.content, spot, jsonWithin)) return false;
      placed.push({ end, spot, content: struct.content });
    }
  }
  return true;
}

/** May this value be kept in an attribute or a mark? */
function jsonWithin(value: unknown): boolean {
  return (JSON.stringify(value) ?? '').length <= limits.attributeBytes;
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

// As Yjs finds it when it integrates: beside the left neighbour, else the right one, else under the named parent.
function spotOf(document: Y.Doc, item: Y.Item, client: number, known: number, placed: readonly Placed[]): Spot | null {
  const isOurs = (id: Y.ID) => id.client === client && id.clock >= known;
  const neighbour = item.origin ?? item.rightOrigin;
  if (neighbour !== null) {
    return isOurs(neighbour) ? (placedAt(placed, neighbour.clock)?.spot ?? null) : spotOfStruct(document, Y.getItem(document.store, neighbour));
  }
  const parent = item.parent as Y.ID | string | null;
  if (parent === null) return null;
  if (typeof parent === 'string') return under(placeOfRoot(parent), item.parentSub);
  const content = isOurs(parent) ? placedAt(placed, parent.clock)?.content : contentOf(Y.getItem(document.store, parent));
  if (content === null || content instanceof Y.ContentDeleted) return gone;
  return content instanceof Y.ContentType ? under(placeOfType(document, content.type), item.parentSub) : null;
}

function spotOfStruct(document: Y.Doc, struct: Y.Item | Y.GC): Spot | null {
  if (!(struct instanceof Y.Item)) return gone;
  return under(placeOfType(document, struct.parent), struct.parentSub);
}

function contentOf(struct: Y.Item | Y.GC): unknown {
  return struct instanceof Y.Item ? struct.content : null;
}

function under(place: Place | null, attribute: string | null): Spot | null {
  return place === null ? null : { place, attribute };
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

// Two of one's own clients whose words refer to each other, as after writing offline in two sittings:
// seldom, so it is tried on a copy, where it must fit without anything left over.
function standsWellOnTrial(document: Y.Doc, update: Uint8Array, written: ReadonlyMap<number, Written>): boolean {
  const trial = new Y.Doc();
  try {
    for (const [name, type] of document.share) trial.get(name, type.constructor as new () => Y.AbstractType<unknown>);
    Y.applyUpdate(trial, Y.encodeStateAsUpdate(document));
    Y.applyUpdate(trial, update);
    if (trial.store.pendingStructs !== null || trial.store.pendingDs !== null) return false;
    for (const [client, { known }] of written) {
      for (const struct of trial.store.clients.get(client) ?? []) {
        if (!(struct instanceof Y.Item) || struct.id.clock + struct.length <= known) continue;
        const spot = spotOfStruct(trial, struct);
        if (spot === null || !mayStand(struct.content, spot, jsonWithin)) return false;
      }
    }
    return true;
  } finally {
    trial.destroy();
  }
}
