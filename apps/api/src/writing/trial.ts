import * as Y from 'yjs';
import { textRoot, mayStand } from './place.js';
import { jsonWithin, spotOfStruct } from './spot.js';
import { takeIn } from './takeIn.js';
import type { Written } from './written.js';

/** Tries an update on a copy of the text: everything new must be in its row, between its neighbours, and read back the same. */
export function fitsOnTrial(document: Y.Doc, update: Uint8Array, written: ReadonlyMap<number, Written>): boolean {
  const trial = copyOf(document, Y.encodeStateAsUpdate(document));
  try {
    takeIn(trial, [update]);
    if (trial.store.pendingStructs !== null || trial.store.pendingDs !== null) return false;
    const walk = { steps: 2_000_000 };
    for (const [client, { known }] of written) {
      for (const struct of trial.store.clients.get(client) ?? []) {
        if (!(struct instanceof Y.Item) || struct.id.clock + struct.length <= known) continue;
        const spot = spotOfStruct(trial, struct);
        if (spot === null || !mayStand(struct.content, spot, jsonWithin) || !isInItsRow(trial, struct, walk)) return false;
      }
    }
    return readsBackTheSame(trial);
  } finally {
    trial.destroy();
  }
}

function isInItsRow(trial: Y.Doc, item: Y.Item, walk: { steps: number }): boolean {
  const { left, right } = item;
  if (left !== null && (left.right !== item || left.parent !== item.parent)) return false;
  if (right !== null && (right.left !== item || right.parent !== item.parent)) return false;
  return isBeyond(trial, item, item.origin, 'left', walk) && isBeyond(trial, item, item.rightOrigin, 'right', walk);
}

// Words that were joined with their neighbour hold their own origin within themselves.
function isBeyond(trial: Y.Doc, item: Y.Item, id: Y.ID | null, side: 'left' | 'right', walk: { steps: number }): boolean {
  if (id === null) return true;
  const sought = Y.getItem(trial.store, id) as Y.Item | Y.GC;
  if (!(sought instanceof Y.Item)) return true;
  for (let next = item[side]; next !== null; next = next[side]) {
    if (next === sought) return true;
    walk.steps -= 1;
    if (walk.steps < 0) return false;
  }
  return false;
}

function readsBackTheSame(trial: Y.Doc): boolean {
  const again = copyOf(trial, Y.encodeStateAsUpdate(trial));
  try {
    return again.getXmlFragment(textRoot).toString() === trial.getXmlFragment(textRoot).toString();
  } finally {
    again.destroy();
  }
}

function copyOf(document: Y.Doc, state: Uint8Array): Y.Doc {
  const copy = new Y.Doc();
  for (const [name, type] of document.share) copy.get(name, type.constructor as new () => Y.AbstractType<unknown>);
  Y.applyUpdate(copy, state);
  return copy;
}
