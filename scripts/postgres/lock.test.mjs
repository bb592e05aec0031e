import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { healPostmaster, takeLock } from './lock.mjs';

let home;
let data;
let other;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'samsyn-lock-'));
  data = join(home, 'data');
  mkdirSync(data);
  other = spawn('sleep', ['60'], { cwd: '/' });
});
afterEach(() => {
  other.kill('SIGKILL');
  rmSync(home, { recursive: true });
});

test('[S6] a lock whose number now belongs to another program is removed, and that program left alone', async () => {
  writeFileSync(join(data, 'postmaster.pid'), `${other.pid}\n${data}\n`);
  await healPostmaster(data, () => {});
  expect(existsSync(join(data, 'postmaster.pid'))).toBe(false);
  expect(other.exitCode ?? other.signalCode).toBeNull();
});

test('[S6] a lock of a process that is gone is taken over, one that is held is refused', () => {
  const file = join(home, 'in-use-by.json');
  writeFileSync(file, JSON.stringify({ pid: other.pid, born: 'at another time' }));
  const release = takeLock(home);
  expect(() => takeLock(home)).toThrow(`already running on this data (process ${process.pid})`);
  release();
  expect(existsSync(file)).toBe(false);
  writeFileSync(file, 'cut sho');
  takeLock(home)();
});
