import type { EditorState } from 'prosemirror-state';
import { DecorationSet, type Decoration, type EditorView } from 'prosemirror-view';
import { readNow } from './readCaret';

/** What is drawn over a text, worked out from it. */
export type Drawing = (state: EditorState) => readonly Decoration[];

const drawn = new WeakMap<EditorView, Set<Drawing>>();

/** Draws over the text of an editor, beside whatever else is drawn there; gives how to take it away again. */
export function draw(view: EditorView, one: Drawing): () => void {
  const all = drawn.get(view) ?? new Set();
  drawn.set(view, all);
  const anew = (): void => {
    if (view.isDestroyed) return;
    readNow(view);
    view.setProps({ decorations: (state) => DecorationSet.create(state.doc, [...all].flatMap((each) => each(state))) });
  };
  all.add(one);
  anew();
  return () => {
    all.delete(one);
    anew();
  };
}
