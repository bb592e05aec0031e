import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';

/** Marks as an editor writes them: those that may lie over each other carry a digest behind their name. */
export const suggested = (mark: 'insertion' | 'deletion', id: string) => ({ [`${mark}--${id.slice(0, 8)}`]: { id } });

/** The words of the only line, or of another. */
export function lineIn(document: Y.Doc, at = 0): Y.XmlText {
  return (document.getXmlFragment('text').get(at) as Y.XmlElement).get(0) as Y.XmlText;
}

/** Adds a line. */
export function addLine(document: Y.Doc, words: string): Y.XmlText {
  const line = new Y.XmlText();
  document.transact(() => {
    const block = new Y.XmlElement('paragraph');
    block.insert(0, [line]);
    document.getXmlFragment('text').push([block]);
    line.insert(0, words);
  });
  return line;
}

/** Puts words in as a suggestion; behind others of the same suggestion they join it. */
export function comes(line: Y.XmlText, index: number, words: string, id: string = randomUUID()): string {
  line.insert(index, words, suggested('insertion', id));
  return id;
}

/** Suggests that words go. */
export function goes(line: Y.XmlText, index: number, length: number, id: string = randomUUID()): string {
  line.format(index, length, suggested('deletion', id));
  return id;
}

/** Suggests other words in the place of some. */
export function becomes(line: Y.XmlText, index: number, length: number, words: string, id: string = randomUUID()): string {
  line.doc?.transact(() => {
    line.insert(index + length, words, suggested('insertion', id));
    line.format(index, length, suggested('deletion', id));
  });
  return id;
}

/** Under which client each letter of a line was written. */
export function writersIn(line: Y.XmlText): string {
  let found = '';
  for (let item = line._start; item !== null; item = item.right) {
    if (!item.deleted && item.content instanceof Y.ContentString) found += [...item.content.str].map(() => `${item.id.client} `).join('');
  }
  return found;
}
