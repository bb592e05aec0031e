import { expect, test } from '@jest/globals';
import pg from 'pg';
import { installed } from '../../test/installed.js';
import { serve } from '../server.js';
import { Database } from './database.js';
import { runtimeRole } from './role.js';

const here = await installed();
const database = here.app.get(Database);

test('[S10] everything that is asked of the database is asked as a role without any power over it', async () => {
  const factsSql = `select current_user as role, r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb, r.rolcanlogin,
    (select count(*)::int from pg_class where relowner = r.oid) as owned from pg_roles r where rolname = current_user`;
  const without = { role: runtimeRole, rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolcanlogin: false, owned: 0 };
  expect((await database.pool.query(factsSql)).rows).toEqual([without]);
  expect(await database.prisma.$queryRawUnsafe(factsSql)).toEqual([without]);
});

test('[S10] a statement that falls back to where it began is still that role', async () => {
  const client = await database.pool.connect();
  try {
    await client.query('reset role');
    await client.query('discard all');
    expect((await client.query('select current_user as role')).rows).toEqual([{ role: runtimeRole }]);
  } finally {
    client.release(true);
  }
});

test('[S10] what has been noted is not changed or taken away by the server, and no table is emptied, altered or dropped', async () => {
  for (const sql of [
    ...['ledger_line', 'ledger_seal', 'ledger_check'].flatMap((table) => [`update ${table} set id = id`.replace('ledger_seal set id = id', 'ledger_seal set number = 1'), `delete from ${table}`, `truncate ${table}`]),
    `update ledger_content set content = ''`,
    `update ledger_pseudonym set actor_id = actor_id`,
    'truncate contribution',
    'alter table contribution disable row level security',
    'drop table contribution',
    'create table here (id int)',
    `insert into _prisma_migrations (id, checksum, migration_name) values ('1', '', 'x')`,
    'select * from _prisma_migrations',
  ]) {
    await expect(database.pool.query(sql)).rejects.toMatchObject({ code: '42501' });
  }
});

test('[S10] the server does not start as an account that owns the tables, and says so in one sentence', async () => {
  const owner = new URL(here.databaseUrl);
  owner.searchParams.set('options', '-c random_page_cost=1.1');
  owner.searchParams.set('application_name', 'as the owner');
  await expect(serve({ ...here.settings, databaseUrl: owner.href })).rejects.toThrow(/^Samsyn does not start: in the database it would act as \w+, (who may do everything|who owns its tables \(\w+ is one\))\./);
  expect(await connections()).toBe(0);
});

test('[S10] a table that a later migration makes is the role’s to read and write, and no more', async () => {
  const client = new pg.Client({ connectionString: here.databaseUrl });
  await client.connect();
  await client.query('create table later (id bigserial primary key)');
  await database.pool.query('insert into later default values');
  await expect(database.pool.query('truncate later')).rejects.toMatchObject({ code: '42501' });
  await client.query('drop table later');
  await client.end();
});

async function connections(): Promise<number> {
  const { rows } = await here.db.query(`select count(*)::int as n from pg_stat_activity where datname = current_database() and application_name = 'as the owner'`);
  return rows[0].n;
}
