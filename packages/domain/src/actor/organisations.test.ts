import { expect, test } from '@jest/globals';
import { limits } from '../shared/limits.js';
import { merging } from './merging.js';
import { howMany, letters } from './searching.js';

test('[A3] an organisation goes over into another, but not into itself or a part of itself', () => {
  expect(merging('a', 'b', ['c'])).toEqual({ fromId: 'a', intoId: 'b' });
  expect(merging('a', 'a', [])).toMatchObject({ refused: 'organisation/merged-into-itself', rule: 'A3' });
  expect(merging('a', 'b', ['c', 'a'])).toMatchObject({ refused: 'organisation/merged-into-itself' });
});

test('[A3] three letters are needed to search, and no list is read out whole', () => {
  expect(letters(' umeå ')).toBe('umeå');
  expect(letters('  um  ')).toMatchObject({ refused: 'search/too-short' });
  expect(letters('x'.repeat(limits.search + 1))).toMatchObject({ refused: 'text/too-long' });
  expect([howMany(null, 10), howMany(0, 10), howMany(-5, 10), howMany(1e9, 10)]).toEqual([10, 1, 1, limits.list]);
});
