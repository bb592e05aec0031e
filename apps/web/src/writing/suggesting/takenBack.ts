import type { EditorView } from 'prosemirror-view';
import type * as Y from 'yjs';
import { marksIn } from './attachSuggesting';

/** Which suggestions have left the text by what one did oneself here, undoing or deleting, and have not come back. */
export interface TakenBack {
  readonly has: (id: string) => boolean;
  readonly end: () => void;
}

/** Watches what one takes out of a text oneself. What goes by what others do is not among it. */
export function takenBack(view: EditorView): TakenBack {
  // By the name of the binding's key, so that the key itself need not be a file of its own.
  const { doc } = (view.state as unknown as { readonly 'y-sync$': { readonly doc: Y.Doc } })['y-sync$'];
  const taken = new Set<string>();
  let stood = marksIn(view.state);
  const look = ({ local }: Y.Transaction): void => {
    const stand = marksIn(view.state);
    for (const id of stood.keys()) if (local && !stand.has(id)) taken.add(id);
    for (const id of stand.keys()) taken.delete(id);
    stood = stand;
  };
  doc.on('afterTransaction', look);
  return { has: (id) => taken.has(id), end: () => doc.off('afterTransaction', look) };
}
