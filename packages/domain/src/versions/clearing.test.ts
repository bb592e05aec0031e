import { expect, test } from '@jest/globals';
import { answered, proposed } from './clearing.js';
import { removed, type Run } from './removed.js';

const run = (seq: number, by: string, pieces: Run['pieces'], minute = 0, follows = true): Run => ({ seq, by, at: new Date(Date.UTC(2026, 0, 1, 9, minute)).toISOString(), pieces, follows });
const told = (runs: Run[]) => removed(runs).map(({ by, seq, pieces }) => `${seq} ${by} ${pieces.map(([, , text]) => text).join('|')}`);

test('[V5] letters that somebody takes away one by one, from behind or from the front, are one text', () => {
  expect(told([run(1, 'a', [[7, 4, 'o']]), run(2, 'a', [[7, 3, 'r']]), run(3, 'a', [[7, 2, 'd']]), run(4, 'a', [[7, 5, 'm']])])).toEqual(['4 a drom']);
  expect(told([run(1, 'a', [[7, 0, 'hela ']]), run(2, 'a', [[7, 5, 'meningen']])])).toEqual(['2 a hela meningen']);
});

test('[V5] what others take away, or somebody else wrote, stays apart; and a slip of a letter is no text', () => {
  expect(told([run(1, 'a', [[7, 0, 'hela ']]), run(2, 'b', [[7, 5, 'meningen']])])).toEqual(['1 a hela ', '2 b meningen']);
  expect(told([run(1, 'a', [[7, 0, 'hela ']]), run(2, 'a', [[7, 5, 'meningen']], 30)])).toEqual(['1 a hela ', '2 a meningen']);
  expect(told([run(1, 'a', [[7, 0, 'hela '], [9, 0, 'ordet']])])).toEqual(['1 a hela |ordet']);
  expect(told([run(1, 'a', [[7, 0, 'hm']]), run(2, 'a', [[8, 0, '   .']])])).toEqual([]);
});

test('[V5] what was written one after the other in two places is two texts', () => {
  expect(told([run(1, 'a', [[7, 0, 'Hissen']]), run(2, 'a', [[7, 6, 'Trappan']], 0, false)])).toEqual(['1 a Hissen', '2 a Trappan']);
  expect(told([run(1, 'a', [[7, 6, 'Trappan']], 0, false), run(2, 'a', [[7, 0, 'Hissen']])])).toEqual(['1 a Trappan', '2 a Hissen']);
  // What was joined in front stands where that stood.
  expect(told([run(1, 'a', [[7, 6, 'rum']]), run(2, 'a', [[7, 3, 'app']], 0, false), run(3, 'a', [[7, 0, 'Tre']])])).toEqual(['2 a apprum', '3 a Tre']);
});

test('[V6] one clears one’s own words at once; others’ words only when a second person agrees', () => {
  const mine = { authors: ['a'], waits: false };
  expect(proposed([mine], 'a', 4, 'Fel namn')).toEqual({ reason: 'Fel namn', atOnce: true });
  expect(proposed([mine, { authors: ['a', 'b'], waits: false }], 'a', 4, 'Fel namn')).toMatchObject({ atOnce: false });
  expect(proposed([{ authors: [null], waits: false }], 'a', 4, 'Fel namn')).toMatchObject({ atOnce: false });
  expect(proposed([{ authors: ['b'], waits: false }], 'a', 0, 'Fel namn')).toMatchObject({ atOnce: true });
  expect(proposed([mine], 'a', 4, ' ')).toMatchObject({ refused: 'framing/reason-needed', rule: 'V6' });
  expect(proposed([], 'a', 4, 'Så')).toMatchObject({ refused: 'clearing/nothing' });
  expect(proposed([{ authors: ['a'], waits: true }], 'a', 4, 'Så')).toMatchObject({ refused: 'clearing/nothing' });
});

test('[V6] whoever proposed it does not agree with themselves; anyone may say why it is kept', () => {
  expect(answered('a', 'a', true, '')).toMatchObject({ refused: 'clearing/needs-another', rule: 'V6' });
  expect(answered('a', 'b', true, '')).toEqual({ state: 'CLEARED', answer: '' });
  expect(answered('a', 'a', false, 'Jag ångrar mig')).toEqual({ state: 'KEPT', answer: 'Jag ångrar mig' });
  expect(answered('a', 'b', false, ' ')).toMatchObject({ refused: 'framing/reason-needed' });
});
