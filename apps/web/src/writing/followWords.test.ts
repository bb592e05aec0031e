import { expect, test } from '@jest/globals';
import { letterIn } from './followWords';

test('[F2] a letter is found again where others wrote before it, after it, or took other words away', () => {
  expect(letterIn('vägen är mörk', 'vägen är mörk', 6)).toBe(6);
  expect(letterIn('vägen är mörk', 'vägen är mycket mörk', 10)).toBe(17);
  expect(letterIn('vägen är mörk', 'vägen är mörk och lång', 9)).toBe(9);
  expect(letterIn('vägen är mörk', 'vägen mörk', 9)).toBe(6);
});

test('[F2] a letter that is gone is found nowhere', () => {
  expect(letterIn('vägen är mörk', 'vägen mörk', 7)).toBe(null);
  expect(letterIn('mörk', '', 2)).toBe(null);
});
