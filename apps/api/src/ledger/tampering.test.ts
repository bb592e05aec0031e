import { expect, test } from '@jest/globals';
import { entryHash, lineDigest, type Line } from '@samsyn/domain/ledger/chain';
import type { Mark } from '@samsyn/domain/ledger/checking';
import type pg from 'pg';
import { anAlliance, joins } from '../../test/alliances.js';
import { installed } from '../../test/installed.js';
import { Checking } from './checking.js';
import { CheckingStore } from './checking.store.js';
import { digest } from './digest.js';
import { asLine, lineColumns, type LineRow } from './line.row.js';
import { Sealer } from './sealer.js';

const here = await installed();
const checking = here.app.get(Checking);
const olle = await here.people.anOfficial('Olle');
const amina = await here.people.aResident('Amina');
const { id: chain, code } = await anAlliance(olle, { visibility: 'CLOSED' });
await joins(amina, code);
for (let n = 0; n < (process.env['LONG'] === '1' ? 30 : 5); n += 1) {
  await (n % 2 === 0 ? olle : amina).asks('mutation ($id: ID!, $name: String) { describeAlliance(id: $id, name: $name) { id } }', { id: chain, name: `Skolvägen ${n}` });
}
await here.app.get(Sealer).now();
await here.app.get(Sealer).onModuleDestroy();
const entries = await here.app.get(CheckingStore).entries(chain, 0);
const heads: Mark[] = entries.map(({ number, hash }) => ({ number, hash }));

/** Somebody who may do everything with the database does this; what the check then finds; and all is as it was. */
async function bent(does: (db: pg.PoolClient) => Promise<unknown>, kept: readonly Mark[] = []): Promise<string[]> {
  const db = await here.db.connect();
  try {
    await db.query(`set samsyn.ledger_repair = 'yes'`);
    await does(db);
    return (await checking.check(chain, kept)).faults.map(({ why }) => why);
  } finally {
    await db.query(`set samsyn.ledger_repair = 'yes'`);
    await db.query(back);
    db.release(true);
  }
}
const tables = ['ledger_line', 'ledger_seal', 'ledger_content', 'ledger_pseudonym', 'ledger_unsealed', 'ledger_check'];
await here.db.query(tables.map((table) => `create table kept_${table} as table ${table};`).join(''));
const back = tables.map((table) => `delete from ${table}; insert into ${table} table kept_${table};`).join('');

// One byte otherwise, of every kind of column there is.
const otherwise: Record<string, string> = {
  uuid: `(overlay($.::text placing (case when substr($.::text, 36, 1) = '0' then '1' else '0' end) from 36))::uuid`,
  bytea: 'set_byte($., 0, (get_byte($., 0) + 1) % 256)',
  text: `overlay($. placing (case when substr($., 2, 1) = 'x' then 'y' else 'x' end) from 2 for 1)`,
  int8: '$. + 1000000', int4: '$. + 1000000', timestamptz: `$. - interval '1 millisecond'`, Capacity: `(case when $. = 'RESIDENT' then 'OFFICIAL' else 'RESIDENT' end)::"Capacity"`,
};
const ofChain: Record<string, string> = {
  ledger_line: 'alliance_id = $1', ledger_seal: 'chain = $1', ledger_content: 'line_id in (select id from ledger_line where alliance_id = $1)', ledger_pseudonym: 'chain = $1',
};
const { rows: columns } = await here.db.query<{ table: string; name: string; type: string }>(
  `select table_name as table, column_name as name, udt_name as type from information_schema.columns where table_name = any($1) order by 1, ordinal_position`, [Object.keys(ofChain)]);

test('[J3] a ledger that nobody bent is whole, against every head there ever was', async () => {
  expect(await checking.check(chain, heads)).toMatchObject({ number: entries.length, faults: [], remarks: [], waiting: 0 });
});

test('[J3] one byte otherwise, in any column of any row, is found', async () => {
  let [found, all] = [0, 0];
  const missed: string[] = [];
  for (const { table, name, type } of columns) {
    const { rows } = await here.db.query(`select row_number() over (order by ctid) as row from ${table} where ${ofChain[table]} and ${name} is not null`, [chain]);
    for (const { row } of rows) {
      all += 1;
      const whys = await bent(async (db) => {
        const its = `(select ctid from ${table} where ${ofChain[table]?.replace('$1', `'${chain}'`)} and ${name} is not null order by ctid offset ${row} - 1 limit 1)`;
        expect((await db.query(`update ${table} set ${name} = ${otherwise[type]?.replaceAll('$.', name)} where ctid = ${its}`)).rowCount).toBe(1);
      });
      if (whys.length > 0) found += 1;
      else missed.push(`${table}.${name}`);
    }
  }
  process.stdout.write(`one byte otherwise: ${found} of ${all} found\n`);
  expect(missed).toEqual([]);
  expect(all).toBeGreaterThan(100);
}, 120_000);

