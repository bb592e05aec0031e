import { expect, test } from '@jest/globals';
import { findIn } from './finding';
import { textSchema } from './textSchema';

test.each(['e-post', 'c\\d', '(a+b)', '[*]?', '^$', '{1}', 'a|b', '1/2', '–', '%'])('[F2] "%s" is looked for as it stands', (words) => {
  const doc = textSchema.node('doc', null, [textSchema.node('paragraph', null, textSchema.text(`Här ${words} där`))]);
  expect(findIn(doc, words, false)).toEqual([{ from: 5, to: 5 + words.length }]);
});

test('[F2] an "å" is found whether its ring is a sign of its own or not, and the other way round', () => {
  for (const [held, words] of [['a\u030Atgärd', 'åtgärd'], ['åtgärd', 'a\u030Atga\u0308rd']] as const) {
    const doc = textSchema.node('doc', null, [textSchema.node('paragraph', null, textSchema.text(`En ${held.normalize(words.length > 6 ? 'NFC' : 'NFD')} nu`))]);
    expect(findIn(doc, words, false)).toHaveLength(1);
  }
});
