import type { Node } from 'prosemirror-model';
import { NodeSelection, Selection, type EditorState, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { textSchema } from './textSchema';

const { nodes } = textSchema;

/** Puts a block beneath the one the caret stands in, and gives where it begins. After it there is always a line to write on. */
export function insertBlock(tr: Transaction, block: Node): number {
  const { $from, to } = tr.selection;
  const at = $from.depth === 0 ? to : $from.after();
  const isLast = at === tr.doc.content.size;
  tr.insert(at, isLast ? [block, nodes.paragraph.create()] : block);
  return at;
}

/** Puts something among the words, behind what is selected. Null where no words stand. */
export function insertAmongWords(state: EditorState, node: Node): Transaction | null {
  const { $to } = state.selection;
  if (!$to.parent.inlineContent || !$to.parent.type.validContent($to.parent.content.addToEnd(node))) return null;
  return state.tr.insert($to.pos, node);
}

/** May a footnote stand here? */
export function mayNote(state: EditorState): boolean {
  return insertAmongWords(state, nodes.footnote.create()) !== null;
}

/** Begins a footnote behind what is selected, and opens it. */
export function beginFootnote(view: EditorView): boolean {
  const at = view.state.selection.to;
  const change = insertAmongWords(view.state, nodes.footnote.create());
  if (change === null) return false;
  view.dispatch(change.scrollIntoView());
  (view.nodeDOM(at) as HTMLElement | null)?.querySelector('button')?.click();
  return true;
}

/** Puts a picture beneath the block one stands in, or corrects what is said of the one that is selected. */
export function putPicture(state: EditorState, media: string, description: string): Transaction {
  const { tr } = state;
  const at = insertBlock(tr, nodes.picture.create({ media, description }));
  return tr.setSelection(Selection.near(tr.doc.resolve(at + 1), 1)).scrollIntoView();
}

/** The picture that is selected, and where. */
export function pictureSelected({ selection }: EditorState): { node: Node; at: number } | null {
  return selection instanceof NodeSelection && selection.node.type === nodes.picture ? { node: selection.node, at: selection.from } : null;
}
