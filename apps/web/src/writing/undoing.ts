import type { Plugin } from 'prosemirror-state';
import { ySyncPluginKey, yUndoPlugin } from 'y-prosemirror';
import * as Y from 'yjs';
import { textSchema } from './textSchema';

/**
 * Undoing and redoing what one did oneself. A block one has made stays when others have written in it: the binding sees
 * to that for lines only, and a list one undoes would go with the words of others in it [W19].
 */
export function undoing(text: Y.XmlFragment): Plugin {
  return yUndoPlugin({
    undoManager: new Y.UndoManager(text, {
      trackedOrigins: new Set([ySyncPluginKey]),
      captureTransaction: ({ meta }) => meta.get('addToHistory') !== false,
      // Without its last line the text would get another, as an act of its own, and nothing could be redone.
      deleteFilter: ({ content, parent }) => !(content instanceof Y.ContentType && (holds(content.type) || (parent === text && text.length === 1))),
    }),
  });
}

function holds(type: unknown): boolean {
  if (type instanceof Y.XmlText) return type.length > 0;
  return type instanceof Y.XmlElement && type.toArray().some((child) => holds(child) || (child instanceof Y.XmlElement && textSchema.nodes[child.nodeName]?.isLeaf));
}
