import { expect, test } from '@jest/globals';
import { mentionsIn, namesFor, namingAt, piecesOf } from './mentionsIn';

const people = [{ id: '1', name: 'Anna' }, { id: '2', name: 'Anna Ek' }, { id: '3', name: 'Bo' }, { id: '4', name: 'Bo' }, { id: '5', name: 'آمنة' }];

test('[T4] a name counts where it stands whole after an @, the longest one first', () => {
  expect(mentionsIn('@Anna Ek och @anna', people, [])).toEqual(['2', '1']);
  expect(mentionsIn('@Annas anna@Bosse @آمنة!', people, [])).toEqual(['5']);
  expect(piecesOf('Hej @Anna Ek!', people)).toEqual([{ words: 'Hej ', named: false }, { words: '@Anna Ek', named: true }, { words: '!', named: false }]);
});

test('[T4] of namesakes the one who was chosen is named, and where none was all of them are', () => {
  expect(mentionsIn('@Bo', people, [])).toEqual(['3', '4']);
  expect(mentionsIn('@Bo', people, ['4', '1'])).toEqual(['4']);
});

test('[T4] names are offered while one writes after an @, and an address is no name', () => {
  expect(namingAt('Hej @An', 7)).toEqual({ from: 4, search: 'an' });
  expect(namingAt('@', 1)).toEqual({ from: 0, search: '' });
  expect(namingAt('kim@ex', 6)).toBeNull();
  expect(namingAt('Hej @Anna. Nu\nså', 16)).toBeNull();
  expect(namesFor('ek', people).map(({ id }) => id)).toEqual(['2']);
  expect(namesFor('anna', people).map(({ id }) => id)).toEqual(['2']);
  expect(namesFor('', people, 2)).toHaveLength(2);
});
