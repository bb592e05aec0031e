import { expect, test } from '@jest/globals';
import { rights, whyNot, type AskingStanding, type Thing, type Verb } from '../rights/rights.js';
import { capacities, kinds, standings, visibilities } from '../shared/enums.js';
import { limits } from '../shared/limits.js';
import { answered, isAsSeen, reasonFor, whereabouts } from './suggestion.js';

const everyStanding: readonly AskingStanding[] = ['NOBODY', 'OUTSIDE', ...standings];
const states = ['OPEN', 'GONE', 'SETTLED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'SUGGESTING', 'READ_ONLY', undefined];
const everyThing: Thing[] = visibilities.flatMap((visibility) => states.flatMap((state) => [true, false, undefined].map((mine) => ({ visibility, ...(state && { state }), ...(mine === undefined ? {} : { mine }) }))));

test('[W12] whoever may suggest may write, and the other way round: nothing makes anybody one who only suggests', () => {
  for (const capacity of [...capacities, undefined]) {
    for (const kind of [...kinds, undefined]) {
      for (const standing of everyStanding) {
        for (const thing of everyThing) {
          const asked = { ...thing, capacity, kind };
          // The same answer, whatever the thing's state says: no state can take writing away and leave suggesting.
          expect(whyNot('framing.write', standing, asked)).toBe(whyNot('framing.suggest', standing, asked));
          expect(whyNot('framing.write', standing, asked)).toBe(whyNot('framing.write', standing, thing.visibility ? { visibility: thing.visibility } : {}));
        }
      }
    }
  }
});

test('[W12] there is no act by which somebody decides for another how they write', () => {
  const about = (Object.keys(rights) as Verb[]).filter((verb) => /suggest/i.test(verb)).sort();
  expect(about).toEqual(['framing.suggest', 'suggestion.accept', 'suggestion.decline', 'suggestion.explain', 'suggestion.withdraw']);
});

test('[W13] anyone taking part accepts and declines, also what is one’s own; the words of it are the author’s', () => {
  for (const verb of ['suggestion.accept', 'suggestion.decline'] as const) {
    for (const mine of [true, false]) expect(whyNot(verb, 'TAKES_PART', { visibility: 'OPEN', state: 'OPEN', mine })).toBeNull();
    expect(whyNot(verb, 'OUTSIDE', { visibility: 'OPEN', state: 'OPEN' })).toBe('alliance/not-taking-part');
    expect(whyNot(verb, 'TAKES_PART', { visibility: 'OPEN', state: 'SETTLED' })).toBe('suggestion/settled');
  }
  for (const verb of ['suggestion.explain', 'suggestion.withdraw'] as const) {
    expect(whyNot(verb, 'TAKES_PART', { visibility: 'OPEN', state: 'OPEN', mine: false })).toBe('suggestion/not-yours');
    expect(whyNot(verb, 'TAKES_PART', { visibility: 'OPEN', state: 'OPEN', mine: true })).toBeNull();
  }
});

test('[W13] what is no longer in the text cannot be accepted, but can be answered', () => {
  expect(whyNot('suggestion.accept', 'TAKES_PART', { visibility: 'OPEN', state: 'GONE' })).toBe('suggestion/gone');
  expect(whyNot('suggestion.decline', 'TAKES_PART', { visibility: 'OPEN', state: 'GONE' })).toBeNull();
});

test('[W13] it waits while its marks stand, is gone with them, and asks again only for what came after its answer', () => {
  expect(whereabouts({ state: 'OPEN', carriedSeq: null }, { seq: 7, stands: true })).toBe('OPEN');
  expect(whereabouts({ state: 'OPEN', carriedSeq: null }, { seq: 7, stands: false })).toBe('GONE');
  expect(whereabouts({ state: 'ACCEPTED', carriedSeq: null }, { seq: 7, stands: true })).toBe('SETTLED');
  expect(whereabouts({ state: 'ACCEPTED', carriedSeq: 8 }, { seq: 7, stands: true })).toBe('SETTLED');
  expect(whereabouts({ state: 'DECLINED', carriedSeq: 8 }, { seq: 9, stands: true })).toBe('OPEN');
  expect(whereabouts({ state: 'DECLINED', carriedSeq: 8 }, { seq: 9, stands: false })).toBe('SETTLED');
});

test('[W13] it is accepted as it was seen, or as it is by who does not say what they saw', () => {
  const seen = { before: 'kallt', after: 'dragigt' };
  expect([seen, undefined].map((one) => isAsSeen(one, { ...seen }))).toEqual([true, true]);
  expect([{ ...seen, before: 'kallt och vått' }, { ...seen, after: 'drag' }].map((now) => isAsSeen(seen, now))).toEqual([false, false]);
});

test('[W13] whoever declines says why; a reason for suggesting or accepting may be left out', () => {
  expect(answered('DECLINED', '  ')).toMatchObject({ refused: 'suggestion/answer-needed', rule: 'W13' });
  expect(answered('DECLINED', ' Det stämmer inte ')).toBe('Det stämmer inte');
  expect([answered('ACCEPTED', ''), reasonFor('')]).toEqual(['', '']);
  expect(answered('ACCEPTED', 'x'.repeat(limits.reason + 1))).toMatchObject({ refused: 'text/too-long' });
});
