import * as Y from 'yjs';
import type { LineageRange } from './lineageRange.js';

/** Writes in a document for somebody; `whose` says of what was written which words are not theirs. */
export interface Write {
  (document: Y.Doc): void;
  readonly whose?: (document: Y.Doc) => readonly LineageRange[];
}

/** What such a writing comes to, tried on a copy; null when it changes nothing. */
export function draft(document: Y.Doc, clientId: number, write: Write): { update: Uint8Array | null; lineage: readonly LineageRange[] | undefined } {
  const copy = new Y.Doc();
  try {
    for (const [name, type] of document.share) copy.get(name, type.constructor as new () => Y.AbstractType<unknown>);
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(document));
    copy.clientID = clientId;
    let update: Uint8Array | null = null;
    copy.on('update', (bytes: Uint8Array) => (update = bytes));
    copy.transact(() => write(copy));
    return { update, lineage: write.whose?.(copy) };
  } finally {
    copy.destroy();
  }
}
