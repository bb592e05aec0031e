import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInstalled } from './install.mjs';

const one = { version: '1.0.0', integrity: 'sha512-a' };
let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'samsyn-install-'));
  mkdirSync(join(folder, 'node_modules'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function found(wanted, installed) {
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...wanted } }));
  if (installed) writeFileSync(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }));
  return isInstalled(folder);
}

test('[S6] this very checkout is installed, and is not installed again', () => {
  expect(isInstalled(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))).toBe(true);
});

test('[S6] what is missing, older, altered or cut short is installed', () => {
  const wanted = { 'node_modules/a': one };
  expect(found(wanted)).toBe(false);
  expect(found(wanted, {})).toBe(false);
  expect(found(wanted, { 'node_modules/a': { ...one, version: '0.9.0' } })).toBe(false);
  expect(found(wanted, { 'node_modules/a': { ...one, integrity: 'sha512-b' } })).toBe(false);
  expect(found(wanted, wanted)).toBe(true);
});

test('[S6] packages for other machines are not waited for, those for this one are', () => {
  const optional = { ...one, optional: true };
  const elsewhere = process.platform === 'win32' ? 'linux' : 'win32';
  expect(found({ 'node_modules/a': { ...optional, os: [elsewhere] } }, {})).toBe(true);
  expect(found({ 'node_modules/a': { ...optional, os: [process.platform], cpu: [process.arch] } }, {})).toBe(false);
});
