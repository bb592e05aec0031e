import { Plugin, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { yCursorPluginKey } from 'y-prosemirror';

// What acts on the place of the caret.
const acts = ['keydown', 'cut', 'copy', 'paste'] as const;

/** As much of a link to the others as tells of a frame that is about to be read. */
export interface Frames {
  on(name: 'message', heard: () => void): unknown;
  off(name: 'message', heard: () => void): unknown;
}

/**
 * Has the editor read the caret before it acts on it. The browser tells of a moved caret in a task of its own, and on a
 * page that is busy the next key comes first: Enter just after Ctrl+End would divide the line where the caret was before.
 * So may what another writes, and the caret would be put back to where it was.
 */
export function readCaret(frames: Frames): Plugin {
  return new Plugin({
    view(view) {
      const read = (event: Event): void => {
        // What is being composed, by a key that names no letter, has a caret that is left to the browser.
        if (!(event instanceof KeyboardEvent && /^(Process|Unidentified)$/.test(event.key))) readNow(view);
      };
      const heard = (): void => readNow(view);
      // Before the editor itself hears of it.
      for (const act of acts) view.dom.addEventListener(act, read, true);
      frames.on('message', heard);
      return {
        destroy: () => {
          acts.forEach((act) => view.dom.removeEventListener(act, read, true));
          frames.off('message', heard);
        },
      };
    },
  });
}

/** Reads the caret from the page, if it is in this text and no word is being composed. */
export function readNow(view: EditorView): void {
  if (!view.composing && view.hasFocus()) document.dispatchEvent(new Event('selectionchange'));
}

/** The same change for an editor that has read the caret. Others' carets are drawn some time after one has heard of them. */
export function caretFirst(view: EditorView, transaction: Transaction): Transaction {
  const drawn: unknown = transaction.getMeta(yCursorPluginKey);
  if (drawn === undefined || transaction.docChanged || transaction.selectionSet) return transaction;
  readNow(view);
  return view.state.tr.setMeta(yCursorPluginKey, drawn);
}
