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

/** A piece of running text with where it begins among all the words. */
export interface Piece {
  readonly node: TextNode;
  readonly at: number;
}

/** All words of a text in one string, a line per block, and where each piece of it begins. */
export function wordsOf(root: TextNode): { words: string; pieces: ReadonlyMap<TextNode, number> } {
  const pieces = new Map<TextNode, number>();
  let words = '';
  let begun = false;
  const walk = (node: TextNode): void => {
    if (node.type === 'text') {
      pieces.set(node, words.length);
      words += node.text ?? '';
    } else if (node.type === 'hard_break') words += '\n';
    else {
      const isLine = node.type === 'paragraph' || node.type === 'heading';
      if (isLine && begun) words += '\n';
      if (isLine) begun = true;
      for (const child of node.content ?? []) walk(child);
    }
  };
  walk(root);
  return { words, pieces };
}

/** Where the quotes stand that stand in exactly one place; likeness is no place [C7]. */
export function placesOf(words: string, quotes: readonly string[]): { from: number; to: number }[] {
  const found = quotes.flatMap((quote) => {
    const from = quote === '' ? -1 : words.indexOf(quote);
    return from === -1 || words.includes(quote, from + 1) ? [] : [{ from, to: from + quote.length }];
  });
  found.sort((one, other) => one.from - other.from);
  // Overlapping passages are shown as one.
  return found.reduce<{ from: number; to: number }[]>((merged, place) => {
    const last = merged[merged.length - 1];
    if (last !== undefined && place.from < last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, place.to) };
    else merged.push(place);
    return merged;
  }, []);
}
