import { fieldTexts } from '@samsyn/domain/writing/textShape';
import * as Y from 'yjs';

/** Everything that is written in a framing as plain text, to be carried elsewhere. */
export function plainOf(doc: Y.Doc): string {
  const fields = Object.values(fieldTexts).map((name) => doc.getText(name).toString());
  const lines: string[] = [];
  const walk = (type: Y.XmlFragment | Y.XmlElement): void => {
    for (const child of type.toArray()) {
      if (child instanceof Y.XmlText) lines.push(child.toDelta().map((piece: { insert: unknown }) => (typeof piece.insert === 'string' ? piece.insert : '')).join(''));
      else if (child instanceof Y.XmlElement) walk(child);
    }
  };
  walk(doc.getXmlFragment('text'));
  return [...fields, ...lines].filter((part) => part !== '').join('\n\n');
}
