import { expect, test } from '@jest/globals';
import { contentDigest, entryHash, lineDigest, outside, pseudonym, type Sealed } from '@samsyn/domain/ledger/chain';
import { anAlliance, joins } from '../../test/alliances.js';
import { installed } from '../../test/installed.js';
import { Writer } from '../core/change.js';
import { now } from '../core/secrets.js';
import { digest } from './digest.js';
import { LedgerErasingStore } from './erasing.store.js';
import { asLine, lineColumns, type LineRow } from './line.row.js';
import { Sealer } from './sealer.js';

const here = await installed();
const sealer = here.app.get(Sealer);
const olle = await here.people.anOfficial('Olle');
const amina = await here.people.aResident('Amina');
const stood = await anAlliance(olle, { visibility: 'CLOSED' });
await joins(amina, stood.code);

const chainOf = async (chain: string) => {
  const { rows } = await here.db.query<LineRow & Sealed & { salt: string; told: string }>(`
    select ${lineColumns}, s.number, encode(s.hash, 'hex') as hash, encode(c.salt, 'hex') as salt, c.content as told
      from ledger_seal s join ledger_line l on l.id = s.line_id left join ledger_content c on c.line_id = l.id where s.chain = $1 order by s.number`, [chain]);
  return rows.map(({ number, hash, salt, told, ...row }) => ({ number, hash, salt, told, line: asLine(row) }));
};

test('[J1] an act is in the ledger of its alliance: who by a pseudonym, and what by a digest', async () => {
  await sealer.now();
  const entries = await chainOf(stood.id);
  expect(entries.map(({ line }) => line.verb)).toEqual(['alliance.form', 'alliance.joinByCode']);
  const { rows: people } = await here.db.query(`select encode(who, 'hex') as who, actor_id as id, encode(salt, 'hex') as salt from ledger_pseudonym where chain = $1`, [stood.id]);
  for (const [at, who] of [olle, amina].entries()) {
    const own = people.find(({ id }) => id === who.id);
    expect(entries[at]?.line).toMatchObject({ chain: stood.id, who: own.who });
    expect(pseudonym(own.salt, stood.id, who.id ?? '', digest)).toBe(own.who);
    expect(contentDigest(entries[at]?.salt ?? '', entries[at]?.told ?? '', digest)).toBe(entries[at]?.line.content);
  }
  expect(JSON.stringify(entries.map(({ line }) => line))).not.toMatch(new RegExp(`${olle.id}|${amina.id}|Olle|Amina|cykla`));
});

test('[J1] nobody is the same by pseudonym in two alliances, and nobody is two in one', async () => {
  const second = await anAlliance(olle);
  await Promise.all(Array.from({ length: 8 }, (_, n) => amina.ask('mutation ($name: String!) { addOrganisation(name: $name) { id } }', { name: `Förening ${n}` })));
  const { rows } = await here.db.query(`select chain, count(*)::int as n, count(distinct who)::int as whos from ledger_pseudonym where actor_id = any($1) group by actor_id, chain order by 1`, [[olle.id, amina.id]]);
  expect(rows.map(({ n }) => n)).toEqual(rows.map(() => 1));
  expect(rows.map(({ chain }) => chain)).toEqual(expect.arrayContaining([stood.id, second.id, outside]));
  expect((await here.db.query('select from ledger_pseudonym where actor_id = $1 and chain = any($2)', [olle.id, [stood.id, second.id]])).rowCount).toBe(2);
});

test('[J2] entries are numbered without holes and chained, however many act at once and however many seal', async () => {
  await Promise.all(Array.from({ length: 30 }, (_, n) => (n % 2 === 0 ? olle : amina).asks('mutation ($id: ID!) { makeInvitation(allianceId: $id) { id } }', { id: stood.id })));
  await Promise.all([sealer.now(), sealer.now(), here.app.get(Sealer).now()]);
  const entries = await chainOf(stood.id);
  expect(entries.length).toBeGreaterThanOrEqual(32);
  let before = '';
  for (const [at, { number, hash, line }] of entries.entries()) {
    expect(number).toBe(at + 1);
    before = entryHash(stood.id, number, before, lineDigest(line, digest), digest);
    expect(hash).toBe(before);
  }
  expect((await here.db.query('select from ledger_unsealed')).rowCount).toBe(0);
});

