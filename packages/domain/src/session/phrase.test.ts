import { expect, test } from '@jest/globals';
import { phraseLength, phraseOf, readPhrase, wordCount } from './phrase.js';
import { englishWords } from './wordsEnglish.js';
import { swedishWords } from './wordsSwedish.js';

const folded = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '');

/** What a word becomes by one letter too many, too few, wrong, or swapped with its neighbour. */
function slips(word: string): string[] {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  return Array.from({ length: word.length + 1 }, (_, at) => {
    const [before, here, after] = [word.slice(0, at), word.slice(at, at + 1), word.slice(at + 1)];
    return [
      ...letters.flatMap((letter) => [before + letter + here + after, ...(here === '' ? [] : [before + letter + after])]),
      ...(here === '' ? [] : [before + after]),
      ...(after === '' ? [] : [before + after.slice(0, 1) + here + after.slice(1)]),
    ];
  }).flat().filter((slip) => slip !== word);
}

test('[E1] a card has at least fifty bits, and each list as many words as is counted with', () => {
  expect(Math.log2(wordCount) * phraseLength).toBeGreaterThanOrEqual(50);
  for (const list of [swedishWords, englishWords]) {
    expect([new Set(list.map(folded)).size, list.every((word) => /^[a-zåäöé]{3,11}$/.test(word))]).toEqual([wordCount, true]);
  }
});

test('[E1] no word of a card is another one of its list with a letter wrong', () => {
  for (const list of [swedishWords, englishWords]) {
    const all = new Set(list.map(folded));
    expect(list.filter((word) => slips(folded(word)).some((slip) => all.has(slip)))).toEqual([]);
  }
});

test('[E1] every word that a card can have is read again, also without å, ä and ö, in capitals, and however the words are kept apart', () => {
  for (const language of ['sv', 'en'] as const) {
    for (let from = 0; from < wordCount; from += 1) {
      const words = phraseOf(Array.from({ length: phraseLength }, (_, at) => (from + at * 85) % wordCount), language);
      const read = readPhrase(words.join(' '));
      expect(read).toBe(words.map(folded).join(' '));
      expect(readPhrase(`  ${words.join(', \n').toUpperCase()}. `)).toBe(read);
      expect(readPhrase(words.map(folded).join('-'))).toBe(read);
    }
  }
});

test('[E1] who writes too few or too many words, or one that no card has, is told which', () => {
  const words = phraseOf([1, 2, 3, 4, 5, 6], 'sv');
  expect(readPhrase(words.slice(1).join(' '))).toMatchObject({ refused: 'card/six-words' });
  expect(readPhrase([...words, 'anka'].join(' '))).toMatchObject({ refused: 'card/six-words' });
  expect(readPhrase('anka '.repeat(10_000))).toMatchObject({ refused: 'card/six-words' });
  expect(readPhrase('')).toMatchObject({ refused: 'card/six-words' });
  expect(readPhrase(words.with(2, 'xylofon').join(' '))).toEqual({ refused: 'card/unknown-word', rule: 'E1', with: { nr: 3 } });
});
