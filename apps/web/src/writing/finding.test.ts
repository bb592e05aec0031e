import { expect, test } from '@jest/globals';
import { findIn } from './finding';
import { textSchema } from './textSchema';

test.each(['e-post', 'c\\d', '(a+b)', '[*]?', '^$', '{1}', 'a|b', '1/2', '–', '%'])('[F2] "%s" is looked for as it stands', (words) => {
  const doc = textSchema.node('doc', null, [textSchema.node('paragraph', null, textSchema.text(`Här ${words} där`))]);
  expect(findIn(doc, words, false)).toEqual([{ from: 5, to: 5 + words.length }]);
});
