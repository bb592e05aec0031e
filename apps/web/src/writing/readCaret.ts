import { Plugin } from 'prosemirror-state';

// What acts on the place of the caret.
const acts = ['keydown', 'cut', 'copy', 'paste'] as const;

/**
 * Has the editor read the caret before it acts on it. The browser tells of a moved caret in a task of its own, and on a
 * page that is busy the next key comes first: Enter just after Ctrl+End would divide the line where the caret was before.
 */
export function readCaret(): Plugin {
  return new Plugin({
    view(view) {
      const read = (event: Event): void => {
        // What is being composed, by a key that names no letter, has a caret that is left to the browser.
        const composes = view.composing || (event instanceof KeyboardEvent && /^(Process|Unidentified)$/.test(event.key));
        if (!composes) document.dispatchEvent(new Event('selectionchange'));
      };
      // Before the editor itself hears of it.
      for (const act of acts) view.dom.addEventListener(act, read, true);
      return { destroy: () => acts.forEach((act) => view.dom.removeEventListener(act, read, true)) };
    },
  });
}
