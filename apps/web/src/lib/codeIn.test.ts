import { expect, test } from '@jest/globals';
import { codeIn } from './codeIn';

test('[L3] a code is understood as people write it: with spaces, in small letters, with O for zero, or as a whole link', () => {
  for (const given of ['AB12CD34', 'ab12 cd34', ' AB12-CD34 ', 'http://127.0.0.1:4000/j/AB12CD34', 'https://samsyn.example.org/j/ab12cd34/?lang=en#x']) {
    expect(codeIn(given)).toBe('AB12CD34');
  }
  expect(codeIn('OIL00000')).toBe('01100000');
});

test('[L3] what cannot be a code is not taken for one', () => {
  for (const given of ['', 'AB12', 'AB12CD345', 'ÅÄÖ12345', 'UUUUUUUU']) expect(codeIn(given)).toBeNull();
});
