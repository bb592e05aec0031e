import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { postmasterPid } from './postgres/lock.mjs';
import { oneStart, processesFor, until } from './test/one-start.mjs';

const onLinux = process.platform === 'linux' ? test : test.skip;
let data;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'samsyn-start-'));
  rmSync(data, { recursive: true });
});
afterEach(async () => {
  for (const pid of process.platform === 'linux' ? processesFor(data) : []) process.kill(pid, 'SIGKILL');
  await until(() => process.platform !== 'linux' || processesFor(data).length === 0);
  if (home().startsWith(data) === false) rmSync(home(), { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true });
});

/** Where the database of this data folder lies. */
function home() {
  const note = join(data, 'postgres-is-at');
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : join(data, 'postgres');
}

/** What is still running when everything should have ended; what is just going is given a moment. */
async function leftRunning() {
  await until(() => processesFor(data).length === 0, 20);
  return processesFor(data).map((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
}

async function ask(sql) {
  const { app } = JSON.parse(readFileSync(join(home(), 'passwords.json'), 'utf8'));
  const [, , , port] = readFileSync(join(home(), 'data', 'postmaster.pid'), 'utf8').split('\n');
  const client = new pg.Client({ host: '127.0.0.1', port: Number(port), user: 'samsyn', password: app, database: 'samsyn' });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('[S6] a port that is taken is named, with another to try, before anything is begun', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await until(() => other.listening);
  const { port } = other.address();
  const { code, said } = await oneStart(data, { env: { PORT: String(port) } }).ended;
  other.close();
  expect(code).toBe(1);
  expect(said).toContain(`Port ${port} on 127.0.0.1 is taken by another program: stop that one, or choose another port, for example: PORT=${port + 1} npm start`);
  expect(said).not.toContain('    at ');
  expect(existsSync(data)).toBe(false);
});

test('[S1] wrong settings are refused by name, all at once, before anything is begun', async () => {
  const { code, said } = await oneStart(data, { env: { PORT: 'four', SESSION_DAYS: '-1', SAMSYN_EXEMPLES: 'on' } }).ended;
  expect(code).toBe(1);
  expect(said.trim().split('\n').map((line) => line.split(' ')[0])).toEqual(['PORT', 'SESSION_DAYS', 'SAMSYN_EXEMPLES']);
  expect(existsSync(data)).toBe(false);
});

test('[S6] an address this machine does not have is named', async () => {
  const { code, said } = await oneStart(data, { env: { HOST: '203.0.113.7' } }).ended;
  expect(code).toBe(1);
  expect(said).toContain('HOST is 203.0.113.7');
});

onLinux('[S6] a folder that may not be written is named, with what to do', async () => {
  const { code, said } = await oneStart('/sys/samsyn').ended;
  expect(code).toBe(1);
  expect(said).toMatch(/Samsyn may not read or write \/sys\/samsyn: .*SAMSYN_DATA/);
  expect(said).not.toContain('    at ');
});

test('[S6] a file in the way of the data folder is named', async () => {
  writeFileSync(data, '');
  const { code, said } = await oneStart(data).ended;
  expect(code).toBe(1);
  expect(said).toContain(`${data} is in the way`);
});

test('[S6] data written by a newer PostgreSQL are refused in one sentence and left as they are', async () => {
  mkdirSync(join(data, 'postgres', 'data'), { recursive: true });
  writeFileSync(join(data, 'postgres', 'data', 'PG_VERSION'), '99\n');
  const { code, said } = await oneStart(data).ended;
  expect(code).toBe(1);
  expect(said).toMatch(/were written by a newer Samsyn \(PostgreSQL 99; .*update Samsyn/);
  expect(readFileSync(join(data, 'postgres', 'data', 'PG_VERSION'), 'utf8')).toBe('99\n');
});

onLinux('[S2] [S7] data outlive Ctrl-C and kill -9 of everything; nothing is left running', async () => {
  const first = oneStart(data);
  const address = await first.up;
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
  await ask('CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)');

  // A second start on the same data, while the first one runs.
  const second = await oneStart(data).ended;
  expect(second.code).toBe(1);
  expect(second.said).toContain(`already running on this data (process ${first.child.pid})`);
  expect((await fetch(`${address}/livez`)).status).toBe(200);

  const stopped = await first.interrupt();
  expect(stopped.code).toBe(0);
  expect(await leftRunning()).toEqual([]);

  // Only the start is killed: the server and the database follow it.
  const third = oneStart(data);
  await third.up;
  await ask('INSERT INTO kept VALUES (2)');
  third.child.kill('SIGKILL');
  expect(await until(() => processesFor(data).length === 0)).toBe(true);

  // Everything is killed at once: a lock is left over.
  const fourth = oneStart(data);
  await fourth.up;
  await ask('INSERT INTO kept VALUES (3)');
  for (const pid of processesFor(data)) process.kill(pid, 'SIGKILL');
  expect(await until(() => processesFor(data).length === 0)).toBe(true);
  expect(postmasterPid(join(home(), 'data'))).toBeDefined();

  const fifth = oneStart(data);
  await fifth.up;
  expect(await ask('SELECT n FROM kept ORDER BY n')).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  await ask("INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ('9', '', '9999_future', now(), 1)");
  await fifth.interrupt();

  const sixth = await oneStart(data).ended;
  expect(sixth.code).toBe(1);
  expect(sixth.said).toMatch(/database was written by a newer Samsyn \(it holds 9999_future\): update Samsyn/);
  expect(await leftRunning()).toEqual([]);
});

onLinux('[S7] when the server ends by itself everything stops, and where to look is said', async () => {
  const start = oneStart(data);
  await start.up;
  const server = processesFor(data).find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('apps/api/dist/bundle/main.js'));
  process.kill(server, 'SIGKILL');
  const { code, said } = await start.ended;
  expect(code).toBe(1);
  expect(said).toMatch(/The server ended by itself \(SIGKILL\); .*api\.log says why/);
  expect(await leftRunning()).toEqual([]);
});
