import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { capacities, kinds, stances } from '../shared/enums.js';
import { isRefusal } from '../shared/refusal.js';
import { inOrder, quoted, restingOnNothing, sayStance, shows } from './passage.js';

test('[C12] an id in a text shows a contribution only of the same alliance, and only while it stands', () => {
  expect(shows({ allianceId: 'a', state: 'GIVEN' }, 'a')).toBe(true);
  expect(shows({ allianceId: 'b', state: 'GIVEN' }, 'a')).toBe(false);
  expect(shows({ allianceId: 'a', state: 'WITHDRAWN' }, 'a')).toBe(false);
  expect(shows(null, 'a')).toBe(false);
});

const someone = fc.record({
  id: fc.uuid(),
  line: fc.option(fc.integer({ min: 0, max: 5 })),
  at: fc.constantFrom('2026-11-01T10:00:00.000Z', '2026-11-01T10:00:00.001Z', '2026-11-23T08:00:00.000Z'),
  capacity: fc.constantFrom(...capacities, null),
  kinds: fc.subarray([...kinds]),
  stance: fc.constantFrom(...stances),
  amount: fc.nat(),
});

test('[C13] what stands at passages has the same order whatever capacity, kind, stance and amount: by the text, then by time', () => {
  fc.assert(
    fc.property(fc.uniqueArray(someone, { selector: ({ id }) => id }), fc.array(someone), fc.infiniteStream(fc.nat()), (things, others, turns) => {
      const order = inOrder(things).map(({ id }) => id);
      // Everything but place and time is another's, and they come in another order.
      const changed = things.map((one, at) => ({ ...(others[at] ?? one), id: one.id, line: one.line, at: one.at }));
      const shuffled = changed.map((one) => ({ one, turn: turns.next().value })).sort((a, b) => a.turn - b.turn).map(({ one }) => one);
      expect(inOrder(shuffled).map(({ id }) => id)).toEqual(order);
      const sorted = inOrder(things);
      for (const [at, one] of sorted.entries()) {
        const next = sorted[at + 1];
        if (next === undefined) continue;
        expect(one.line === null && next.line !== null).toBe(false);
        if (one.line === next.line) expect(one.at <= next.at).toBe(true);
        else if (one.line !== null && next.line !== null) expect(one.line).toBeLessThan(next.line);
      }
    }),
    { seed: 13, numRuns: 200 },
  );
});

test('[C14] a line that nothing stands on is found, one within a longer passage is not', () => {
  expect(restingOnNothing([0, 2, 3, 5, 9], [{ line: 1, lastLine: 3 }, { line: 9, lastLine: 9 }])).toEqual([0, 5]);
});

test('[C13] several people say different things about the same, each of them once', () => {
  const said = [{ byId: 'amina', stance: 'SUPPORTS' as const }];
  expect(sayStance(said, 'olle', 'SUPPORTS')).toBe('SUPPORTS');
  expect(sayStance(said, 'amina', 'NUANCES')).toBe('NUANCES');
  expect(isRefusal(sayStance(said, 'amina', 'SUPPORTS'))).toBe(true);
});

test('[C7] a passage without words is none', () => {
  expect(quoted({ quote: ' Det drar.\n' })).toBe('Det drar.');
  for (const none of [null, { quote: ' \n' }]) expect(isRefusal(quoted(none))).toBe(true);
});
