import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { sha256 } from './sha256.js';

const known = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

test('[J3] a digest is the same wherever it is counted', () => {
  for (const length of [0, 1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1000]) expect(sha256('å'.repeat(length))).toBe(known('å'.repeat(length)));
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => sha256(text) === known(text)), { numRuns: 500 });
  expect(sha256('\ud800x')).toBe(known('\ud800x'));
});
