import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { byName } from './alphabet.js';

const named = (name: string, id = name) => ({ id, name });

test('[K1] Swedish letters come last and in their order, marks and capitals do not part names', () => {
  const names = ['Östen', 'Åsa', 'Zahra', 'Ärla', 'adam', 'Émile', 'Erik', 'Adam'];
  expect(names.map((name) => named(name)).toSorted(byName).map(({ name }) => name)).toEqual([
    'Adam', 'adam', 'Émile', 'Erik', 'Zahra', 'Åsa', 'Ärla', 'Östen',
  ]);
});

test('[K1] the order is one and the same whatever order people came in', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ id: fc.uuid(), name: fc.string({ unit: 'grapheme', maxLength: 6 }) }), { maxLength: 12 }), (people) => {
      const once = people.toSorted(byName);
      expect(people.toReversed().toSorted(byName)).toEqual(once);
    }),
  );
});
