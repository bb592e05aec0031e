import { Decoration, type EditorView } from 'prosemirror-view';
import { draw } from './drawn';

/** Shows the words that these contributions stand on: by their marks, and only of those that are known. Gives how to stop. */
export function showPassages(view: EditorView, shown: ReadonlySet<string>): () => void {
  return draw(view, ({ doc }) => {
    const found: Decoration[] = [];
    doc.descendants((node, at) => {
      if (node.marks.some(({ type, attrs }) => type.name === 'contribution' && shown.has(String(attrs['id'])))) found.push(Decoration.inline(at, at + node.nodeSize, { class: 'pointed', nodeName: 'mark' }));
    });
    return found;
  });
}
