import * as Y from 'yjs';

/** Puts a paragraph at the end of a text. */
export function paragraph(doc: Y.Doc, text: string): void {
  const fragment = doc.getXmlFragment('text');
  // An empty editor leaves one empty paragraph behind, which the first of ours replaces.
  if (fragment.length === 1 && fragment.toString() === '<paragraph></paragraph>') fragment.delete(0, 1);
  const block = new Y.XmlElement('paragraph');
  block.insert(0, [new Y.XmlText(text)]);
  fragment.push([block]);
}
