import { expect, test } from '@jest/globals';
import { note } from './noting.js';

test('[I1] what already goes on is noted with a name and what it does; an address must be one people can follow', () => {
  expect(note({ name: 'Vandrande skolbuss', description: 'Föräldrar går med', url: '' })).toEqual({ name: 'Vandrande skolbuss', description: 'Föräldrar går med', url: null });
  expect(note({ name: 'A', description: 'b', url: 'https://example.org/x' })).toMatchObject({ url: 'https://example.org/x' });
  expect(note({ name: 'A', description: 'b', url: 'javascript:alert(1)' })).toMatchObject({ refused: 'url/wrong' });
  expect(note({ name: '', description: 'b' })).toMatchObject({ refused: 'name/too-short' });
  expect(note({ name: 'A', description: ' ' })).toMatchObject({ refused: 'text/empty' });
});
