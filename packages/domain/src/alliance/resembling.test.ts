import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ask, indexOf, resembling, type Candidate } from './resembling.js';

interface Pairs {
  readonly candidates: readonly Candidate[];
  readonly queries: readonly { readonly id: string; readonly right: string; readonly text: string }[];
}

const pairs = (name: string): Pairs => JSON.parse(readFileSync(new URL(`./resembling.${name}.json`, import.meta.url), 'utf8')) as Pairs;
const heldOut = pairs('pairs');
const practice = pairs('practice');

function shareFound({ candidates, queries }: Pairs, first = 3): number {
  const index = indexOf(candidates);
  return queries.filter(({ text, right }) => ask(index, text, first).some(({ id }) => id === right)).length / queries.length;
}

test('[L7] of pairs the matching was not shaped on, the right alliance is among the first three in at least 80 of 100', () => {
  expect(heldOut.queries.length).toBeGreaterThanOrEqual(36);
  expect(heldOut.candidates.length).toBeGreaterThanOrEqual(60);
  expect(shareFound(heldOut)).toBeGreaterThanOrEqual(0.8);
});

test('[L7] the pairs it was shaped on are found too, also among all candidates of both sets', () => {
  expect(shareFound(practice)).toBeGreaterThanOrEqual(0.8);
  const candidates = [...heldOut.candidates, ...practice.candidates];
  expect(shareFound({ candidates, queries: [...heldOut.queries, ...practice.queries] })).toBeGreaterThanOrEqual(0.8);
});

test('[L7] every worry resembles itself the most', () => {
  const index = indexOf(heldOut.candidates);
  expect(heldOut.candidates.filter(({ id, text }) => ask(index, text, 1)[0]?.id !== id)).toEqual([]);
});

test('[L7] the reasons are words that stand in the text that was found', () => {
  const index = indexOf(heldOut.candidates);
  const texts = new Map(heldOut.candidates.map(({ id, text }) => [id, text.toLowerCase()]));
  for (const { text } of heldOut.queries) {
    for (const { id, because } of ask(index, text, 3)) {
      expect(because.length).toBeGreaterThan(0);
      expect(because.filter((word) => !(texts.get(id) ?? '').includes(word))).toEqual([]);
    }
  }
});

test('[L7] an inflected word is found inside a compound, which the stemming of a database does not do', () => {
  const candidates = [
    { id: 'a', text: 'Kunskapsalliansernas framtid' },
    { id: 'b', text: 'Bostadsförvaltningen svarar inte' },
    { id: 'c', text: 'Cyklar på trottoaren' },
  ];
  expect(resembling('en allians', candidates, 1)).toMatchObject([{ id: 'a', because: ['kunskapsalliansernas'] }]);
  expect(resembling('Förvaltningar och bostäder', candidates, 1)).toMatchObject([{ id: 'b' }]);
});

test('[L7] a misspelled word still leads to what it resembles', () => {
  expect(resembling('tranbodhet o läxläsning', heldOut.candidates, 3).map(({ id }) => id)).toContain('c05');
});

test('[L7] what resembles nothing gets no answer, and no word of code is mistaken for a word', () => {
  for (const nothing of ['', '   ', '?!', 'och att det som', 'xyzzy qwrtp', 'constructor __proto__ hasOwnProperty', '\u0000\uD83D', '🦊🦊🦊']) {
    expect([nothing, resembling(nothing, heldOut.candidates, 3)]).toEqual([nothing, []]);
  }
  expect(resembling('skola', [], 3)).toEqual([]);
  expect(resembling('skola', [{ id: 'a', text: '' }], 3)).toEqual([]);
});

test('[R1] who wrote first does not matter: the order of the candidates changes neither order nor score of the answer', () => {
  const shuffled = fc.shuffledSubarray([...heldOut.candidates], { minLength: heldOut.candidates.length });
  fc.assert(
    fc.property(shuffled, fc.constantFrom(...heldOut.queries), (candidates, { text }) => {
      const scores = (list: readonly Candidate[]): string[] => resembling(text, list, 5).map(({ score }) => score.toFixed(2));
      expect(scores(candidates)).toEqual(scores(heldOut.candidates));
    }),
    { seed: 6, numRuns: 20 },
  );
});

test('[L7] no text, however strange or long, breaks it', () => {
  const index = indexOf(practice.candidates);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const found = resembling(text, [{ id: 'self', text }, ...practice.candidates.slice(0, 5)], 3);
      return found.length <= 3 && ask(index, text, 3).every(({ score }) => score > 0 && score <= 1);
    }),
    { seed: 7, numRuns: 200 },
  );
  expect(ask(index, 'skol'.repeat(50_000), 3).length).toBeLessThanOrEqual(3);
  expect(ask(index, 'skolan och barnen '.repeat(10_000), 3).length).toBe(3);
});
