import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

test('the first view of home, joining and an alliance is at most 110 kB of JavaScript and CSS, and writing at most 120 kB of JavaScript over it', () => {
  const run = spawnSync(process.execPath, [join(import.meta.dirname, '../size.mjs')], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
});
