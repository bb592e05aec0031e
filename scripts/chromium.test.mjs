import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumPath, unpackedChromium } from './chromium.mjs';

const long = process.env.LONG && process.platform === 'linux' ? test : test.skip;
let cache;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'samsyn-browser-'));
});
afterEach(() => rmSync(cache, { recursive: true }));

test('[S9] a browser that is named is used, and one that is not there is refused by name', async () => {
  expect(await chromiumPath({ CHROME_PATH: process.execPath })).toBe(process.execPath);
  await expect(chromiumPath({ CHROME_PATH: join(cache, 'none') })).rejects.toThrow(/CHROME_PATH names .*none, and there is nothing/);
});

long('[S9] three who unpack the browser at once get one that starts', async () => {
  const paths = await Promise.all([1, 2, 3].map(() => unpackedChromium(cache)));
  expect(new Set(paths).size).toBe(1);
  expect(readdirSync(cache)).toEqual(['ready']);
  expect(spawnSync(paths[0], ['--no-sandbox', '--version'], { encoding: 'utf8' }).stdout).toMatch(/Chrom/);
}, 300_000);
