import * as Y from 'yjs';
import { carry, changeBetween, survives, type Delta } from './textChange';

/** A field on the screen that several people write in at once. */
export interface BoundField {
  undo(): void;
  redo(): void;
  readonly undoing: Y.UndoManager;
  release(): void;
}

/**
 * Ties a text field to a shared text. The caret stays with the words around it when others write; undo takes back
 * one's own changes only; while words are being composed nothing is put into the field and nothing is sent, and
 * afterwards the composed words are laid onto what others wrote meanwhile.
 */
export function bindField(field: HTMLTextAreaElement, shared: Y.Text, composing: (begins: boolean) => void, oneLine = false): BoundField {
  const mine = {};
  const undoing = new Y.UndoManager(shared, { trackedOrigins: new Set([mine]), captureTimeout: 600 });
  let known = shared.toString();
  let meanwhile: Delta[] | null = null;
  field.value = known;

  const put = (text: string, start: number, end: number): void => {
    known = text;
    if (field.value === text) return;
    const { selectionDirection, scrollTop } = field;
    field.value = text;
    // A field that is not in use has no caret to keep; setting one would take the focus in some browsers.
    if (document.activeElement === field) field.setSelectionRange(start, end, selectionDirection);
    field.scrollTop = scrollTop;
    field.dispatchEvent(new CustomEvent('written'));
  };

  const take = (): void => {
    if (oneLine && field.value.includes('\n')) {
      const { selectionStart } = field;
      field.value = field.value.replaceAll('\n', ' ');
      field.setSelectionRange(selectionStart, selectionStart);
    }
    const change = changeBetween(known, field.value, field.selectionStart);
    if (change === null) return;
    const gone: number[] = [];
    for (let at = change.index + change.remove - 1; at >= change.index; at -= 1) {
      let moved = at;
      const stays = (meanwhile ?? []).every((delta) => {
        if (!survives(moved, delta)) return false;
        moved = carry(moved, delta, true);
        return true;
      });
      if (stays) gone.push(moved);
    }
    const index = (meanwhile ?? []).reduce((at, delta) => carry(at, delta), change.index);
    const plain = meanwhile === null || meanwhile.length === 0;
    shared.doc?.transact(() => {
      if (plain) shared.delete(change.index, change.remove);
      else for (const at of gone) shared.delete(at, 1);
      if (change.insert !== '') shared.insert(Math.min(index, shared.length), change.insert);
    }, mine);
    known = field.value;
    field.dispatchEvent(new CustomEvent('written'));
  };

  const hear = (event: Y.YTextEvent): void => {
    if (event.transaction.origin === mine) return;
    const delta = event.delta as Delta;
    if (meanwhile !== null) {
      meanwhile.push(delta);
      return;
    }
    // Own undo puts the caret where the change was; others' changes leave it at the same words.
    const own = event.transaction.origin === undoing;
    const at = own ? endOf(delta) : null;
    put(shared.toString(), at ?? carry(field.selectionStart, delta), at ?? carry(field.selectionEnd, delta));
  };

  const onInput = (): void => {
    if (meanwhile === null) take();
  };
  const begin = (): void => {
    if (meanwhile !== null) return;
    meanwhile = [];
    composing(true);
  };
  const finish = (): void => {
    if (meanwhile === null) return;
    const { selectionStart } = field;
    const caret = meanwhile.reduce((at, delta) => carry(at, delta), selectionStart);
    take();
    meanwhile = null;
    put(shared.toString(), caret, caret);
    composing(false);
  };
  const onBefore = (event: InputEvent): void => {
    if (event.inputType === 'historyUndo') undoing.undo();
    else if (event.inputType === 'historyRedo') undoing.redo();
    else return;
    event.preventDefault();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) undoing.redo();
    else undoing.undo();
  };

  shared.observe(hear);
  field.addEventListener('input', onInput);
  field.addEventListener('compositionstart', begin);
  field.addEventListener('compositionend', finish);
  field.addEventListener('beforeinput', onBefore);
  field.addEventListener('keydown', onKey);
  return {
    undo: () => undoing.undo(),
    redo: () => undoing.redo(),
    undoing,
    release() {
      finish();
      shared.unobserve(hear);
      field.removeEventListener('input', onInput);
      field.removeEventListener('compositionstart', begin);
      field.removeEventListener('compositionend', finish);
      field.removeEventListener('beforeinput', onBefore);
      field.removeEventListener('keydown', onKey);
      undoing.destroy();
    },
  };
}

function endOf(delta: Delta): number {
  let at = 0;
  for (const step of delta) at += step.retain ?? (typeof step.insert === 'string' ? step.insert.length : 0);
  return at;
}
