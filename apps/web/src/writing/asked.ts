import type { EditorView } from 'prosemirror-view';
import type { PanelName } from './panel';

const name = 'samsyn-panel';

/** Asks, from within the text, for a part of the toolbar to open. */
export function askFor(view: EditorView, panel: PanelName): void {
  view.dom.dispatchEvent(new CustomEvent(name, { detail: panel }));
}

/** Hears what is asked for from within the text; gives back how to stop. */
export function asksFor(view: EditorView, open: (panel: PanelName) => void): () => void {
  const hear = (event: Event): void => open((event as CustomEvent<PanelName>).detail);
  view.dom.addEventListener(name, hear);
  return () => view.dom.removeEventListener(name, hear);
}
