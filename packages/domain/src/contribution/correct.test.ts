import { expect, test } from '@jest/globals';
import { correct, type Standing } from './correct.js';
import { isMine, isMyKnowledge } from './mine.js';
import { answer, question } from './question.js';
import { withdraw } from './withdraw.js';

const now: Standing = {
  text: 'Det drar.', kinds: ['FACTS'], howKnown: ['LIVED'], telling: null, sourceUrl: null, sourceText: null, approval: 'NOT_NEEDED', mediaCount: 0, tacit: false,
};

test('[C3] a correction keeps how it read before, and leaves alone what was not touched', () => {
  expect(correct(now, { text: 'Det drar i trapphuset.' }, true)).toMatchObject({
    text: 'Det drar i trapphuset.', kinds: ['FACTS'], howKnown: ['LIVED'], before: { text: 'Det drar.', kinds: ['FACTS'] },
  });
  expect(correct(now, { kinds: ['SKILL', 'FACTS'] }, true)).toMatchObject({ text: 'Det drar.', kinds: ['FACTS', 'SKILL'] });
  expect(correct({ ...now, sourceUrl: 'https://a.se' }, { sourceUrl: '' }, true)).toMatchObject({ sourceUrl: null });
});

test('[C3] a correction that changes nothing, or empties it, is refused', () => {
  expect(correct(now, { text: ' Det drar. ', kinds: ['FACTS', 'FACTS'] }, true)).toMatchObject({ refused: 'contribution/nothing-changed' });
  expect(correct(now, { text: '' }, true)).toMatchObject({ refused: 'contribution/empty' });
  expect(correct({ ...now, mediaCount: 1 }, { text: '' }, true)).toMatchObject({ text: '' });
  expect(correct(now, { text: 'a\u0000' }, true)).toMatchObject({ refused: 'text/not-allowed' });
});

test('[C9] what is only noted as known by somebody may lose its words again', () => {
  expect(correct({ ...now, tacit: true }, { text: '' }, true)).toMatchObject({ text: '' });
});

test('[C5] the one who said it approves by correcting; the one who wrote it down does not', () => {
  const waiting: Standing = { ...now, approval: 'NOT_YET' };
  expect(correct(waiting, { text: 'Så här sa jag.' }, true)).toMatchObject({ approval: 'APPROVED' });
  expect(correct(waiting, { text: 'Så här sa hon.' }, false)).toMatchObject({ approval: 'NOT_YET' });
});

test('[C3] withdrawing leaves a place that says so, and nothing of what was said', () => {
  const at = '2026-11-23T12:00:00.000Z';
  expect(withdraw({ state: 'GIVEN' }, at)).toEqual({
    state: 'WITHDRAWN', withdrawnAt: at, text: '', language: null, kinds: [], howKnown: [], telling: null,
    sourceUrl: null, sourceText: null, anchor: null, quote: null, statedAuthor: null,
  });
  expect(withdraw({ state: 'WITHDRAWN' }, '')).toMatchObject({ refused: 'contribution/withdrawn' });
});

test('[C3] mine is what I know, or what I wrote down until it is approved', () => {
  const whose = { authorIds: ['a', 'b'], writtenDownById: 'w', approval: 'NOT_YET' as const };
  expect(['a', 'b', 'w', 'x', null].map((me) => isMine(whose, me))).toEqual([true, true, true, false, false]);
  expect(isMine({ ...whose, approval: 'APPROVED' }, 'w')).toBe(false);
  expect(['a', 'w', null].map((me) => isMyKnowledge(whose, me))).toEqual([true, false, false]);
});

test('[C4] a question about the kind may hold another reading; one about the claim holds none', () => {
  expect(question('KIND', 'Är det inte snarare något ni gör?', ['SKILL', 'SKILL'])).toMatchObject({ kinds: ['SKILL'] });
  expect(question('CLAIM', 'Hur vet du det?', ['SKILL'])).toMatchObject({ kinds: [] });
  expect(question('CLAIM', '  ', [])).toMatchObject({ refused: 'text/empty' });
  expect(question('CLAIM', 'a'.repeat(2_001), [])).toMatchObject({ refused: 'text/too-long' });
});

test('[C4] the other reading is taken over only when the knower says so, and once', () => {
  const asked = { about: 'KIND', kinds: ['SKILL'], outcome: 'OPEN' } as const;
  expect(answer(asked, now, 'Ja, det stämmer.', 'CHANGED')).toMatchObject({ kinds: ['SKILL'], outcome: 'CHANGED' });
  expect(answer(asked, now, 'Nej.', 'KEPT')).toMatchObject({ kinds: null, outcome: 'KEPT' });
  expect(answer({ ...asked, about: 'CLAIM', kinds: [] }, now, 'Jag har ändrat.', 'CHANGED')).toMatchObject({ kinds: null });
  expect(answer(asked, now, 'Vet inte.', 'OPEN')).toMatchObject({ refused: 'request/wrong' });
  expect(answer({ ...asked, outcome: 'KEPT' }, now, 'Jo.', 'CHANGED')).toMatchObject({ refused: 'question/answered' });
  expect(answer(asked, now, '', 'KEPT')).toMatchObject({ refused: 'text/empty' });
});
