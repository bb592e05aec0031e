import * as Y from 'yjs';

/** Puts paragraphs into a text that is still empty. */
export function paragraphs(doc: Y.Doc, texts: readonly string[]): void {
  const fragment = doc.getXmlFragment('text');
  const nodes = texts.map((text) => {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(text)]);
    return paragraph;
  });
  // An empty editor leaves one empty paragraph behind, which the first of ours replaces.
  if (fragment.length > 0) fragment.delete(0, fragment.length);
  fragment.insert(0, nodes);
}
