import type { Mark, Node } from 'prosemirror-model';

/** Is this suggestion one's own, and still to be answered? */
export type IsMine = (id: string) => boolean;

/** The id of one's own suggestion that these words are part of; null when they are not. */
export function ownMark(marks: readonly Mark[], name: 'insertion' | 'deletion', isMine: IsMine): string | null {
  const found = marks.find((mark) => mark.type.name === name && isMine(String(mark.attrs['id'])));
  return found === undefined ? null : String(found.attrs['id']);
}

/**
 * What a text is without one's own suggestions, to be compared: whoever suggests changes nothing of it. Lines that
 * hold nothing else are no part of it, so an empty line may come and go.
 */
export function standing(node: Node, isMine: IsMine): string {
  return blockOf(node, isMine) ?? '';
}

function blockOf(node: Node, isMine: IsMine): string | null {
  if (node.isTextblock) {
    const words = wordsOf(node, isMine);
    return words === '' ? null : `${head(node)}${words}`;
  }
  if (node.isAtom) return head(node);
  const inside: string[] = [];
  node.forEach((child) => {
    const block = blockOf(child, isMine);
    if (block !== null) inside.push(block);
  });
  return inside.length === 0 ? null : `${head(node)}[${inside.join(',')}]`;
}

function wordsOf(line: Node, isMine: IsMine): string {
  let words = '';
  let last = '';
  line.forEach((piece) => {
    if (ownMark(piece.marks, 'insertion', isMine) !== null) return;
    // Pieces that differ only by one's own suggestion read as one.
    const marks = JSON.stringify(piece.marks.filter((mark) => !(mark.type.name === 'deletion' && isMine(String(mark.attrs['id'])))));
    if (marks !== last || words === '') words += `|${marks}`;
    last = marks;
    words += piece.isText ? (piece.text ?? '') : `${head(piece)}${piece.isLeaf ? '' : wordsOf(piece, isMine)}`;
  });
  return words;
}

function head(node: Node): string {
  return `<${node.type.name}${JSON.stringify(node.attrs)}>`;
}