test('[J2] an act that commits late gets a later number, and none is missed', async () => {
  const slow = await here.db.connect();
  await slow.query('begin');
  const written = JSON.stringify([{ allianceId: stood.id, actorId: olle.id, capacity: 'OFFICIAL', verb: 'slow', subjectKind: 'alliance', subjectId: stood.id, content: '{}', at: now() }]);
  const { rows: [{ id }] } = await slow.query('select ledger_write($1) as id', [written]);
  await olle.asks('mutation ($id: ID!) { makeInvitation(allianceId: $id) { id } }', { id: stood.id });
  await sealer.now();
  const before = await chainOf(stood.id);
  expect(Number(before.at(-1)?.line.id)).toBeGreaterThan(Number(id));
  await slow.query('commit');
  slow.release();
  await sealer.now();
  expect((await chainOf(stood.id)).map(({ line }) => line.id)).toEqual([...before.map(({ line }) => line.id), String(id)]);
});

test('[J2] an entry that has lost its place in the queue is found when the server starts', async () => {
  await here.db.query(`select ledger_write($1)`, [JSON.stringify([{ allianceId: stood.id, actorId: null, capacity: null, verb: 'lost', subjectKind: 'alliance', subjectId: stood.id, content: '{}', at: now() }])]);
  await here.db.query('delete from ledger_unsealed');
  sealer.onApplicationBootstrap();
  await sealer.now();
  expect((await chainOf(stood.id)).at(-1)?.line.verb).toBe('lost');
});

test('[J1] nobody changes or takes away what stands there, not even the account that owns the tables', async () => {
  for (const table of ['ledger_line', 'ledger_seal', 'ledger_check']) {
    for (const sql of [`delete from ${table}`, `truncate ${table}`, `update ${table} set ${table === 'ledger_seal' ? 'number = number' : 'id = id'}`]) {
      await expect(here.db.query(sql)).rejects.toThrow('The ledger is only added to');
    }
  }
  await expect(here.db.query(`update ledger_content set content = '{}'`)).rejects.toThrow('The ledger is only added to');
  await expect(here.db.query(`update ledger_pseudonym set actor_id = actor_id`)).rejects.toThrow('The ledger is only added to');
});

test('[J4] a person and what the ledger tells of them are erased: the chain is as it was, and says so', async () => {
  await amina.asks('mutation ($input: OpenThread!) { openThread(input: $input) { id } }', { input: { framingId: (await framing()), text: 'Jag bor här' } });
  await sealer.now();
  const before = await chainOf(stood.id);
  const erasing = here.app.get(LedgerErasingStore);
  const erased = await here.app.get(Writer).change({ actorId: amina.id }, {
    verb: 'person.rename', load: async () => ({ allianceId: null, thing: {} }),
    save: (tx, _loaded, _decided, at) => erasing.everythingOf(tx, amina.id ?? '', at, { names: ['Amina'] }),
    note: () => [],
  });
  expect(erased.pseudonyms).toBeGreaterThan(0);
  await sealer.now();
  const after = await chainOf(stood.id);
  expect(after.slice(0, before.length).map(({ hash, line }) => [hash, line])).toEqual(before.map(({ hash, line }) => [hash, line]));
  expect(after.slice(before.length).map(({ line }) => line.verb)).toEqual(['ledger.erase', 'ledger.erase']);
  const who = before.find(({ line }) => line.capacity === 'RESIDENT')?.line.who;
  const own = before.filter(({ line }) => line.who === who);
  expect(own.length).toBeGreaterThan(10);
  // Besides what she did, what others' entries tell of her.
  const ofHer = before.filter((one) => own.includes(one) || one.line.subjectId === amina.id || (one.told ?? '').includes('"Amina"'));
  expect(after.filter(({ told }) => told === null).map(({ number }) => number)).toEqual(ofHer.map(({ number }) => number));
  expect((await here.db.query('select from ledger_pseudonym where actor_id = $1', [amina.id])).rowCount).toBe(0);
  const { alliance } = await olle.asks('query ($id: ID!) { alliance(id: $id) { acts(first: 100) { edges { node { verb by { name } detail } } } } }', { id: stood.id });
  expect(JSON.stringify(alliance.acts)).not.toContain('Amina');
});

async function framing(): Promise<string> {
  const { openFraming } = await olle.asks('mutation ($input: OpenFraming!) { openFraming(input: $input) { id } }', { input: { problemId: stood.problemId, name: 'Mörkret' } });
  return openFraming.id;
}
