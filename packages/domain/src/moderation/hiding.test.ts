import { expect, test } from '@jest/globals';
import { may, whyNot, type AskingStanding } from '../rights/rights.js';
import { hidingStates, hidingSubjects, standings } from '../shared/enums.js';
import { eraseHidden, hides, hidingAnswer, hidingReason, toldOf } from './hiding.js';

const everyStanding: readonly AskingStanding[] = ['NOBODY', 'OUTSIDE', ...standings];
const hidden = { visibility: 'OPEN', state: 'HIDDEN', mine: false } as const;
const allowed = (verb: Parameters<typeof may>[0], thing: Parameters<typeof may>[2]) => everyStanding.filter((standing) => may(verb, standing, thing));

test('[H1] whoever takes part hides what stands, with a reason; what is gone, waits for an answer or is hidden already is not hidden', () => {
  expect(allowed('hiding.hide', { visibility: 'OPEN', state: 'STANDS' })).toEqual(['TAKES_PART']);
  expect(whyNot('hiding.hide', 'TAKES_PART', { visibility: 'OPEN', state: 'WITHDRAWN' })).toBe('hiding/nothing');
  expect(whyNot('hiding.hide', 'TAKES_PART', { visibility: 'OPEN', state: 'OPEN' })).toBe('hiding/suggestion-open');
  expect(whyNot('hiding.hide', 'TAKES_PART', hidden)).toBe('hiding/hidden');
  expect(hidingReason('  ')).toEqual({ refused: 'hiding/reason-needed', rule: 'H1' });
  expect(hidingReason(' Ett namn ')).toBe('Ett namn');
});

test('[H1] hidden words are read by those who take part and by whoever wrote them, and by nobody else', () => {
  expect(allowed('hiding.read', hidden)).toEqual(['TAKES_PART']);
  expect(allowed('hiding.read', { ...hidden, mine: true })).toEqual(everyStanding.filter((one) => one !== 'NOBODY'));
});

test('[H2] whoever wrote it answers, also after having left, and anyone taking part shows it again', () => {
  expect(may('hiding.answer', 'LEFT', { ...hidden, mine: true })).toBe(true);
  expect(whyNot('hiding.answer', 'TAKES_PART', hidden)).toBe('hiding/not-yours');
  expect(allowed('hiding.undo', hidden)).toEqual(['TAKES_PART']);
  expect(whyNot('hiding.undo', 'TAKES_PART', { ...hidden, state: 'UNDONE' })).toBe('hiding/over');
  expect(hidingAnswer('')).toEqual({ refused: 'text/empty' });
});

test('[H3] two people put it aside: one asks and another agrees; then nobody reads it, nor shows it again', () => {
  expect(allowed('hiding.askAside', hidden)).toEqual(['TAKES_PART']);
  const asked = { ...hidden, state: 'ASKED' };
  expect(whyNot('hiding.askAside', 'TAKES_PART', asked)).toBe('hiding/asked');
  expect(allowed('hiding.agreeAside', asked)).toEqual(['TAKES_PART']);
  expect(whyNot('hiding.agreeAside', 'TAKES_PART', { ...asked, mine: true })).toBe('hiding/second-person');
  expect(whyNot('hiding.agreeAside', 'TAKES_PART', hidden)).toBe('hiding/not-asked');
  for (const verb of ['hiding.read', 'hiding.answer', 'hiding.undo', 'hiding.askAside'] as const) {
    for (const mine of [true, false]) expect(allowed(verb, { ...hidden, state: 'ASIDE', mine })).toEqual([]);
  }
  expect(may('hiding.erase', 'LEFT', { ...hidden, state: 'ASIDE', mine: true })).toBe(true);
});

test('[H3] what has a door of its own for being taken back is erased there', () => {
  expect(hidingSubjects.map((subject) => eraseHidden(subject))).toEqual([{ refused: 'hiding/take-back', rule: 'H3' }, { refused: 'hiding/take-back', rule: 'H3' }, 'ERASED', 'ERASED']);
});

test('[H3] of what is put aside or erased the answer is told to nobody and the reason to those who take part', () => {
  const told = (state: (typeof hidingStates)[number], inside: boolean) => toldOf({ state, reason: 'Skäl', answer: 'Svar', endReason: 'Slut' }, inside);
  expect(told('ASIDE', true)).toEqual({ state: 'ASIDE', reason: 'Skäl', answer: '', endReason: 'Slut' });
  expect(told('ASIDE', false)).toEqual({ state: 'ASIDE', reason: '', answer: '', endReason: '' });
  expect(told('HIDDEN', false)).toMatchObject({ reason: 'Skäl', answer: 'Svar' });
  expect(hidingStates.filter(hides)).toEqual(['HIDDEN', 'ASKED', 'ASIDE']);
});
