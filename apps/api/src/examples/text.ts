import * as Y from 'yjs';
import { keyOf } from '../writing/marks.js';

/** Puts a paragraph at the end of a text. */
export function paragraph(doc: Y.Doc, text: string): void {
  const fragment = doc.getXmlFragment('text');
  // An empty editor leaves one empty paragraph behind, which the first of ours replaces.
  if (fragment.length === 1 && fragment.toString() === '<paragraph></paragraph>') fragment.delete(0, 1);
  const block = new Y.XmlElement('paragraph');
  block.insert(0, [new Y.XmlText(text)]);
  fragment.push([block]);
}

/** Puts words into a text as a suggestion, straight after those that stand there. */
export function suggestAfter(doc: Y.Doc, id: string, after: string, words: string): void {
  for (const block of doc.getXmlFragment('text').toArray()) {
    const line = block instanceof Y.XmlElement ? block.get(0) : null;
    if (!(line instanceof Y.XmlText)) continue;
    // The words alone: as a string it would have its marks in it.
    const at = (line.toDelta() as { insert: unknown }[]).map(({ insert }) => (typeof insert === 'string' ? insert : ' ')).join('').indexOf(after);
    if (at === -1) continue;
    line.insert(at + after.length, words, { [keyOf({ mark: 'insertion', id })]: { id } });
    return;
  }
}
