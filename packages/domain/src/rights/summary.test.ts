import { expect, test } from '@jest/globals';
import { source, statesNamedIn } from '../../test/source-of-rights.js';
import { rights } from './rights.js';
import { everyState, summaries } from './summary.js';

test('[R1] the table in plain words has every act, and every state that the table names', () => {
  expect(summaries().map(({ verb }) => verb)).toEqual(Object.keys(rights));
  const standing = new Set(['NOBODY', 'OUTSIDE', 'CLOSED', 'OPEN', 'LINK']);
  expect(statesNamedIn(source).filter((state) => !everyState.includes(state) && !standing.has(state) && !/^[A-Z]\d+$/.test(state))).toEqual([]);
});

test('[R1] it says who may, whose the thing is, and whether its state matters', () => {
  const of = (verb: string) => summaries().find((one) => one.verb === verb);
  expect(of('alliance.give')).toEqual({ verb: 'alliance.give', rule: 'C1', who: { OPEN: ['TAKES_PART'], LINK: ['TAKES_PART'], CLOSED: ['TAKES_PART'] }, whose: 'ANY', stateful: false });
  expect(of('participation.admit')).toMatchObject({ stateful: true });
  expect(of('contribution.correct')).toMatchObject({ whose: 'OWN', stateful: true });
  expect(of('contribution.question')).toMatchObject({ whose: 'OTHERS' });
  expect(of('framing.read')?.who.CLOSED).toEqual(['TAKES_PART']);
});
