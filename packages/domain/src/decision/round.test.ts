import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { capacities, objectionStates, roundChoices } from '../shared/enums.js';
import { chosenRules, isSeen, mayEndNow, needed, outcomeOf, responding } from './round.js';

test('[D5] silence is never consent, and an objection that stands holds a round', () => {
  expect(outcomeOf([{ choice: 'CONSENT', objection: null, concerned: false }], 9, 50)).toMatchObject({ passed: false, why: 'TOO_FEW', needed: 5, notAnswered: 9 });
  expect(outcomeOf([{ choice: 'OBJECTION', objection: 'STANDS', concerned: false }, { choice: 'CONSENT', objection: null, concerned: false }], 0, 50)).toMatchObject({ passed: false, why: 'OBJECTION' });
  expect([needed(1, 50), needed(2, 50), needed(10, 50), needed(3, 100)]).toEqual([1, 2, 5, 3]);
  expect(mayEndNow([], 1)).toBe(false);
});

test('[D3] an objection says how the proposal harms; that of the one it is about is heard and does not hold it', () => {
  expect(responding('OBJECTION', ' ')).toMatchObject({ refused: 'round/harm-needed' });
  expect(outcomeOf([{ choice: 'OBJECTION', objection: 'STANDS', concerned: true }, { choice: 'CONSENT', objection: null, concerned: false }], 0, 50)).toMatchObject({ passed: true, objection: 1 });
});

test('[D4] an answer to words that were changed since is asked anew', () => {
  expect(isSeen(1, 2)).toMatchObject({ refused: 'round/reworded' });
});

test('[D8] an alliance chooses how many, how long and in secret or not', () => {
  expect(chosenRules({ quorumPercent: 0, days: 7, secret: false })).toMatchObject({ refused: 'round/rules' });
  expect(chosenRules({ quorumPercent: 67, days: 14, secret: true })).toEqual({ quorumPercent: 67, days: 14, secret: true });
});

test('[R1] [D5] what comes of a round is the same whoever answered, in whatever order', () => {
  const response = fc.record({ choice: fc.constantFrom(...roundChoices), objection: fc.constantFrom(null, ...objectionStates), concerned: fc.boolean(), capacity: fc.constantFrom(...capacities) });
  fc.assert(
    fc.property(fc.array(response, { maxLength: 12 }), fc.nat(12), fc.integer({ min: 1, max: 100 }), fc.constantFrom(...capacities), (all, silent, percent, capacity) => {
      const exchanged = all.toReversed().map((one) => ({ ...one, capacity }));
      expect(outcomeOf(exchanged, silent, percent)).toEqual(outcomeOf(all, silent, percent));
    }),
    { seed: 1, numRuns: 200 },
  );
});
