import { expect, test } from '@jest/globals';
import { sittings, type Step } from './sitting.js';

let position = 0;
const step = (minute: number, by: string[], origin = 'EDIT'): Step => {
  const at = new Date(Date.UTC(2026, 0, 1, 9, minute)).toISOString();
  position += 10;
  return { from: position - 9, to: position, at, until: at, origin, by };
};

test('[V1] those who write on with short rests have one sitting, and its steps can each be gone to', () => {
  const [sitting, ...more] = sittings([step(0, ['a', 'b']), step(1, ['b', 'a']), step(9, ['a', 'b'])]);
  expect(more).toEqual([]);
  expect(sitting?.steps).toHaveLength(3);
  expect([sitting?.from, sitting?.to]).toEqual([sitting?.steps[0]?.from, sitting?.steps[2]?.to]);
});

test('[V1] whoever comes or goes begins a new sitting, and so does a rest and an act that writes at once', () => {
  const found = sittings([step(0, ['a']), step(1, ['a', 'b']), step(2, ['b']), step(30, ['b']), step(31, ['b'], 'RESTORE'), step(32, ['b'])]);
  expect(found.map(({ by, origin }) => [by.join(), origin])).toEqual([['a', 'EDIT'], ['a,b', 'EDIT'], ['b', 'EDIT'], ['b', 'EDIT'], ['b', 'RESTORE'], ['b', 'EDIT']]);
});

test('[V1] the time line is in the order of time, and no step is lost or told twice', () => {
  const steps = Array.from({ length: 200 }, (_, n) => step(n * ((n % 3) + 1), [['a'], ['b'], ['a', 'b']][n % 3] ?? []));
  expect(sittings(steps).flatMap((sitting) => sitting.steps)).toEqual(steps);
});
