import type { TextNode } from '../lib/beside';

// Deeper than anybody nests lists; a text made to break readers ends here.
const deepest = 30;

/** The text node a JSON value is, with everything left out that is not one. */
export function textNodeFrom(json: unknown, depth = 0): TextNode | null {
  if (typeof json !== 'object' || json === null || depth > deepest) return null;
  const { type, text, attrs, marks, content, by } = json as Record<string, unknown>;
  if (typeof type !== 'string') return null;
  return {
    type,
    ...(typeof text === 'string' ? { text } : {}),
    ...(isRecord(attrs) ? { attrs } : {}),
    ...(Array.isArray(marks) ? { marks: marks.filter(isMark) } : {}),
    ...(isRecord(by) ? { by } : {}),
    ...(Array.isArray(content) ? { content: content.flatMap((child) => textNodeFrom(child, depth + 1) ?? []) } : {}),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isMark(value: unknown): value is { type: string; attrs?: Record<string, unknown> } {
  return isRecord(value) && typeof value['type'] === 'string';
}

/** The number of each line (paragraph or heading) of a text, counted from 0 as the server counts. */
export function linesOf(root: TextNode): ReadonlyMap<TextNode, number> {
  const lines = new Map<TextNode, number>();
  const walk = (node: TextNode): void => {
    if (node.type === 'paragraph' || node.type === 'heading') lines.set(node, lines.size);
    for (const child of node.content ?? []) walk(child);
  };
  walk(root);
  return lines;
}

/** All words of a text in one string, a line per block. */
export function wordsOf(root: TextNode): string {
  let words = '';
  let begun = false;
  const walk = (node: TextNode): void => {
    if (node.type === 'text') words += node.text ?? '';
    else if (node.type === 'hard_break') words += '\n';
    else {
      const isLine = node.type === 'paragraph' || node.type === 'heading';
      if (isLine && begun) words += '\n';
      if (isLine) begun = true;
      for (const child of node.content ?? []) walk(child);
    }
  };
  walk(root);
  return words;
}
