import { expect, test } from '@jest/globals';
import { may, whyNot, type AskingStanding } from '../rights/rights.js';
import { standings } from '../shared/enums.js';
import { limits } from '../shared/limits.js';
import { opened } from './opening.js';
import { reopening, resolving, say } from './saying.js';
import { takeBack } from './takingBack.js';

const everyStanding: readonly AskingStanding[] = ['NOBODY', 'OUTSIDE', ...standings];
const open = { visibility: 'OPEN', state: 'OPEN' } as const;

test('[T1] a thread is opened by those who take part, on exactly one thing', () => {
  expect(everyStanding.filter((standing) => may('framing.talk', standing, open))).toEqual(['TAKES_PART']);
  expect(whyNot('contribution.talk', 'TAKES_PART', { ...open, state: 'WITHDRAWN' })).toBe('contribution/withdrawn');
  expect(opened({ framingId: 'f', text: ' Hur menar ni? ' }, [])).toEqual({ anchor: null, quote: null, said: { text: 'Hur menar ni?', mentions: [] } });
  for (const nothing of [{}, { framingId: 'f', contributionId: 'c' }]) expect(opened({ ...nothing, text: 'Hej' }, [])).toEqual({ refused: 'request/wrong', rule: 'T1' });
});

test('[T5] a passage is a place in a framing’s text with its words; one without the other is none', () => {
  const anchor = { start: 1, end: 2 };
  expect(opened({ framingId: 'f', anchor, quote: 'Det är kallt', text: 'Var?' }, [])).toMatchObject({ anchor, quote: 'Det är kallt' });
  for (const half of [{ framingId: 'f', anchor }, { framingId: 'f', quote: 'Kallt' }, { contributionId: 'c', anchor, quote: 'Kallt' }]) {
    expect(opened({ ...half, text: 'Var?' }, [])).toEqual({ refused: 'request/wrong', rule: 'C7' });
  }
});

test('[T1] what is said has words, and is not longer than one can read', () => {
  expect(say('\n', [], [])).toEqual({ refused: 'text/empty' });
  expect(say('å'.repeat(limits.said + 1), [], [])).toEqual({ refused: 'text/too-long', with: { max: limits.said } });
  expect(say('å'.repeat(limits.said), [], [])).toMatchObject({ mentions: [] });
});

test('[T4] who is named takes part, and is named once; who does not sounds like somebody unknown', () => {
  expect(say('@Amina ser du?', ['a', 'a'], ['a', 'b'])).toEqual({ text: '@Amina ser du?', mentions: ['a'] });
  expect(say('@Nils', ['n'], ['a'])).toEqual({ refused: 'not-found', rule: 'R3' });
  const crowd = Array.from({ length: limits.mentions + 1 }, (_, at) => `p${at}`);
  expect(say('Alla', crowd, crowd)).toMatchObject({ refused: 'list/too-long' });
});

test('[T2] a thread is resolved with a note and reopened with a reason, by anyone taking part', () => {
  expect(resolving(' Vi mäter i mars. ')).toBe('Vi mäter i mars.');
  expect(resolving('  ')).toEqual({ refused: 'thread/note-needed', rule: 'T2' });
  expect(reopening('')).toEqual({ refused: 'thread/reason-needed', rule: 'T2' });
  expect(resolving('å'.repeat(limits.reason + 1))).toMatchObject({ refused: 'text/too-long' });
  for (const verb of ['thread.resolve', 'thread.reply'] as const) {
    expect(everyStanding.filter((standing) => may(verb, standing, open))).toEqual(['TAKES_PART']);
    expect(whyNot(verb, 'TAKES_PART', { ...open, state: 'RESOLVED' })).toBe('thread/resolved');
  }
  expect(whyNot('thread.reopen', 'TAKES_PART', open)).toBe('thread/open');
  expect(may('thread.reopen', 'TAKES_PART', { ...open, state: 'RESOLVED' })).toBe(true);
});

test('[T3] one takes back one’s own words and nobody else’s, also after having left', () => {
  const own = { visibility: 'OPEN', state: 'SAID', mine: true } as const;
  expect(may('post.takeBack', 'LEFT', own)).toBe(true);
  expect(whyNot('post.takeBack', 'TAKES_PART', { ...own, mine: false })).toBe('post/not-yours');
  expect(whyNot('post.takeBack', 'TAKES_PART', { ...own, state: 'TAKEN_BACK' })).toBe('post/taken-back');
  expect(takeBack({ takenBackAt: null }, '2026-03-01')).toEqual({ text: '', takenBackAt: '2026-03-01' });
  expect(takeBack({ takenBackAt: '2026-03-01' }, '2026-03-02')).toEqual({ refused: 'post/taken-back', rule: 'T3' });
});
