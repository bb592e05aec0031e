import { limits } from '@samsyn/domain/shared/limits';
import { markName } from '@samsyn/domain/writing/textShape';
import * as Y from 'yjs';
import type { Anchor } from './passage.js';
import { textRoot } from './place.js';

/** A paragraph or heading as it reads now, and where it stands. */
export interface Paragraph {
  readonly quote: string;
  readonly anchor: Anchor;
  /** Which line of the text it is, counted from 0, empty ones too. */
  readonly line: number;
}

/** The paragraphs of a text that hold words, in the order one reads them; of a very long one, its beginning. */
export function paragraphsOf(document: Y.Doc): Paragraph[] {
  return linesIn(document.getXmlFragment(textRoot)).flatMap((line, at) => {
    const found = paragraphOf(line);
    return found === null ? [] : [{ ...found, line: at }];
  });
}

function linesIn(fragment: Y.XmlFragment): Y.XmlElement[] {
  return fragment.toArray().flatMap((child) => {
    if (!(child instanceof Y.XmlElement)) return [];
    return child.nodeName === 'paragraph' || child.nodeName === 'heading' ? [child] : linesIn(child);
  });
}

function paragraphOf(line: Y.XmlElement): Omit<Paragraph, 'line'> | null {
  const parts = line.toArray().filter((child): child is Y.XmlText => child instanceof Y.XmlText);
  let quote = '';
  let start: Y.RelativePosition | null = null;
  let end: Y.RelativePosition | null = null;
  for (const part of parts) {
    const { words, places } = standingWords(part);
    if (words === '') continue;
    const room = limits.bound - quote.length - 1;
    if (room <= 0) break;
    const cut = wholeWords(words, room);
    if (cut === 0) break;
    start ??= Y.createRelativePositionFromTypeIndex(part, places(0));
    // The end holds on to the last letter, so that what is written after the paragraph does not become part of it.
    end = Y.createRelativePositionFromTypeIndex(part, places(cut - 1) + 1, -1);
    quote += `${quote === '' ? '' : '\n'}${words.slice(0, cut)}`;
    if (cut < words.length) break;
  }
  if (start === null || end === null || quote.trim() === '') return null;
  return { quote, anchor: { start: Y.relativePositionToJSON(start), end: Y.relativePositionToJSON(end) } };
}

// The words that stand, without those only suggested to come [W12], and the place of each letter in the whole.
function standingWords(text: Y.XmlText): { words: string; places: (at: number) => number } {
  const pieces: { from: number; at: number; length: number }[] = [];
  let words = '';
  let at = 0;
  for (const { insert, attributes } of text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]) {
    const piece = typeof insert === 'string' ? insert : '';
    if (!Object.keys(attributes ?? {}).some((key) => markName(key) === 'insertion')) {
      pieces.push({ from: words.length, at, length: piece.length });
      words += piece;
    }
    at += typeof insert === 'string' ? insert.length : 1;
  }
  return {
    words,
    places: (letter) => {
      const piece = pieces.find(({ from, length }) => letter < from + length);
      return piece === undefined ? letter : piece.at + letter - piece.from;
    },
  };
}

// As many whole words as there is room for.
function wholeWords(words: string, room: number): number {
  if (words.length <= room) return words.length;
  const blank = words.lastIndexOf(' ', room);
  if (blank > 0) return blank;
  const half = words.charCodeAt(room - 1);
  return half >= 0xd800 && half <= 0xdbff ? room - 1 : room;
}
