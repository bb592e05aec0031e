import type { By, TextNode } from '../export/textNode.js';

/** The same text with other authors: each piece asks whose it is. */
export function withAuthors(node: TextNode, whose: (by: By | undefined) => By): TextNode {
  if (node.text !== undefined) return { ...node, by: whose(node.by) };
  return node.content === undefined ? node : { ...node, content: node.content.map((child) => withAuthors(child, whose)) };
}

/** Authors as a file states them: by name only, never somebody here [X3]. */
export function asStated(names: ReadonlyMap<string, string>): (by: By | undefined) => By {
  return (by) => {
    const name = by?.stated ?? (by?.actorId == null ? undefined : names.get(by.actorId));
    return { actorId: null, ...(name === undefined ? {} : { stated: name }), ...(by?.quoted === true ? { quoted: true as const } : {}) };
  };
}
