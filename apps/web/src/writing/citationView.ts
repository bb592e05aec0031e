import type { NodeView } from 'prosemirror-view';

/** How a citation stands in the text one writes: by the short form of its source, once the list has come. */
export function citationView(framingId: string, source: unknown): NodeView {
  const dom = document.createElement('cite');
  dom.className = 'citation';
  dom.textContent = '…';
  void import('./sourcesQuery')
    .then(({ shortFormOf }) => shortFormOf(framingId, String(source)))
    .then((short) => (dom.textContent = short ?? '?'))
    .catch(() => undefined);
  return { dom, ignoreMutation: () => true };
}