test('[J3] a capacity or a person put where there was none, or taken away, is found', async () => {
  for (const sql of [`update ledger_line set capacity = null where capacity is not null`, `update ledger_line set capacity = 'RESEARCHER' where capacity is null`, 'update ledger_line set who = null where alliance_id is not null', 'update ledger_line set alliance_id = null where alliance_id is not null']) {
    expect(await bent((db) => db.query(sql))).not.toEqual([]);
  }
}, 120_000);

test('[J3] any row dropped, any two exchanged, any one backdated is found', async () => {
  let [found, all] = [0, 0];
  const tries: ((db: pg.PoolClient) => Promise<unknown>)[] = [];
  for (const { number, line } of entries) {
    const id = line?.id ?? '';
    const next = entries[number]?.line?.id;
    tries.push(
      (db) => db.query('delete from ledger_line where id = $1', [id]),
      (db) => db.query('delete from ledger_seal where line_id = $1', [id]),
      (db) => db.query('delete from ledger_content where line_id = $1', [id]),
      (db) => db.query(`update ledger_line set at = at - interval '1 day' where id = $1`, [id]),
      (db) => db.query('delete from ledger_pseudonym where who = (select who from ledger_line where id = $1)', [id]),
    );
    if (next !== undefined) {
      tries.push(async (db) => {
        await db.query('update ledger_seal set line_id = -line_id where line_id = any($1)', [[id, next]]);
        await db.query('update ledger_seal set line_id = case line_id when $1::bigint * -1 then $2::bigint else $1::bigint end where line_id < 0', [id, next]);
      });
      // Dropped whole, and those behind it moved up.
      tries.push(async (db) => {
        await drop(db, number, number);
        await db.query('update ledger_seal set number = -number where chain = $1 and number > $2', [chain, number]);
        await db.query('update ledger_seal set number = -number - 1 where chain = $1 and number < 0', [chain]);
      });
    }
  }
  for (const does of tries) {
    all += 1;
    if ((await bent(does)).length > 0) found += 1;
  }
  process.stdout.write(`dropped, exchanged, backdated: ${found} of ${all} found\n`);
  expect(found).toBe(all);
}, 120_000);

test('[J3] a tail that was cut off, or a chain written anew with all its hashes, is found against every later head', async () => {
  let [found, all] = [0, 0];
  for (const { number } of entries) {
    for (const mark of heads.slice(number - 1)) {
      all += 2;
      if ((await bent((db) => drop(db, number, entries.length), [mark])).includes('head')) found += 1;
      if ((await bent((db) => anew(db, number), [{ ...mark, hash: mark.hash.slice(0, 22) }])).includes('head')) found += 1;
    }
    // By itself it looks whole: that is why heads are kept.
    expect(await bent((db) => anew(db, number))).toEqual([]);
  }
  process.stdout.write(`cut off or written anew: ${found} of ${all} found\n`);
  expect(found).toBe(all);
  await checking.checkAndKeep(chain);
  await here.db.query('insert into kept_ledger_check table ledger_check');
  expect(await bent((db) => anew(db, 2))).toContain('head');
}, 120_000);

async function drop(db: pg.PoolClient, from: number, to: number): Promise<void> {
  const { rows } = await db.query('delete from ledger_seal where chain = $1 and number between $2 and $3 returning line_id as id', [chain, from, to]);
  const ids = rows.map(({ id }) => id);
  for (const [table, column] of [['ledger_line', 'id'], ['ledger_content', 'line_id']]) await db.query(`delete from ${table} where ${column} = any($1)`, [ids]);
}

/** One act becomes another, and everything from there on is hashed again. */
async function anew(db: pg.PoolClient, from: number): Promise<void> {
  await db.query(`update ledger_line set verb = 'alliance.leave' where id = (select line_id from ledger_seal where chain = $1 and number = $2)`, [chain, from]);
  const { rows } = await db.query<LineRow & { number: number }>(`select ${lineColumns}, s.number from ledger_seal s join ledger_line l on l.id = s.line_id where s.chain = $1 order by s.number`, [chain]);
  let before = '';
  for (const { number, ...row } of rows) {
    const line: Line = asLine(row);
    before = entryHash(chain, number, before, lineDigest(line, digest), digest);
    await db.query(`update ledger_seal set hash = decode($3, 'hex') where chain = $1 and number = $2`, [chain, number, before]);
  }
}
