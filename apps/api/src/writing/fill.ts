import type * as Y from 'yjs';
import { takeIn } from './takeIn.js';

/**
 * Puts a text into a document that nobody has seen yet. Whoever listens to it already is not told: Hocuspocus would have the
 * whole text written out once more, and would send it to the first who comes beside the answer they ask for.
 */
export function fill(document: Y.Doc, updates: Iterable<Uint8Array>): void {
  const listeners = document._observers.get('update');
  document._observers.delete('update');
  try {
    takeIn(document, updates);
  } finally {
    if (listeners !== undefined) document._observers.set('update', listeners);
  }
}
