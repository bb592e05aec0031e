import * as Y from 'yjs';

/**
 * Lets updates into a document and nothing beside them. Yjs by itself would tidy marks away after what comes from elsewhere,
 * each document in its own way: what is held, what was replayed and what is loaded after a restart would read differently,
 * for no row of the log says what was tidied. Browsers tidy, and what they take away is written as any edit [W4].
 */
export function takeIn(document: Y.Doc, updates: Iterable<Uint8Array>, origin?: unknown): void {
  document.on('afterTransaction', leftAlone);
  try {
    document.transact(() => {
      for (const update of updates) Y.applyUpdate(document, update);
    }, origin);
  } finally {
    document.off('afterTransaction', leftAlone);
  }
}

// Not by calling the step our own: then Yjs would also keep the places it remembers in a line, though they have moved.
function leftAlone(transaction: Y.Transaction): void {
  transaction._needFormattingCleanup = false;
}
