import { refuse, type Refusal } from '../shared/refusal.js';
import type { Language } from '../shared/refusals.js';
import { englishWords } from './wordsEnglish.js';
import { swedishWords } from './wordsSwedish.js';

/** How many words a card has: six of 512 are 54 bits, too many to guess against a limit on wrong phrases. */
export const phraseLength = 6;

/** How many words there are in each language. */
export const wordCount = 512;

const words: Readonly<Record<Language, readonly string[]>> = { sv: swedishWords, en: englishWords };
const known = new Set([...swedishWords, ...englishWords].map(folded));

/** The words that these numbers choose, in the language of the card. */
export function phraseOf(numbers: readonly number[], language: Language): string[] {
  return numbers.map((number) => words[language][number] as string);
}

/**
 * A phrase as it was meant, in the one form that is stored as a digest. Case, accents and what stands between the words are for the eye:
 * whoever borrows a phone may lack å, ä and ö. The lists are public, so which word is misspelt gives nothing away.
 */
export function readPhrase(given: string): string | Refusal {
  const said = given.length > 400 ? [] : folded(given).split(/[^\p{L}]+/u).filter((word) => word !== '');
  if (said.length !== phraseLength) return refuse('card/six-words', { rule: 'E1', with: { count: phraseLength } });
  const wrong = said.findIndex((word) => !known.has(word));
  return wrong === -1 ? said.join(' ') : refuse('card/unknown-word', { rule: 'E1', with: { nr: wrong + 1 } });
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
