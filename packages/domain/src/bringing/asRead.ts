import type { TextNode } from '../export/textNode.js';

/** A text that is brought in as those who look at it first read it: a heading as a heading, a cell that names its column as one that does. */
export function asRead(node: TextNode): TextNode {
  const { header, ...attrs } = node.attrs ?? {};
  const type = node.type === 'paragraph' && typeof attrs['level'] === 'number' ? 'heading' : node.type === 'table_cell' && header === true ? 'table_header' : node.type;
  return {
    ...node,
    type,
    ...(node.attrs === undefined ? {} : { attrs }),
    ...(node.content === undefined ? {} : { content: node.content.map(asRead) }),
  };
}
