import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from './migrate.mjs';
import { startPostgres } from './postgres/start.mjs';

let server;
let folder;
let url;
let count = 0;
beforeAll(async () => {
  server = await startPostgres({ throwaway: true });
});
afterAll(() => server.stop());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'samsyn-migrations-'));
  count += 1;
  await ask(server.url, `CREATE DATABASE m${count}`);
  url = server.url.replace(/samsyn$/, `m${count}`);
  write('0001_start', 'CREATE TABLE step (n int); INSERT INTO step VALUES (1);');
  write('0002_next', "CREATE FUNCTION two() RETURNS int LANGUAGE sql AS $$ SELECT 2; $$; INSERT INTO step SELECT two();");
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name, sql) {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'migration.sql'), sql);
}

async function ask(address, sql) {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

test('[S5] every migration runs once, in order', async () => {
  expect(await migrate(url, { folder })).toEqual(['0001_start', '0002_next']);
  expect(await migrate(url, { folder })).toEqual([]);
  expect(await ask(url, 'SELECT n FROM step ORDER BY n')).toEqual([{ n: 1 }, { n: 2 }]);
});

test('[S5] five starts at the same moment migrate once', async () => {
  const names = await Promise.all(Array.from({ length: 5 }, () => migrate(url, { folder })));
  expect(names.flat()).toEqual(['0001_start', '0002_next']);
  expect(await ask(url, 'SELECT count(*)::int AS n FROM step')).toEqual([{ n: 2 }]);
});

test('[S5] a migration that fails leaves nothing, and can be mended and run again', async () => {
  write('0003_broken', 'INSERT INTO step VALUES (3); SELECT nonsense;');
  await expect(migrate(url, { folder })).rejects.toThrow(/0003_broken: .*nonsense/);
  expect(await ask(url, 'SELECT max(n) AS n FROM step')).toEqual([{ n: 2 }]);
  write('0003_broken', 'INSERT INTO step VALUES (3);');
  expect(await migrate(url, { folder })).toEqual(['0003_broken']);
});

test('[S5] a database from a newer version is refused in one sentence and left as it is', async () => {
  await migrate(url, { folder });
  rmSync(join(folder, '0002_next'), { recursive: true });
  await expect(migrate(url, { folder })).rejects.toThrow(/newer Samsyn.*0002_next.*update/);
});

test('[S5] a migration changed after it ran is refused', async () => {
  await migrate(url, { folder });
  write('0001_start', 'CREATE TABLE other (n int);');
  await expect(migrate(url, { folder })).rejects.toThrow(/0001_start was changed/);
});

test('[S5] a database that is not there is named without its password', async () => {
  const error = await migrate('postgresql://me:geheim@127.0.0.1:1/none', { folder }).catch((thrown) => thrown);
  expect(error.message).toMatch(/127\.0\.0\.1:1 does not answer/);
  const shut = await migrate(server.url.replace(/:[0-9a-f]+@/, ':geheim@'), { folder }).catch((thrown) => thrown);
  expect(shut.message).toMatch(/does not let us in \(28P01\): check the name, the password/);
  expect(error.message + shut.message).not.toContain('geheim');
});
