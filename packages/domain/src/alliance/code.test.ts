import { expect, test } from '@jest/globals';
import { readCode } from './code.js';

test('[L3] a code is read as it was meant, however it was written down', () => {
  for (const typed of ['0A1B2C3D', '0a1b2c3d', 'oaib-2c3d', ' OALB 2C3D ']) expect(readCode(typed)).toBe('0A1B2C3D');
});

test('[L3] what can be no code is none, however long it is', () => {
  for (const typed of ['', '0A1B2C3', '0A1B2C3DE', 'UUUUUUUU', '0A1B2C3å', `0A1B2C3D${' '.repeat(100_000)}`, '%_______']) expect(readCode(typed)).toBeNull();
});
