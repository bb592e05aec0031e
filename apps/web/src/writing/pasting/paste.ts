import { DOMParser as Reader, Slice, type Node } from 'prosemirror-model';
import { Selection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { textSchema } from '../textSchema';
import { cleanHtml } from './cleanHtml';

/** Puts what another program laid on the clipboard, or dragged here, in the text, cleaned; gives how many pictures did not come along. */
export function pasteCleaned(view: EditorView, html: string, event: Event): number {
  const { html: clean, pictures } = cleanHtml(html);
  const dropped = event instanceof DragEvent ? view.posAtCoords({ left: event.clientX, top: event.clientY }) : null;
  if (dropped !== null) {
    view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(dropped.pos))));
    view.focus();
  }
  if (clean !== '') {
    const { from, to } = view.state.selection;
    view.dispatch(view.state.tr.replaceRange(from, to, sliceOf(clean)).scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'));
  }
  return pictures;
}

// A plain line joins the line one stands in; a heading, a list or a table stays what it is.
function sliceOf(html: string): Slice {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const { content } = Reader.fromSchema(textSchema).parse(body);
  const joins = (node: Node | null): number => (node?.type === textSchema.nodes.paragraph && (node.attrs['level'] === null || content.childCount === 1) ? 1 : 0);
  return new Slice(content, joins(content.firstChild), joins(content.lastChild));
}
