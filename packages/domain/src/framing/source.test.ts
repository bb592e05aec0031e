import { expect, test } from '@jest/globals';
import { addressOf, asDoi, cites, shortForm, sourceFrom, takeOutSource } from './source.js';

const code = (given: unknown) => (given as { refused?: string }).refused;

test('[W17] a source needs a title; a DOI is taken however it was copied, and a link only when it can be followed', () => {
  expect(sourceFrom({ title: ' Kunskap\n i  allians ', doi: 'https://doi.org/10.1234/abc.5', year: 2021 })).toEqual({
    title: 'Kunskap i allians', authors: '', year: 2021, doi: '10.1234/abc.5', url: null, note: '',
  });
  expect(code(sourceFrom({ title: ' ' }))).toBe('text/empty');
  expect(code(sourceFrom({ title: 'x', url: 'javascript:alert(1)' }))).toBe('url/wrong');
  expect(code(sourceFrom({ title: 'x', doi: '11.1234/x' }))).toBe('source/doi');
  expect(code(sourceFrom({ title: 'x', year: 20.5 }))).toBe('source/year');
  expect(code(sourceFrom({ title: 'x'.repeat(401) }))).toBe('text/too-long');
});

test.each(['10.1000/182', 'doi: 10.1000/182', 'http://dx.doi.org/10.1000/182'])('[W17] %s is a DOI', (given) => expect(asDoi(given)).toBe('10.1000/182'));

test('[W17] a DOI cannot lead elsewhere than to its resolver', () => {
  expect(addressOf({ doi: '10.1000/a?b#c', url: 'https://x.se' })).toBe('https://doi.org/10.1000/a%3Fb%23c');
  expect(addressOf({ doi: null, url: 'https://x.se' })).toBe('https://x.se');
  expect(addressOf({ doi: null, url: null })).toBeNull();
});

test('[W17] a source is cited by whose it is and when, or by its title', () => {
  const cited = (authors: string, title = 'Vägar i mörker', year: number | null = 2019) => shortForm({ authors, title, year });
  expect(cited('Ek, A.')).toBe('Ek 2019');
  expect(cited('Ek, A., Berg, B.')).toBe('Ek et al. 2019');
  expect(cited('Anna Ek och Bo Berg')).toBe('Anna Ek et al. 2019');
  expect(cited('', 'Vägar i mörker', null)).toBe('Vägar i mörker');
  expect(cited('', 'x'.repeat(60))).toHaveLength(45);
});

test('[W17] a source is taken out only when neither the text nor a version cites it', () => {
  const text = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text' }, { type: 'citation', attrs: { source: 'a' } }] }] };
  expect([cites(text, 'a'), cites(text, 'b')]).toEqual([true, false]);
  expect(code(takeOutSource({ inText: true, inVersion: false }))).toBe('source/cited');
  expect(code(takeOutSource({ inText: false, inVersion: true }))).toBe('source/cited-in-version');
  expect(takeOutSource({ inText: false, inVersion: false })).toBeNull();
});
