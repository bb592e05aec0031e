import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { oneStart } from './test/one-start.mjs';
import { tryPlaces } from './try-places.mjs';

// Minutes, and only root may change who it is: part of `npm run check:long`.
const long = process.env.LONG && process.platform === 'linux' && process.getuid() === 0 ? describe : describe.skip;

long('on clean clones', () => {
  test('[S6] it comes up as root, below a closed folder, as an ordinary user, and again without network', async () => {
    const tried = [];
    for await (const place of tryPlaces()) tried.push(place);
    expect(tried.map(({ name, up, stopped, failure }) => ({ name, up, stopped, failure }))).toEqual(
      tried.map(({ name }) => ({ name, up: true, stopped: true, failure: undefined })));
    expect(tried).toHaveLength(6);
  }, 1_200_000);

  test('[S6] a full disk is named, with what to do', async () => {
    const small = mkdtempSync(join(tmpdir(), 'samsyn-small-'));
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=120m', 'tmpfs', small]).status).toBe(0);
    try {
      spawnSync('dd', ['if=/dev/zero', `of=${join(small, 'filler')}`, 'bs=1M', 'count=40']);
      const early = await oneStart(join(small, 'data')).ended;
      spawnSync('rm', [join(small, 'filler')]);
      expect(early.code).toBe(1);
      expect(early.said).toMatch(/The disk that holds .* is full: free some space/);
      expect(early.said).not.toContain('    at ');
      const start = oneStart(join(small, 'data'));
      await start.up;
      expect((await start.interrupt()).code).toBe(0);
    } finally {
      spawnSync('umount', [small]);
      rmdirSync(small);
    }
  }, 300_000);
});
