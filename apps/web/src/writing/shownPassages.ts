import type { EditorState } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

/** Shows the words that these contributions stand on: by their marks, and only of those that are known. */
export function shownPassages(shown: ReadonlySet<string>): (state: EditorState) => DecorationSet {
  return ({ doc }) => {
    const found: Decoration[] = [];
    doc.descendants((node, at) => {
      if (node.marks.some(({ type, attrs }) => type.name === 'contribution' && shown.has(String(attrs['id'])))) found.push(Decoration.inline(at, at + node.nodeSize, { class: 'pointed', nodeName: 'mark' }));
    });
    return DecorationSet.create(doc, found);
  };
}
