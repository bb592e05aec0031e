import { expect, test } from '@jest/globals';
import { isRefusal } from '../shared/refusal.js';
import { called, residentMark } from './protected.js';
import { answerAsk, askForName, type Ask } from './knowingName.js';

test('[A11] a protected person is a resident in the language of whoever reads, and everybody else has their name', () => {
  expect([called(residentMark, 'sv'), called(residentMark, 'en'), called('Amina', 'sv')]).toEqual(['En boende', 'A resident', 'Amina']);
});

test('[A12] whoever asks for a name says why', () => {
  expect(isRefusal(askForName('  ', { protected: true, isMe: false, waiting: false }))).toBe(true);
  expect(askForName(' Kallelse till mötet ', { protected: true, isMe: false, waiting: false })).toBe('Kallelse till mötet');
});

test('[A12] one asks for the name of a protected person only, not for one’s own, and once until it is answered', () => {
  for (const who of [{ protected: false, isMe: false, waiting: false }, { protected: true, isMe: true, waiting: false }, { protected: true, isMe: false, waiting: true }]) {
    expect(isRefusal(askForName('Därför', who))).toBe(true);
  }
});

test('[A12] a yes or no stands; nobody is asked the same thing twice', () => {
  const ask = (agreed: boolean | null): Ask => ({ agreed });
  expect([answerAsk(ask(null), true), answerAsk(ask(null), false)]).toEqual([true, false]);
  expect([answerAsk(ask(true), false), answerAsk(ask(false), true)].every(isRefusal)).toBe(true);
});
