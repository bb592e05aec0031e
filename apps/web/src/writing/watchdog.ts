import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { initProseMirrorDoc, ySyncPluginKey } from 'y-prosemirror';
import type * as Y from 'yjs';
import { isStrange } from './strangeText';
import { textSchema } from './textSchema';

interface Binding {
  mapping: Map<unknown, unknown>;
  _forceRerender: () => void;
}

/** Does the screen show what the shared document holds? An empty text is shown as one empty paragraph. */
export function showsTheText(view: EditorView, text: Y.XmlFragment): boolean {
  const shown = view.state.doc;
  if (text.length === 0) return shown.childCount <= 1 && shown.textContent === '';
  return initProseMirrorDoc(text, textSchema).doc.eq(shown);
}

/**
 * Looks, when the text has rested a while, whether the screen still shows the shared document, and draws it anew
 * if not. The binding has been seen to let the two differ after certain concurrent changes.
 */
export function watchdog(text: Y.XmlFragment, rest = 1_500): Plugin {
  return new Plugin({
    view(view) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const look = (): void => {
        if (view.isDestroyed) return;
        if (view.composing) return restart();
        if (isStrange(text) || showsTheText(view, text)) return;
        const { binding } = ySyncPluginKey.getState(view.state) as { binding: Binding };
        binding._forceRerender();
      };
      const restart = (): void => {
        clearTimeout(timer);
        timer = setTimeout(look, rest);
      };
      text.observeDeep(restart);
      return {
        update: (_view, before) => {
          if (!before.doc.eq(view.state.doc)) restart();
        },
        destroy: () => {
          clearTimeout(timer);
          text.unobserveDeep(restart);
        },
      };
    },
  });
}
