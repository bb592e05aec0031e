import { expect, test } from '@jest/globals';
import { isRefusal, refuse } from './refusal.js';
import { refusals, sentence, type RefusalCode } from './refusals.js';

const codes = Object.keys(refusals) as RefusalCode[];
const argumentsIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '').sort();

test('[G5] every refusal has a whole sentence in Swedish and English, with the same arguments', () => {
  for (const code of codes) {
    const { sv, en }: { sv: string; en: string } = refusals[code];
    expect([code, /[.?]$/.test(sv), /[.?]$/.test(en), sv === en]).toEqual([code, true, true, false]);
    expect([code, argumentsIn(sv)]).toEqual([code, argumentsIn(en)]);
  }
});

test('[G5] a sentence that is given its arguments has no gap left in it', () => {
  for (const code of codes) {
    const about = Object.fromEntries(argumentsIn(refusals[code].sv).map((name) => [name, 7]));
    expect(sentence(code, 'sv', about) + sentence(code, 'en', about)).not.toMatch(/[{}]/);
  }
  expect(sentence('text/too-long', 'en', { max: 120 })).toContain('120');
});

test('[G5] an argument that is missing shows as its name, and no argument is read as a pattern', () => {
  expect(sentence('text/too-long', 'sv')).toContain('{max}');
  expect(sentence('text/too-long', 'sv', { max: '$& $1 {max}' })).toContain('$& $1 {max}');
});

test('[G5] a code is spelled as slice/what, in small letters', () => {
  expect(codes.filter((code) => !/^[a-z-]+(\/[a-z-]+)?$/.test(code))).toEqual([]);
});

test('[G5] a refusal is told from an answer', () => {
  expect(isRefusal(refuse('not-found', { rule: 'R3' }))).toBe(true);
  for (const answer of [null, undefined, 'refused', 0, {}, []]) expect(isRefusal(answer)).toBe(false);
});
