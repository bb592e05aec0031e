import { expect, test } from '@jest/globals';
import { placesOf, textNodeFrom, wordsOf } from './textNode';

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });

test('[C7] a quote is shown where it stands alone, and nowhere when it could be in two places', () => {
  const { words } = wordsOf({ type: 'doc', content: [paragraph('Vägen är mörk.'), paragraph('Lampan är trasig. Lampan är ny.')] });
  expect(placesOf(words, ['är mörk'])).toEqual([{ from: 6, to: 13 }]);
  expect(placesOf(words, ['Lampan är'])).toEqual([]);
  expect(placesOf(words, ['aldrig skrivet', ''])).toEqual([]);
});

test('[C7] quotes that lie over each other are shown as one', () => {
  expect(placesOf('abcdefgh', ['bcd', 'cdef'])).toEqual([{ from: 1, to: 6 }]);
});

test('a quote over two paragraphs is found, line by line', () => {
  const { words } = wordsOf({ type: 'doc', content: [paragraph('ett'), paragraph('två')] });
  expect(placesOf(words, ['tt\ntv'])).toEqual([{ from: 1, to: 6 }]);
});

test('what is no text is left out, and a text too deep to read ends', () => {
  let deep: unknown = { type: 'text', text: 'djupt' };
  for (let at = 0; at < 10_000; at += 1) deep = { type: 'blockquote', content: [deep] };
  const node = textNodeFrom({ type: 'doc', content: [deep, null, 7, { text: 'utan slag' }, paragraph('här')] });
  expect(node).not.toBeNull();
  expect(wordsOf(node!).words).toBe('här');
});
