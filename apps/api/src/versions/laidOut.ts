import type { Paragraph, Piece } from '@samsyn/domain/versions/comparing';
import type { PassageMark } from '@samsyn/domain/writing/textShape';
import type { Node } from '../writing/render.js';

const amongWords: ReadonlySet<string> = new Set(['hard_break', 'footnote', 'citation']);

/** A text as paragraphs that can be compared: every block that holds words or stands by itself, in reading order. */
export function laidOut(content: Node): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const block = (node: Node, within: string): void => {
    const { type, attrs, content: held = [] } = node;
    const shape = type === 'heading' ? `heading ${String(attrs?.['level'] ?? 1)}` : type === 'paragraph' && within !== 'doc' ? within : type;
    if (type === 'picture') return void paragraphs.push({ shape, pieces: [{ text: String(attrs?.['description'] ?? ''), by: null }] });
    const isLine = held.some((child) => child.text !== undefined || amongWords.has(child.type));
    if (isLine || (held.length === 0 && (type === 'paragraph' || type === 'heading'))) paragraphs.push({ shape, pieces: pieces(held) });
    else for (const child of held) block(child, type);
  };
  block(content, 'doc');
  return paragraphs;
}

/** The ids of what stands on the words by marks of a sort. */
export function markedWith(content: Node, mark: PassageMark): string[] {
  const ids = new Set<string>();
  const walk = (node: Node): void => {
    for (const { type, attrs } of node.marks ?? []) if (type === mark && typeof attrs?.['id'] === 'string') ids.add(attrs['id']);
    node.content?.forEach(walk);
  };
  walk(content);
  return [...ids];
}

function pieces(held: readonly Node[]): Piece[] {
  const found: Piece[] = [];
  const add = (text: string, by: Node['by']): void => {
    const piece: Piece = { text, by: by?.actorId ?? null, ...(by?.stated === undefined ? {} : { stated: by.stated }), ...(by?.quoted === true ? { quoted: true } : {}) };
    const last = found.at(-1);
    if (last !== undefined && last.by === piece.by && last.stated === piece.stated && last.quoted === piece.quoted) found[found.length - 1] = { ...last, text: last.text + text };
    else if (text !== '') found.push(piece);
  };
  for (const node of held) {
    if (node.text !== undefined) add(node.text, node.by);
    else if (node.type === 'hard_break') add('\n', undefined);
    else if (node.type === 'footnote') for (const child of node.content ?? []) add(` [${child.text ?? ''}] `, child.by);
    else if (node.type === 'citation') add(' [*] ', undefined);
  }
  return found;
}
