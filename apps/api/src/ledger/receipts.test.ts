import { expect, test } from '@jest/globals';
import { checkLedger, readKept, type LedgerFile } from '../../../../scripts/check-ledger.mjs';
import { verifyLedger } from '../../../../scripts/verify-ledger.mjs';
import { anAlliance, joins } from '../../test/alliances.js';
import { installed } from '../../test/installed.js';
import { Sealer } from './sealer.js';

const here = await installed();
const sealer = here.app.get(Sealer);
const olle = await here.people.anOfficial('Olle');
const amina = await here.people.aResident('Amina');
const stood = await anAlliance(olle);
await joins(amina, stood.code);
await sealer.now();

const ACTS = 'query ($id: ID!) { alliance(id: $id) { ledger { head { number hash } lastCheck { faults number } entries { number hash line { verb } told { content } } } acts(first: 50) { edges { node { verb receipt } } } } }';
const ASK = 'query ($code: String!) { receipt(code: $code) { code number verb stands alliance { id } } }';
const read = async () => (await amina.asks(ACTS, { id: stood.id })).alliance;
const receiptOf = async (verb: string): Promise<string> => (await read()).acts.edges.find(({ node }: { node: { verb: string } }) => node.verb === verb).node.receipt;
const bend = (number: number, verb: string) =>
  here.db.query(`set samsyn.ledger_repair = 'yes'; update ledger_line set verb = '${verb}' where id = (select line_id from ledger_seal where chain = '${stood.id}' and number = ${number}); reset samsyn.ledger_repair`);

test('[J6] a participant keeps a receipt of an act, and anybody who has it finds later that it still stands', async () => {
  const receipt = await receiptOf('alliance.joinByCode');
  const visitor = here.people.nobody();
  const stands = { code: receipt, number: 2, verb: 'alliance.joinByCode', stands: true, alliance: { id: stood.id } };
  expect((await visitor.asks(ASK, { code: receipt.toLowerCase().replaceAll('-', ' ') })).receipt).toEqual(stands);
  // What has happened since does not matter; what is bent before it does.
  await olle.asks('mutation ($id: ID!) { makeInvitation(allianceId: $id) { id } }', { id: stood.id });
  await sealer.now();
  expect((await visitor.asks(ASK, { code: receipt })).receipt).toEqual(stands);
  await bend(1, 'alliance.leave');
  expect((await visitor.asks(ASK, { code: receipt })).receipt.stands).toBe(false);
  expect((await verifyLedger(here.settings.databaseUrl)).faults).toHaveLength(1);
  await bend(1, 'alliance.form');
  expect((await visitor.asks(ASK, { code: receipt })).receipt.stands).toBe(true);
});

test('[J6] a slip of the pen is told as one, and a receipt of nothing is of nothing', async () => {
  const receipt = await receiptOf('alliance.form');
  const slip = `${receipt.slice(0, -1)}${receipt.endsWith('2') ? '3' : '2'}`;
  for (const code of ['', 'x', slip, '1-AAAA-AAAA-AAAA-AAAA-AAAA', '9'.repeat(5_000)]) {
    expect((await here.people.nobody().ask(ASK, { code })).errors?.[0]?.extensions).toMatchObject({ code: 'receipt/mistyped', rule: 'J6' });
  }
});

test('[J6] the receipt of a closed alliance tells what was done and when, and not where, to those outside', async () => {
  const closed = await anAlliance(olle, { visibility: 'CLOSED' });
  await sealer.now();
  const { alliance } = await olle.asks(ACTS, { id: closed.id });
  const { receipt } = (await amina.asks(ASK, { code: alliance.acts.edges[0].node.receipt })) as { receipt: unknown };
  expect(receipt).toMatchObject({ stands: true, verb: 'alliance.form', alliance: null });
  expect([(await amina.fetch(`/ledger/${closed.id}.json`)).status, (await amina.fetch('/ledger/x.json')).status]).toEqual([404, 404]);
});

test('[J5] the ledger is taken along and checked with a script that needs nothing of ours, against its head and against receipts', async () => {
  const whole = (await (await olle.fetch(`/ledger/${stood.id}.json`)).json()) as LedgerFile;
  const kept = [readKept(`${String(whole.head?.number)}:${String(whole.head?.hash)}`), readKept(await receiptOf('alliance.form'))];
  expect(checkLedger(whole, kept)).toEqual([]);
  expect((await verifyLedger(here.settings.databaseUrl, kept)).faults).toEqual([]);
  const [, second] = whole.entries;
  expect(checkLedger({ ...whole, entries: whole.entries.slice(0, -1) })).toHaveLength(1);
  expect(checkLedger({ ...whole, head: null, entries: whole.entries.slice(0, -1) }, kept)).not.toEqual([]);
  expect(checkLedger({ ...whole, entries: whole.entries.map((entry) => (entry === second ? { ...entry, line: { ...entry.line, verb: 'alliance.leave' } } : entry)) })).toHaveLength(1);
  expect(await (await amina.fetch('/ledger/check-ledger.mjs')).text()).toContain('samsyn-entry/1');
});

test('[J5] what is for those taking part only stands in the file of others as a digest, and the chain is whole all the same', async () => {
  const open = await anAlliance(olle);
  const siv = await here.people.aResident('Siv');
  await joins(siv, open.code);
  await siv.asks('mutation ($id: ID!) { leave(allianceId: $id) { id } }', { id: open.id });
  await sealer.now();
  const file = (await (await here.people.nobody().fetch(`/ledger/${open.id}.json`)).json()) as LedgerFile;
  expect(checkLedger(file)).toEqual([]);
  expect(file.entries.some((entry) => entry.line === null && typeof entry.digest === 'string' && entry.told === null)).toBe(true);
  expect(((await (await olle.fetch(`/ledger/${open.id}.json`)).json()) as LedgerFile).entries.every((entry) => entry.line !== null)).toBe(true);
});
