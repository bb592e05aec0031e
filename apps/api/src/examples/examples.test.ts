import { expect, test } from '@jest/globals';
import { anInstallation } from '../../test/installation.js';
import { installed } from '../../test/installed.js';
import { Examples } from './load.js';

const here = await installed({ examples: true });
await here.app.get(Examples).load();

const counts = async (): Promise<Record<string, number>> => {
  const { rows } = await here.db.query(`select
    (select count(*) from alliance) as alliances, (select count(*) from actor where kind = 'PERSON') as people, (select count(*) from framing) as framings,
    (select count(*) from contribution) as contributions, (select count(*) from initiative) as initiatives, (select count(*) from ledger_entry) as acts`);
  return rows[0];
};

test('[S4] three alliances are there, and every person in them is invented and marked so', async () => {
  const { rows: alliances } = await here.db.query('select example from alliance');
  expect(alliances.map(({ example }) => example)).toEqual([true, true, true]);
  const { rows: people } = await here.db.query(`select name, invented from actor where kind = 'PERSON'`);
  expect(people.length).toBeGreaterThan(10);
  expect(people.filter(({ invented }) => !invented)).toEqual([]);
});

test('[S4] what is taken from life cites where it stands, and what is not is marked as invented', async () => {
  const { rows } = await here.db.query('select source_url, invented from contribution');
  expect(rows.filter(({ invented, source_url: url }) => !invented && !/^https?:/.test(url ?? ''))).toEqual([]);
  expect(new Set(rows.map(({ invented }) => invented))).toEqual(new Set([true, false]));
});

test('[S4] they came in through the doors everyone uses: each is in the ledger, by somebody who takes part', async () => {
  const { rows } = await here.db.query(`select verb, count(*) as times, bool_and(actor_id is not null) as by_somebody from ledger_entry where verb <> 'examples.load' group by verb`);
  const times = new Map(rows.map((row) => [row.verb, row.times]));
  const there = await counts();
  expect(times.get('alliance.form')).toBe(there['alliances']);
  expect(times.get('alliance.openFraming')).toBe(there['framings']);
  expect(times.get('alliance.give')).toBe(there['contributions']);
  expect(rows.filter((row) => !row.by_somebody)).toEqual([]);
});

test('[S4] they are loaded once: a second start adds nothing', async () => {
  const before = await counts();
  await here.app.get(Examples).load();
  expect(await counts()).toEqual(before);
});

test('[S4] one that was broken off in the middle is loaded anew, not twice', async () => {
  const before = await counts();
  const { rows } = await here.db.query(`select id, detail->>'name' as name from ledger_entry where verb = 'examples.load' order by id desc limit 1`);
  await here.db.query(`set samsyn.ledger_repair = 'yes'; delete from ledger_line where id = ${Number(rows[0].id)}; reset samsyn.ledger_repair`);
  // Only naming a state of a text comes after the marks: what is named is frozen.
  await here.db.query('alter table framing_version disable trigger user; delete from framing_version; alter table framing_version enable trigger user');
  await here.db.query(`update alliance set example = false where id in (select id from actor where name = $1)`, [rows[0].name]);
  await here.db.query(`update actor set invented = false where kind = 'ALLIANCE' and name = $1`, [rows[0].name]);
  await here.app.get(Examples).load();
  const { rows: called } = await here.db.query(`select name from actor where kind = 'ALLIANCE' and name = $1`, [rows[0].name]);
  expect(called).toHaveLength(1);
  const { acts: _before, ...standing } = before;
  expect(await counts()).toMatchObject(standing);
});

test('[S4] a real installation has none of it', async () => {
  const real = await anInstallation({ examples: false });
  try {
    await real.app.get(Examples).load();
    const { rows } = await real.db.query('select (select count(*) from alliance) + (select count(*) from actor) as all');
    expect(rows[0].all).toBe(0);
  } finally {
    await real.close();
  }
});
