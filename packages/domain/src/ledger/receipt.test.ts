import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '../shared/refusal.js';
import { readReceipt, receiptCode } from './receipt.js';
import { sha256 } from './sha256.js';

const heads = fc.string({ maxLength: 8 }).map(sha256);

test('[J6] a receipt is read as it was written, also in small letters, with spaces, as a link or with O for 0', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 2_000_000 }), heads, (number, head) => {
    const code = receiptCode(number, head, sha256);
    for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), `https://samsyn.example/receipt/${code}?lang=sv`, ` ${code.replaceAll('0', 'o')}/`]) {
      const read = readReceipt(typed, sha256);
      if (isRefusal(read)) return false;
      if (read.number !== number || head < read.from || head > read.to) return false;
    }
    return true;
  }), { numRuns: 100 });
});

test('[J6] a slip of the pen is told as one, and is no alarm', () => {
  const code = receiptCode(57, sha256('head'), sha256);
  let missed = 0;
  let tried = 0;
  for (let at = 0; at < code.length; at += 1) {
    for (const letter of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
      if (code[at] === '-' || code[at] === letter) continue;
      tried += 1;
      if (!isRefusal(readReceipt(code.slice(0, at) + letter + code.slice(at + 1), sha256))) missed += 1;
    }
  }
  expect(tried).toBeGreaterThan(600);
  expect(missed).toBeLessThan(5);
  for (const wrong of ['', '57', code.slice(0, -1), `0-${code.slice(3)}`, `x${code}`, '../../etc']) expect(isRefusal(readReceipt(wrong, sha256))).toBe(true);
});
