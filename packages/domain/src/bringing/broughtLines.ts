import type { TextNode } from '../export/textNode.js';

/** A paragraph of a text that is brought in, as it could become a contribution. */
export interface BroughtLine {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
  readonly heading: boolean;
}

/** The paragraphs of a text, in the order one reads them; a table is one, a line per row. */
export function broughtLines(content: TextNode): BroughtLine[] {
  const lines: { text: string; heading: boolean }[] = [];
  const walk = (node: TextNode): void => {
    if (node.type === 'paragraph' || node.type === 'heading') lines.push({ text: wordsIn(node).trim(), heading: node.type === 'heading' || typeof node.attrs?.['level'] === 'number' });
    else if (node.type === 'table') lines.push({ text: (node.content ?? []).map((row) => (row.content ?? []).map((cell) => wordsIn(cell).trim()).join(' | ')).join('\n'), heading: false });
    else node.content?.forEach(walk);
  };
  walk(content);
  return lines.filter(({ text }) => text !== '').map((line, at) => ({ number: at + 1, ...line }));
}

function wordsIn(node: TextNode): string {
  if (node.text !== undefined) return node.text;
  if (node.type === 'hard_break') return '\n';
  const within = (node.content ?? []).map(wordsIn);
  return node.type === 'footnote' ? ` [${within.join('')}]` : within.join(node.type === 'table_cell' ? '\n' : '');
}
