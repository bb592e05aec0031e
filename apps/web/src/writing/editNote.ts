import type { Node } from 'prosemirror-model';
import { Selection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/** A footnote as it is shown, and where it stands. */
export interface ShownNote {
  readonly dom: HTMLElement;
  readonly words: HTMLElement;
  readonly node: Node;
  readonly view: EditorView;
  readonly at: () => number | undefined;
  changed: ((text: string) => void) | null;
}

/** Opens a field for the words of a footnote in its place. It closes by Enter or Escape, or when one goes elsewhere. */
export function editNote(note: ShownNote): void {
  const field = document.createElement('textarea');
  field.className = 'input';
  field.rows = 1;
  field.dir = 'auto';
  field.value = note.node.textContent;
  note.words.hidden = true;
  note.dom.append(field);
  let composing = false;
  let closed = false;

  const send = (): void => {
    const at = note.at();
    const before = note.node.textContent;
    // A note is one paragraph: a line break pasted into it becomes a blank.
    const now = field.value.replace(/\s*\n\s*/g, ' ');
    if (at === undefined || now === before) return;
    const [start, end] = differs(before, now);
    const { tr } = note.view.state;
    const put = now.slice(start, now.length - end);
    note.view.dispatch(put === '' ? tr.delete(at + 1 + start, at + 1 + before.length - end) : tr.insertText(put, at + 1 + start, at + 1 + before.length - end));
  };
  const close = (): void => {
    if (closed) return;
    closed = true;
    send();
    note.changed = null;
    field.remove();
    note.words.hidden = false;
    const at = note.at();
    // A note in which nothing stands is none.
    if (at !== undefined && note.node.content.size === 0) note.view.dispatch(note.view.state.tr.delete(at, at + note.node.nodeSize));
  };
  note.changed = (text) => {
    if (composing || field.value === text) return;
    const [start, end] = differs(field.value, text);
    const grown = text.length - field.value.length;
    const place = (caret: number): number => (caret <= start ? caret : caret >= field.value.length - end ? caret + grown : Math.min(caret, text.length - end));
    const [from, to] = [place(field.selectionStart), place(field.selectionEnd)];
    field.value = text;
    field.setSelectionRange(from, to);
  };
  field.addEventListener('compositionstart', () => (composing = true));
  field.addEventListener('compositionend', () => {
    composing = false;
    send();
  });
  field.oninput = () => (composing ? undefined : send());
  field.onblur = close;
  field.onkeydown = (event) => {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    const at = note.at();
    close();
    const { view } = note;
    if (at !== undefined) view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(Math.min(at + (note.dom.isConnected ? note.node.nodeSize : 0), view.state.doc.content.size)), 1)).setMeta('addToHistory', false));
    view.focus();
  };
  field.focus();
}

// How many letters at the beginning and at the end are the same.
function differs(one: string, other: string): readonly [number, number] {
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return [start, end];
}
