import * as Y from 'yjs';
import { limits } from './limits.js';
import { placeOfType, type Place, type Spot } from './place.js';

/** Where what has been deleted stands: nothing is looked for there. */
export const gone: Spot = { place: 'gone', attribute: null };

/** The spot under a place; nowhere when the place is not one of ours. */
export function under(place: Place | null, attribute: string | null): Spot | null {
  return place === null ? null : { place, attribute };
}

/** May this value be kept in an attribute or a mark? */
export function jsonWithin(value: unknown): boolean {
  return (JSON.stringify(value) ?? '').length <= limits.attributeBytes;
}

/** Where a struct of the text stands. */
export function spotOfStruct(document: Y.Doc, struct: Y.Item | Y.GC): Spot | null {
  if (!(struct instanceof Y.Item)) return gone;
  return under(placeOfType(document, struct.parent), struct.parentSub);
}
