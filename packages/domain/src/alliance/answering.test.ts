import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { standings } from '../shared/enums.js';
import { foldAnswers, standingAfter, type Answered } from './answering.js';

const answered = fc.record({
  standing: fc.constantFrom(...standings),
  reason: fc.constantFrom('', 'Vi har tid', 'Inte vårt ansvar'),
  answeredAt: fc.constantFrom(null, '2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'),
});

test('[L5] yes is taking part, no and later are kept as what they are', () => {
  expect([standingAfter('YES'), standingAfter('NO'), standingAfter('LATER')]).toEqual(['TAKES_PART', 'DECLINED', 'LATER']);
});

test('[A3] when two become one, an answer goes before none and the later before the earlier', () => {
  const no: Answered = { standing: 'DECLINED', reason: 'Inte nu', answeredAt: '2026-01-01T00:00:00.000Z' };
  const yes: Answered = { standing: 'TAKES_PART', reason: 'Nu går det', answeredAt: '2026-02-01T00:00:00.000Z' };
  const none: Answered = { standing: 'INVITED', reason: '', answeredAt: null };
  expect(foldAnswers(none, no)).toEqual(no);
  expect(foldAnswers(no, yes)).toEqual({ ...yes, reason: 'Nu går det\nInte nu' });
  expect(foldAnswers(yes, no)).toEqual(foldAnswers(no, yes));
});

test('[A3] no answer and no reason is lost, whichever is merged into which', () => {
  fc.assert(
    fc.property(answered, answered, (one, two) => {
      const folded = foldAnswers(one, two);
      for (const { reason } of [one, two]) expect(folded.reason.includes(reason)).toBe(true);
      expect([one.standing, two.standing]).toContain(folded.standing);
      const latest = [one.answeredAt, two.answeredAt].filter((at) => at !== null).sort().at(-1) ?? null;
      expect(folded.answeredAt).toBe(latest);
    }),
  );
});
