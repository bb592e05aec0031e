import type { Words } from './hidden.words.store.js';

/** A part of what was hidden, as it is read. */
export interface HiddenWord {
  readonly part: string;
  readonly text: string;
}

const plain: readonly (readonly [key: string, part: string])[] = [
  ['before', 'BEFORE'], ['after', 'AFTER'], ['text', 'TEXT'], ['reason', 'REASON'], ['answer', 'ANSWER'],
  ['sourceText', 'SOURCE_TEXT'], ['sourceUrl', 'SOURCE_URL'], ['statedAuthor', 'STATED_AUTHOR'],
];
const told: readonly (readonly [key: string, part: string])[] = [['situation', 'SITUATION'], ['saw', 'SAW'], ['did', 'DID'], ['newcomer', 'NEWCOMER']];

/** The hidden words in the order one reads them, without the empty ones. */
export function partsOf(words: Words): HiddenWord[] {
  const telling = (words['telling'] ?? {}) as Words;
  const earlier = ((words['earlier'] ?? []) as { before: string }[]).map(({ before }) => ({ part: 'EARLIER', text: before }));
  const from = (where: Words, parts: typeof plain) => parts.map(([key, part]) => ({ part, text: (where[key] as string | null | undefined) ?? '' }));
  return [...from(words, plain), ...from(telling, told), ...earlier].filter(({ text }) => text !== '');
}
