import { expect, test } from '@jest/globals';
import { newsOf, type Company } from './presenceNews';

const company = (...people: [string, boolean][]): Company => new Map(people.map(([name, near]) => [name, { name, near }]));
const never = new Map<string, number>();

test('whoever comes, goes or comes near is told by name, and nobody twice', () => {
  expect(newsOf(company(), company(['Fatuma', false]), never, 0)).toEqual({ came: ['Fatuma'], left: [], near: [] });
  expect(newsOf(company(['Fatuma', false], ['Jonas', false]), company(['Fatuma', true]), never, 0)).toEqual({ came: [], left: ['Jonas'], near: ['Fatuma'] });
  expect(newsOf(company(['Fatuma', true]), company(['Fatuma', true]), never, 0)).toEqual({ came: [], left: [], near: [] });
});

test('whoever goes to and fro is not told of each time', () => {
  const told = new Map([['Fatuma', 10_000]]);
  expect(newsOf(company(['Fatuma', false]), company(['Fatuma', true]), told, 50_000).near).toEqual([]);
  expect(newsOf(company(['Fatuma', false]), company(['Fatuma', true]), told, 70_000).near).toEqual(['Fatuma']);
});
