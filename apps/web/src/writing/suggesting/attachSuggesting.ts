import type { ResolvedPos } from 'prosemirror-model';
import { NodeSelection, TextSelection, type EditorState, type Transaction } from 'prosemirror-state';
import type { EditorProps, EditorView } from 'prosemirror-view';
import { textSchema } from '../textSchema';
import { asSuggestion } from './asSuggestion';
import { ownMark, type IsMine } from './standing';

/** What suggesting asks of the screen around it, and tells it. */
export interface Suggester {
  readonly isMine: IsMine;
  /** The first words of a suggestion are in the text under this id. */
  readonly begun: (id: string) => void;
  /** Was what was tried suggested, or is it something that cannot be suggested, and was not done? */
  readonly could: (is: boolean) => void;
}

/**
 * Turns an editor to suggesting, until what it gives is called. What others write, and what one undoes, passes as it is.
 * No plugin comes or goes for it: with another plugin the editor ends all there are and begins them anew, and what one
 * did could not be undone any more.
 */
export function attachSuggesting(view: EditorView, suggester: Suggester): () => void {
  const { dispatchTransaction, handlePaste, handleDOMEvents } = view.props;
  const before = { dispatchTransaction, handlePaste, handleDOMEvents } as Partial<EditorProps>;
  const own = new Set<string>();
  const told = new Set<string>();
  const isMine: IsMine = (id) => own.has(id) || suggester.isMine(id);
  // The suggestion one is at: what is written on goes into it, until one goes somewhere else.
  let at: string | null = null;
  const idAt = (state: EditorState): string => touching(state, isMine) ?? at ?? crypto.randomUUID();
  const pass = (transaction: Transaction): void => dispatchTransaction?.call(view, transaction);

  view.setProps({
    dispatchTransaction(transaction) {
      if (view.isDestroyed) return;
      if (!transaction.docChanged || ofTheBinding(transaction)) {
        if (transaction.selectionSet && !ofTheBinding(transaction)) at = null;
        return pass(transaction);
      }
      const id = idAt(view.state);
      const suggested = asSuggestion(view.state, transaction, id, isMine);
      if (suggested === null) {
        suggester.could(false);
        // What the browser has done by itself is drawn as it was.
        return pass(view.state.tr.setMeta('addToHistory', false).setSelection(view.state.selection));
      }
      suggester.could(true);
      at = id;
      own.add(id);
      pass(suggested);
      // A new line holds no word of it yet.
      if (told.has(id) || suggester.isMine(id) || !marksIn(view.state).has(id)) return;
      told.add(id);
      suggester.begun(id);
    },
    ...atTheCaret(isMine, idAt, before),
  });
  return () => {
    if (!view.isDestroyed) view.setProps({ ...before, handleTextInput: () => false, handleKeyDown: () => false });
  };
}

// What others write and what one undoes; by the name of the binding's key, so that the key itself need not be a file of its own.
function ofTheBinding(transaction: Transaction): boolean {
  return transaction.getMeta('y-sync$') !== undefined;
}

function atTheCaret(isMine: IsMine, idAt: (state: EditorState) => string, { handlePaste, handleDOMEvents }: Partial<EditorProps>): Partial<EditorProps> {
  // Whoever has taken words away backwards stands before them; what is written in their place comes behind them.
  const stepOver = (view: EditorView): boolean => {
    const { selection, doc, tr } = view.state;
    let place = selection.$from;
    while (selection.empty && place.nodeAfter !== null && ownMark(place.nodeAfter.marks, 'deletion', isMine) !== null) place = doc.resolve(place.pos + place.nodeAfter.nodeSize);
    if (place.pos === selection.from) return false;
    view.dispatch(tr.setSelection(TextSelection.create(doc, place.pos)));
    return true;
  };
  return {
    handleTextInput(view, _from, to, text) {
      // A picture that is selected stays; what one writes comes on a line of its own beneath it.
      const { selection, tr } = view.state;
      if (selection instanceof NodeSelection && selection.node.isBlock) {
        tr.insert(to, textSchema.nodes.paragraph.create(null, textSchema.text(text)));
        view.dispatch(tr.setSelection(TextSelection.create(tr.doc, to + 1 + text.length)).scrollIntoView());
        return true;
      }
      if (view.composing || !stepOver(view)) return false;
      view.dispatch(view.state.tr.insertText(text).scrollIntoView());
      return true;
    },
    handleKeyDown(view, { key }) {
      if (key === 'Enter') stepOver(view);
      return false;
    },
    handlePaste(view, event, slice) {
      stepOver(view);
      return handlePaste?.call(undefined as never, view, event, slice) ?? false;
    },
    handleDOMEvents: {
      ...handleDOMEvents,
      // What is composed begins inside the mark, so that putting the mark on it need not break the word being composed.
      compositionstart(view, event) {
        stepOver(view);
        const { selection, storedMarks } = view.state;
        const marks = storedMarks ?? selection.$from.marks();
        if (selection.empty && ownMark(marks, 'insertion', isMine) === null) {
          view.dispatch(view.state.tr.setStoredMarks(textSchema.marks.insertion.create({ id: idAt(view.state) }).addToSet(marks.filter((mark) => mark.type !== textSchema.marks.deletion))));
        }
        return handleDOMEvents?.compositionstart?.call(undefined as never, view, event) ?? false;
      },
    },
  };
}

/** The suggestions whose marks stand in a text, each with the words under them. */
export function marksIn(state: EditorState): Map<string, string> {
  const found = new Map<string, string>();
  state.doc.descendants((node) => {
    for (const { type, attrs } of node.marks) {
      if (type.name !== 'insertion' && type.name !== 'deletion') continue;
      const id = String(attrs['id']);
      found.set(id, `${found.get(id) ?? ''} ${type.name} ${node.text ?? ''}`);
    }
  });
  return found;
}

// One's own suggestion that the caret or the selection touches: what is changed beside it belongs to it.
function touching({ selection: { $from, $to, from, to }, doc }: EditorState, isMine: IsMine): string | null {
  let found = beside($from, isMine) ?? beside($to, isMine);
  if (from < to) doc.nodesBetween(from, to, (node) => void (found ??= ownMark(node.marks, 'insertion', isMine)));
  return found;
}

function beside({ nodeBefore, nodeAfter }: ResolvedPos, isMine: IsMine): string | null {
  for (const node of [nodeBefore, nodeAfter]) {
    if (node === null) continue;
    const id = ownMark(node.marks, 'insertion', isMine) ?? ownMark(node.marks, 'deletion', isMine);
    if (id !== null) return id;
  }
  return null;
}
