import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tell } from '../src/lib/message';

const src = join(import.meta.dirname, '../src');
const catalog = (language: string, slice: string) => JSON.parse(readFileSync(join(src, 'words', language, slice), 'utf8')) as Record<string, string>;
const slices = readdirSync(join(src, 'words/sv'));
// An argument stands alone or at the head of a plural; the words of a plural's branches are not arguments.
const argumentsOf = (message: string) => [...new Set([...message.matchAll(/\{(\w+)(?:,\s*plural,|\})/g)].filter(({ 0: whole }) => /^\{\w+(,|\})/.test(whole)).map(([, name]) => name))].toSorted();
const plurals = (message: string) => [...message.matchAll(/([=\w]+)\s*\{/g)].map(([, branch]) => branch).filter((branch) => branch !== undefined && /^(=\d+|one|other|few|many|two|zero)$/.test(branch));

test('both languages have the same catalogs', () => {
  expect(readdirSync(join(src, 'words/en'))).toEqual(slices);
});

test.each(slices)('%s has the same keys, arguments and whole plurals in both languages', (slice) => {
  const sv = catalog('sv', slice);
  const en = catalog('en', slice);
  expect(Object.keys(en).toSorted()).toEqual(Object.keys(sv).toSorted());
  for (const [key, message] of Object.entries(sv)) {
    expect({ key, names: argumentsOf(en[key] ?? '') }).toEqual({ key, names: argumentsOf(message) });
    for (const one of [message, en[key] ?? '']) {
      expect(one.trim()).not.toBe('');
      if (one.includes('plural,')) expect({ key, branches: plurals(one) }).toEqual({ key, branches: expect.arrayContaining(['one', 'other']) });
    }
  }
});

test('no word is kept that no screen says', () => {
  const code = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(src, name), 'utf8'))
    .join('\n');
  const unsaid = slices.flatMap((slice) => {
    const name = slice.replace('.json', '');
    // Keys that a screen puts together from parts are looked for by their beginning.
    return Object.keys(catalog('sv', slice)).map((key) => `${name}.${key}`).filter((key) => !code.includes(key) && !code.includes(`\`${key.replace(/[^-.]+$/, '')}`));
  });
  expect(unsaid).toEqual([]);
});

test('a message is told with its arguments, and by number', () => {
  const message = '{n, plural, =0 {inget från {name}} one {# bidrag från {name}} other {# bidrag från {name}}}';
  expect(tell(message, { n: 0, name: 'Amina' }, 'sv-SE')).toBe('inget från Amina');
  expect(tell(message, { n: 1, name: 'Amina' }, 'sv-SE')).toBe('1 bidrag från Amina');
  expect(tell(message, { n: 1200, name: 'Amina' }, 'sv-SE')).toBe('1 200 bidrag från Amina'.replace('1 200', new Intl.NumberFormat('sv-SE').format(1200)));
  expect(tell('Hej {name}, {okänt}', { name: '{n}' }, 'sv-SE')).toContain('{okänt}');
});
