import { Plugin } from 'prosemirror-state';
import * as Y from 'yjs';

/**
 * Undoing what was deleted with the block around it, Yjs may say of words that they stand before what is to
 * their left. Others would then read another text, and the server refuses it [W3]; so it is said anew, before
 * anybody hears of it, as where the words came to stand.
 */
export function undoneInPlace({ doc: document }: Y.XmlFragment): Plugin {
  return new Plugin({
    view: () => {
      document?.on('beforeObserverCalls', saidInPlace);
      return { destroy: () => document?.off('beforeObserverCalls', saidInPlace) };
    },
  });
}

function saidInPlace(transaction: Y.Transaction, { clientID, store }: Y.Doc): void {
  if (!(transaction.origin instanceof Y.UndoManager)) return;
  const structs = store.clients.get(clientID) ?? [];
  const known = transaction.beforeState.get(clientID) ?? 0;
  for (let at = structs.length - 1; at >= 0; at -= 1) {
    const item = structs[at] as Y.Item | Y.GC;
    if (item.id.clock < known) return;
    if (!(item instanceof Y.Item) || item.parentSub !== null || isBefore(item, store)) continue;
    item.origin = nearest(item, 'left')?.lastId ?? null;
    item.rightOrigin = nearest(item, 'right')?.id ?? null;
  }
}

function isBefore(item: Y.Item, store: Y.Doc['store']): boolean {
  if (item.rightOrigin === null) return true;
  const sought = Y.getItem(store, item.rightOrigin) as Y.Item | Y.GC;
  let next = item.right;
  while (next !== null && next !== sought) next = next.right;
  return next !== null;
}

// What was there when it came: of what the same undoing made, only what it made earlier.
function nearest(item: Y.Item, side: 'left' | 'right'): Y.Item | null {
  let next = item[side];
  while (next !== null && next.id.client === item.id.client && next.id.clock > item.id.clock) next = next[side];
  return next;
}
