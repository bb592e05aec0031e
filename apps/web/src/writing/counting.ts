import type { Node } from 'prosemirror-model';

/** How much a text holds. */
export interface Counted {
  readonly words: number;
  readonly characters: number;
  readonly paragraphs: number;
}

/** Counts words as the language of the text divides them, also where it uses no blanks. */
export function countIn(doc: Node, from: number, to: number, locale: string): Counted {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  let [words, characters, paragraphs] = [0, 0, 0];
  doc.nodesBetween(from, to, (node, at) => {
    if (!node.isTextblock) return true;
    const text = node.textBetween(Math.max(0, from - at - 1), Math.min(node.content.size, to - at - 1), ' ', ' ');
    for (const { isWordLike } of segmenter.segment(text)) if (isWordLike === true) words += 1;
    characters += [...text].length;
    if (text.trim() !== '') paragraphs += 1;
    return false;
  });
  return { words, characters, paragraphs };
}
