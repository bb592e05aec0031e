import { markName, textAttributes, textBlocks, textMarks } from '@samsyn/domain/writing/textShape';
import * as Y from 'yjs';

const blocks: ReadonlySet<string> = new Set(textBlocks);
const marks: ReadonlySet<string> = new Set(textMarks);
const attributes: ReadonlySet<string> = new Set(textAttributes);

/**
 * Does the text hold something this editor does not know? The binding would delete it for everybody,
 * so the editor must stay closed then: an older page must never eat what a newer one wrote.
 */
export function isStrange(type: Y.XmlFragment | Y.XmlElement | Y.XmlText): boolean {
  if (type instanceof Y.XmlText) {
    return type.toDelta().some((piece: { insert: unknown; attributes?: Record<string, unknown> }) => {
      if (typeof piece.insert !== 'string') return true;
      return Object.entries(piece.attributes ?? {}).some(([mark, value]) => value !== null && !marks.has(markName(mark)));
    });
  }
  if (type instanceof Y.XmlElement && !(blocks.has(type.nodeName) && Object.keys(type.getAttributes()).every((name) => attributes.has(name)))) return true;
  return type.toArray().some((child) => {
    if (child instanceof Y.XmlElement || child instanceof Y.XmlText) return isStrange(child);
    return true;
  });
}
