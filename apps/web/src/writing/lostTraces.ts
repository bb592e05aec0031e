import * as Y from 'yjs';

/**
 * Yjs follows each word that was undone to what was made of it. Where that went with the block around it, and has been thrown
 * away, the way leads nowhere and the next undoing would throw: such traces are forgotten before anything is undone [W19].
 */
export function forgetLostTraces({ origin, doc: { store } }: Y.Transaction): void {
  if (!(origin instanceof Y.UndoManager)) return;
  for (const structs of store.clients.values()) {
    for (const item of structs) if (item instanceof Y.Item && item.redone !== null && !((Y.getItem(store, item.redone) as unknown) instanceof Y.Item)) item.redone = null;
  }
}
