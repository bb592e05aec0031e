import { expect, test } from '@jest/globals';
import { anAlliance } from './alliances.js';
import { installed } from './installed.js';

const here = await installed();
const amina = await here.people.aResident('Amina');
const stood = await anAlliance(amina);
const framingId = (await amina.asks('mutation($id: ID!) { openFraming(input: { problemId: $id, name: "Kyla" }) { id } }', { id: stood.problemId })).openFraming.id;
await amina.asks('mutation($input: Give!) { give(input: $input) { id } }', { input: { allianceId: stood.id, text: 'Det drar', kinds: [], howKnown: [] } });

const numbers = [0, -1, 1, 101, 1_000_000_000, 2_147_483_647, 2_147_483_648, -2_147_483_648, 1.5, null];
const asCursor = (text: string) => Buffer.from(text).toString('base64url');
const moments = ['0000-01-01T00:00:00.000Z', '-000001-01-01T00:00:00.000Z', '+275760-09-13T00:00:00.000Z', '9999-12-31T23:59:59.999Z', '2020-02-31T00:00:00Z', '2020-01-01T24:00:00Z', '2020-01-01', 'NaN', ''];
const cursors = ['', 'x', '%%%', '\u0000', '9'.repeat(40), '-1', 'å'.repeat(1_000), ...moments.flatMap((at) => ['|', ' '].map((between) => asCursor(`${at}${between}00000000-0000-4000-8000-000000000000`)))];

async function code(query: string, variables: Record<string, unknown>): Promise<string | undefined> {
  return (await amina.ask(query, variables)).errors?.[0]?.extensions.code;
}

const lists: [what: string, query: string][] = [
  ['alliances', 'query($first: Int, $after: String) { alliances(first: $first, after: $after) { edges { cursor } } }'],
  ['acts', 'query($id: ID!, $first: Int, $after: String) { alliance(id: $id) { acts(first: $first, after: $after) { edges { cursor } } } }'],
  ['contributions of an alliance', 'query($id: ID!, $first: Int, $after: String) { alliance(id: $id) { contributions(first: $first, after: $after) { total edges { cursor } } } }'],
  ['contributions of a framing', 'query($framing: ID!, $first: Int, $after: String) { framing(id: $framing) { contributions(first: $first, after: $after) { total edges { cursor } } } }'],
  ['contributions of mine', 'query($first: Int, $after: String) { me { contributions(first: $first, after: $after) { total edges { cursor } } } }'],
  ['threads of a framing', 'query($framing: ID!, $first: Int, $after: String) { framing(id: $framing) { threads(first: $first, after: $after) { total edges { cursor } } } }'],
  ['what is said in threads', 'query($framing: ID!, $first: Int, $after: String) { threadsOf(framingId: $framing) { edges { node { posts(first: $first, after: $after) { edges { cursor } } } } } }'],
  ['what waits for me', 'query($first: Int, $after: String) { me { waiting(first: $first, after: $after) { edges { cursor } } } }'],
  ['similar alliances', 'query($id: ID!, $first: Int) { alliance(id: $id) { similar(first: $first) { worry } } }'],
  ['what resembles', 'query($first: Int) { resembling(worry: "oro", first: $first) { alliances { worry } } }'],
  ['organisations', 'query($first: Int) { organisations(search: "abc", first: $first) { id } }'],
  ['initiatives', 'query($first: Int) { initiatives(first: $first) { id } }'],
  ['the outbox', 'query($first: Int) { outbox(first: $first) { id } }'],
];

for (const [what, query] of lists) {
  test(`[G4] ${what}: any number and any cursor is taken or refused with a code, and nothing breaks`, async () => {
    const base = { ...(query.includes('$id') ? { id: stood.id } : {}), ...(query.includes('$framing') ? { framing: framingId } : {}) };
    for (const first of numbers) expect({ first, code: await code(query, { ...base, first }) }).not.toEqual({ first, code: 'fault' });
    for (const after of query.includes('$after') ? cursors : []) expect({ after, code: await code(query, { ...base, after }) }).not.toEqual({ after, code: 'fault' });
  });
}

const texts = ['a\u0000b', '\uD800', 'å'.repeat(100_000), 'سلام', `'; --`, '%_\\', ''];
const filters: Record<string, unknown>[] = [
  ...texts.flatMap((text) => ['search', 'stated', 'organisationId', 'actorId', 'framingId'].map((field) => ({ [field]: text }))),
  ...moments.flatMap((moment) => [{ from: moment }, { to: moment }]),
  { kinds: Array(1_000).fill('FACTS') },
  { kinds: [] },
  { kind: 'FACTS', kindNotStated: true, capacity: 'RESIDENT', capacityNotStated: true, stated: 'x', authorNotStated: true, questioned: true },
];

test('[G4] any filter of lists and balances is taken or refused with a code, and nothing breaks', async () => {
  const LIST = 'query($id: ID!, $filter: ContributionFilter) { alliance(id: $id) { contributions(filter: $filter) { total edges { cursor } } } }';
  const BALANCE = 'query($id: ID!, $filter: BalanceFilter) { alliance(id: $id) { balance(filter: $filter) { total } } }';
  for (const filter of filters) {
    expect({ filter, code: await code(LIST, { id: stood.id, filter }) }).not.toEqual({ filter, code: 'fault' });
    expect({ filter, code: await code(BALANCE, { id: stood.id, filter }) }).not.toEqual({ filter, code: 'fault' });
  }
});

test('[G4] any address of the table and of the doors for files is answered or refused with a code', async () => {
  const status = async (path: string, init?: RequestInit) => (await amina.fetch(path, init)).status;
  for (const moment of moments) expect([moment, await status(`/balance.csv?alliance=${stood.id}&from=${encodeURIComponent(moment)}`)]).not.toContain(500);
  for (const field of ['alliance', 'framing', 'kind', 'capacity', 'organisationId', 'from', 'to', 'language']) {
    for (const value of ['a', '%00', '%ff', '%F0%9F', 'x'.repeat(5_000)]) expect([field, value, await status(`/balance.csv?alliance=${stood.id}&${field}=${value}&${field}=${value}`)]).not.toContain(500);
  }
  const body = (text: string) => ({ method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: text });
  for (const query of ['description=a&description=b', 'description=%00', 'durationMs=1e400', 'durationMs=-1', 'durationMs=a&durationMs=b']) {
    expect([query, await status(`/media?alliance=${stood.id}&${query}`, body('text,who\na,b\n'))]).not.toContain(500);
  }
  for (const query of ['name=a&name=b', 'name=%00', 'framing=a&framing=b', `framing=${framingId}&name=x`]) {
    expect([query, await status(`/imports?alliance=${stood.id}&${query}`, body('text,who\na,b\n'))]).not.toContain(500);
  }
  for (const range of ['bytes=-0', 'bytes=99999999999999999999-', 'bytes=1-0', 'bytes=a-b']) expect(await status('/media/x', { headers: { range } })).toBe(404);
});
