import type { Language } from '../shared/refusals.js';
import { split, type Parts } from './resembling.split.js';
import { stem } from './resembling.stem.js';
import { concepts } from './resembling.thesaurus.js';
import { leaningOf, stopWords, weak, wordsOf } from './resembling.words.js';

/** Something a word can have in common with a word of another text, and how much that counts. */
export interface Feature {
  readonly key: string;
  readonly weight: number;
}

/** A word of a text with all it can be found by: as a whole, or by the parts it is made of. */
export interface Heard {
  readonly word: string;
  readonly whole: readonly Feature[];
  readonly parts: readonly (readonly Feature[])[];
  /** Runs of letters, as a second try for what is misspelled or put together in a way nobody knew. */
  readonly letters: readonly Feature[];
}

const weights = { part: 0.7, concept: 0.8 } as const;
const weakness = 0.3;
const mostCharacters = 6_000;
const longestWord = 40;

const swedishStem = (word: string): string => stem(word, 'sv');

interface Thesaurus {
  readonly whole: ReadonlyMap<string, readonly string[]>;
  readonly beginnings: ReadonlyMap<string, string>;
}

function readThesaurus(): Thesaurus {
  const whole = new Map<string, string[]>();
  const beginnings = new Map<string, string>();
  concepts.forEach((line, number) => {
    const concept = `#${String(number)}`;
    const sides = line.split('|');
    (['sv', 'en'] as const).forEach((language, side) => {
      for (const word of (sides[side] ?? '').trim().split(/\s+/)) {
        if (word.endsWith('*')) beginnings.set(word.slice(0, -1), concept);
        else {
          const key = `${language}:${stem(word, language)}`;
          const known = whole.get(key) ?? [];
          if (!known.includes(concept)) whole.set(key, [...known, concept]);
        }
      }
    });
  });
  return { whole, beginnings };
}

const thesaurus = readThesaurus();

function conceptsOf(word: string, stemmed: string, language: Language): readonly string[] {
  const whole = thesaurus.whole.get(`${language}:${stemmed}`) ?? [];
  for (let length = 5; length <= word.length; length += 1) {
    const beginning = thesaurus.beginnings.get(word.slice(0, length));
    if (beginning !== undefined) return [...whole, beginning];
  }
  return whole;
}

// A heading may have no small words at all; then the words themselves tell, as far as the thesaurus knows them.
function languageOf(words: readonly string[]): Language {
  let lean = leaningOf(words);
  for (const word of words) {
    const english = thesaurus.whole.has(`en:${stem(word, 'en')}`);
    const swedish = thesaurus.whole.has(`sv:${stem(word, 'sv')}`);
    if (english !== swedish) lean += english ? 0.75 : -0.75;
  }
  return lean > 0 ? 'en' : 'sv';
}

/** What a text says, in the language it is in. */
export interface Content {
  readonly language: Language;
  readonly words: readonly { readonly word: string; readonly stemmed: string }[];
}

/** The words of a text that carry a subject, each once, with their stems. What comes after the first few hundred adds nothing. */
export function contentOf(text: string): Content {
  const words = wordsOf(text.slice(0, mostCharacters)).map((word) => word.slice(0, longestWord));
  const language = languageOf(words);
  const stems = new Map<string, string>();
  for (const word of words) {
    if (word.length < 2 || stopWords[language].has(word)) continue;
    const stemmed = stem(word, language);
    if (!stems.has(stemmed)) stems.set(stemmed, word);
  }
  return { language, words: [...stems].map(([stemmed, word]) => ({ word, stemmed })) };
}

function heardAs(word: string, stemmed: string, language: Language, full: number): { readonly known: boolean; readonly features: Feature[] } {
  const weight = weak.has(stemmed) ? full * weakness : full;
  const found = conceptsOf(word, stemmed, language);
  const concepts = found.map((key) => ({ key, weight: (weight * weights.concept) / Math.sqrt(found.length) }));
  return { known: found.length > 0, features: [{ key: stemmed, weight }, ...concepts] };
}

function lettersOf(word: string, weight: number): Feature[] {
  const letters: Feature[] = [];
  for (let at = 0; at + 5 <= word.length; at += 1) letters.push({ key: `~${word.slice(at, at + 5)}`, weight });
  return letters;
}

/**
 * A way to hear texts with these parts: the words that carry a subject, each with everything it can be found by in either language.
 * Words already heard are remembered as long as the hearing is kept.
 */
export function hearing(parts: Parts): (content: Content) => Heard[] {
  const heard = new Map<string, Heard>();
  const hear = (word: string, stemmed: string, language: Language): Heard => {
    const { known, features } = heardAs(word, stemmed, language, 1);
    const made = language === 'sv' && !known ? split(word, parts) : [];
    return {
      word,
      whole: features,
      parts: made.map((part) => heardAs(part, swedishStem(part), 'sv', weights.part).features),
      letters: lettersOf(word, 1 / Math.sqrt(Math.max(1, word.length - 4))),
    };
  };
  return ({ language, words }) =>
    words.map(({ word, stemmed }) => {
      const key = `${language}:${word}`;
      const before = heard.get(key);
      if (before !== undefined) return before;
      const now = hear(word, stemmed, language);
      heard.set(key, now);
      return now;
    });
}
