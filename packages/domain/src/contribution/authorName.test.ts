import { expect, test } from '@jest/globals';
import { authorName } from './authorName.js';

test('[C6] a name only a file states is said to come from the file, and without one nobody is named', () => {
  expect(authorName(false, { statedAuthor: 'Rut', approval: 'NOT_NEEDED' })).toEqual({ from: 'FILE', name: 'Rut' });
  expect(authorName(false, { statedAuthor: null, approval: 'NOT_NEEDED' })).toEqual({ from: 'NOBODY' });
  expect(authorName(false, { statedAuthor: '', approval: 'NOT_NEEDED' })).toEqual({ from: 'NOBODY' });
});

test('[C5] a name told to the one who wrote it down is named plainly, approved or not; who is here is named as here', () => {
  expect(authorName(false, { statedAuthor: 'Vaktmästaren', approval: 'NOT_YET' })).toEqual({ from: 'TOLD', name: 'Vaktmästaren' });
  expect(authorName(false, { statedAuthor: 'Vaktmästaren', approval: 'APPROVED' })).toEqual({ from: 'TOLD', name: 'Vaktmästaren' });
  expect(authorName(true, { statedAuthor: 'Vaktmästaren', approval: 'NOT_YET' })).toEqual({ from: 'HERE' });
});
