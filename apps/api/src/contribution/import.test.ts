import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { anInstallation, type Installation, type Somebody } from '../../test/installation.js';
import { aRoom, until, type Room } from '../../test/room.js';

let here: Installation;
let resident: Somebody;
let official: Somebody;
let stranger: Somebody;
let room: Room;
const cities = readFileSync(join(import.meta.dirname, '../../test/data/cities.csv'));
const gini = readFileSync(join(import.meta.dirname, '../../test/data/gini.csv'));

beforeAll(async () => {
  here = await anInstallation();
  [resident, official, stranger] = [await here.people.aResident(), await here.people.anOfficial(), await here.people.aResearcher()];
  room = await aRoom(here, 'CLOSED');
  await room.takesPart(resident, official);
}, 60_000);
afterAll(() => here.close());

const fields = `id fileName state encoding delimiter columns rows done refusedCount refused { row code } importedBy { name }
  preview { row cells text author capacity kinds refusal } heading survey { comesIn refused notUnderstood { part cells examples } } mapping { text author } rights { verb may }`;
const upload = async (who: Somebody, file: Uint8Array | string, said: Record<string, string> = {}) => {
  const answer = await who.fetch(`/imports?${new URLSearchParams({ alliance: room.allianceId, name: 'uttalanden.csv', ...said })}`, { method: 'POST', body: typeof file === 'string' ? file : new Uint8Array(file), headers: { 'content-type': 'text/csv' } });
  return { status: answer.status, ...((await answer.json()) as { id: string; errors?: { extensions: { code: string } }[] }) };
};
const run = async (who: Somebody, id: string) => (await who.asks(`query ($id: ID!) { importRun(id: $id) { ${fields} } }`, { id })).importRun;
const map = (who: Somebody, id: string, mapping: Record<string, number>) =>
  who.ask(`mutation ($id: ID!, $mapping: ImportMapping!) { mapImport(id: $id, mapping: $mapping) { ${fields} } }`, { id, mapping });
const act = (who: Somebody, name: 'startImport' | 'undoImport', id: string) => who.ask(`mutation ($id: ID!) { ${name}(id: $id) { ${fields} } }`, { id });
const code = (said: { errors?: { extensions: { code: string } }[] }) => said.errors?.[0]?.extensions.code;
const ended = async (id: string, ms = 30_000) => {
  await until('the end of the import', async () => !['RUNNING', 'PREVIEW'].includes((await run(official, id)).state), ms);
  return run(official, id);
};
const bring = async (file: Uint8Array | string, mapping: Record<string, number>, said: Record<string, string> = {}) => {
  const { id } = await upload(official, file, said);
  await map(official, id, mapping);
  await act(official, 'startImport', id);
  return ended(id);
};
const came = async (id: string) =>
  (await here.db.query(
    `select c.import_row as row, c.text, c.stated_author as author, c.kinds::text[] as kinds, c.how_known::text[] as how, c.source_url as url, c.written_down_by_id as scribe, x.actor_id as actor, x.capacity
     from contribution c join contribution_author x on x.contribution_id = c.id where c.import_id = $1 order by c.import_row`,
    [id],
  )).rows;

test('[C6] real statements come in with author, capacity and kind as the file says, and the importer is none of them', async () => {
  const { id } = await upload(official, cities);
  expect(await run(official, id)).toMatchObject({
    state: 'PREVIEW', fileName: 'uttalanden.csv', encoding: 'utf-8', delimiter: ';', rows: 25, done: 0,
    columns: ['nr', 'stad', 'uttalande', 'vem', 'roll', 'kunskapsslag', 'hur det är känt', 'källa', 'uppgift'],
  });
  const mapped = (await map(official, id, { text: 2, author: 3, capacity: 4, kinds: 5, howKnown: 6, source: 7 })).data.mapImport;
  expect(mapped.preview[0]).toMatchObject({ row: 2, author: 'Forskare', capacity: 'RESEARCHER', kinds: ['FACTS'], refusal: null });
  await act(official, 'startImport', id);
  expect(await ended(id)).toMatchObject({ state: 'DONE', done: 25, refusedCount: 0, importedBy: { name: 'Olle' }, preview: [] });
  const rows = await came(id);
  expect(rows).toHaveLength(25);
  expect(rows[0]).toMatchObject({ row: 2, author: 'Forskare', capacity: 'RESEARCHER', kinds: ['FACTS'], how: ['READ'], url: 'https://lumist.uni.mau.se/forskningsprojekt/malmokommissionen-2' });
  expect(rows.every((one) => one.actor === null && one.scribe === null)).toBe(true);
  expect(rows.find((one) => one.author === 'Byggaktör')).toMatchObject({ capacity: null });
  const { alliance, me } = await official.asks('query ($id: ID!) { me { contributions { total } } alliance(id: $id) { balance { total people { actor { name } stated total } } acts { edges { node { verb detail by { name } } } } } }', { id: room.allianceId });
  expect(me.contributions.total).toBe(0);
  expect(alliance.balance).toMatchObject({ total: 25, people: expect.arrayContaining([{ actor: null, stated: 'Forskare', total: 2 }]) });
  expect(alliance.acts.edges[0].node).toMatchObject({ verb: 'import.run', detail: { rows: 25, refused: 0 }, by: { name: 'Olle' } });
});

test('[C6] statements of a public data set come in row by row with their figures', async () => {
  const columns = (run: { columns: string[] }) => Object.fromEntries(run.columns.map((name, at) => [name, at])) as Record<'statement' | 'who' | 'kind' | 'how known' | 'source', number>;
  const { id } = await upload(official, gini, { framing: room.framingId });
  const at = columns(await run(official, id));
  await map(official, id, { text: at.statement, author: at.who, kinds: at.kind, howKnown: at['how known'], source: at.source });
  await act(official, 'startImport', id);
  expect(await ended(id)).toMatchObject({ state: 'DONE', delimiter: ',', rows: 64, done: 64, refusedCount: 0 });
  const rows = await came(id);
  const figures = gini.toString().trim().split('\r\n').slice(1).map((line) => /,([A-Z]{3}),(\d{4}),([\d.]+),/.exec(line)?.slice(2) as [string, string]);
  expect(rows).toHaveLength(figures.length);
  for (const [n, [year, value]] of figures.entries()) {
    expect(rows[n]).toMatchObject({ author: 'World Bank', capacity: null, kinds: ['FACTS'], how: ['MEASURED'], url: 'https://data.worldbank.org/indicator/SI.POV.GINI' });
    expect(rows[n].text).toMatch(new RegExp(`, ${year}: .* ${value.replace('.', '\\.')}\\.$`));
  }
  expect(rows.map((one) => one.text)).toContain('Congo, Dem. Rep., 2012: the Gini index of income was 42.1.');
  await act(official, 'undoImport', id);
});

test('[C6] an author named as somebody here is still only a name', async () => {
  const { id } = await bring(`text,vem\nDet drar,${resident.name}\n`, { text: 0, author: 1 });
  expect(await came(id)).toMatchObject([{ author: resident.name, actor: null }]);
});

test('[C6] what is not mapped is not stated', async () => {
  const { id } = await bring('vem,text,slag\nBo,Det drar,fakta\n', { text: 1 }, { framing: room.framingId });
  expect(await came(id)).toMatchObject([{ text: 'Det drar', author: null, capacity: null, kinds: [], how: [], url: null }]);
});

test('[C6] an import is undone whole, also by another who takes part, and also after a restart', async () => {
  const before = (await here.db.query('select count(*)::int as n from contribution')).rows[0].n;
  const { id, rights } = await bring(cities, { text: 2 });
  expect(rights.find((right: { verb: string }) => right.verb === 'import.undo').may).toBe(true);
  expect(code(await act(stranger, 'undoImport', id))).toBe('not-found');
  expect((await act(resident, 'undoImport', id)).data.undoImport).toMatchObject({ state: 'UNDONE' });
  expect((await here.db.query('select count(*)::int as n from contribution')).rows[0].n).toBe(before);
  expect((await here.db.query('select file from import_run where id = $1', [id])).rows[0].file).toBeNull();
  expect(code(await act(resident, 'undoImport', id))).toBe('import/state');
});

test('[C6] nobody from outside sees, maps or starts an import, and it sounds as if there were none', async () => {
  const { id } = await upload(official, cities);
  expect(await run(stranger, id)).toBeNull();
  expect(await run(here.people.nobody(), id)).toBeNull();
  expect((await map(stranger, id, { text: 0 })).errors).toEqual((await map(stranger, randomUUID(), { text: 0 })).errors);
  expect((await act(stranger, 'startImport', id)).errors).toEqual((await act(stranger, 'startImport', randomUUID())).errors);
  expect([await upload(stranger, cities), await upload(stranger, cities, { alliance: randomUUID() })].map((one) => [one.status, code(one)])).toEqual([[404, 'not-found'], [404, 'not-found']]);
  expect(code(await upload(here.people.nobody(), cities))).toBe('session/none');
  expect(code(await upload(official, cities, { framing: randomUUID() }))).toBe('not-found');
});

test('[C6] steps out of order, twice or with columns the file lacks are refused', async () => {
  const { id } = await upload(official, 'text\nDet drar\n');
  expect(code(await act(official, 'startImport', id))).toBe('import/not-mapped');
  expect(code(await map(official, id, { text: 1 }))).toBe('import/column');
  expect(code(await act(official, 'undoImport', id))).toBe('import/state');
  await map(official, id, { text: 0 });
  const both = await Promise.all([act(official, 'startImport', id), act(resident, 'startImport', id)]);
  expect(both.map(code).toSorted()).toEqual(['import/state', undefined]);
  expect(await ended(id)).toMatchObject({ state: 'DONE', done: 1 });
  expect(code(await map(official, id, { text: 0 }))).toBe('import/state');
});

test('[C6] rows that cannot come in are told by row and reason, and the others come in', async () => {
  const long = 'x'.repeat(100_000);
  const file = ['text;vem', 'Det drar;Bo', ';Bo', `${long};Bo`, 'för få', 'a;b;c', 'n\u0000l;Bo', '', '"rad ett\nrad två;""citat""";مريم', '😀;'].join('\r\n');
  const done = await bring(file, { text: 0, author: 1 });
  expect(done).toMatchObject({
    state: 'DONE', rows: 8, done: 8, refusedCount: 5,
    refused: [{ row: 3, code: 'import/row-empty' }, { row: 4, code: 'import/row-too-long' }, { row: 5, code: 'import/row-columns' }, { row: 6, code: 'import/row-columns' }, { row: 7, code: 'import/row-not-allowed' }],
  });
  expect(await came(done.id)).toMatchObject([{ text: 'Det drar', author: 'Bo' }, { text: 'rad ett\nrad två;"citat"', author: 'مريم' }, { text: '😀', author: null }]);
});

test('[C6] before it begins one sees how many rows come in, and which words nobody understands', async () => {
  const { id } = await upload(official, 'text;egenskap;slag\nDet drar;Polis;fakta\n;boende;\nDet är kallt;polis;gissning\nMörkt;boende;vet inte\n');
  expect((await run(official, id)).survey).toBeNull();
  await map(official, id, { text: 0, capacity: 1, kinds: 2 });
  expect((await run(official, id)).survey).toEqual({
    comesIn: 3, refused: 1, notUnderstood: [{ part: 'capacity', cells: 2, examples: ['polis'] }, { part: 'kinds', cells: 1, examples: ['gissning'] }],
  });
  await act(official, 'startImport', id);
  expect(await ended(id)).toMatchObject({ done: 4, refusedCount: 1, survey: null });
});

test('[C6] a first row that is no heading comes in like the others, when one says so', async () => {
  const { id } = await upload(official, 'Mörkt;Åsa\nKallt;Bo\n');
  expect(await run(official, id)).toMatchObject({ heading: true, rows: 1, columns: ['Mörkt', 'Åsa'] });
  const turn = (who: Somebody, heading: boolean) => who.ask(`mutation ($id: ID!, $heading: Boolean) { mapImport(id: $id, mapping: { text: 0, author: 1 }, heading: $heading) { ${fields} } }`, { id, heading });
  expect(code(await turn(stranger, false))).toBe('not-found');
  expect((await turn(official, false)).data.mapImport).toMatchObject({ heading: false, rows: 2, columns: ['1', '2'], preview: [{ row: 1, text: 'Mörkt' }, { row: 2, text: 'Kallt' }] });
  expect((await turn(official, true)).data.mapImport).toMatchObject({ heading: true, rows: 1 });
  await turn(official, false);
  await act(official, 'startImport', id);
  expect(await ended(id)).toMatchObject({ state: 'DONE', done: 2, refusedCount: 0 });
  expect((await came(id)).map((one) => [one.row, one.author])).toEqual([[1, 'Åsa'], [2, 'Bo']]);
});

test('[C6] what was brought in is found again by those who take part, and by nobody else', async () => {
  const { id } = await bring('text\nDet drar\n', { text: 0 });
  const { id: looked } = await upload(official, cities);
  const imports = async (who: Somebody) => (await who.asks('query ($id: ID!) { alliance(id: $id) { imports { id fileName state done importedBy { name } rights { verb may } } } }', { id: room.allianceId })).alliance?.imports;
  const found = await imports(resident);
  expect(found[0]).toMatchObject({ id, state: 'DONE', done: 1, importedBy: { name: 'Olle' }, rights: expect.arrayContaining([{ verb: 'import.undo', may: true }]) });
  expect(found.map((one: { id: string }) => one.id)).not.toContain(looked);
  expect(await imports(stranger)).toBeUndefined();
  await act(resident, 'undoImport', id);
  expect((await imports(official))[0]).toMatchObject({ id, state: 'UNDONE' });
});

test('[C6] files that are no table, too wide, too long or too heavy are refused with a code', async () => {
  const refused = async (file: Uint8Array | string) => {
    const answer = await upload(official, file);
    return [answer.status, code(answer)];
  };
  expect(await refused('')).toEqual([400, 'import/empty']);
  expect(await refused('bara,rubrik\n')).toEqual([400, 'import/empty']);
  expect(await refused(Buffer.from('504b030414000600080000002100', 'hex'))).toEqual([400, 'import/not-a-table']);
  expect(await refused(`${Array.from({ length: 101 }, (_, at) => `k${at}`).join(',')}\n`)).toEqual([400, 'import/too-many-columns']);
  expect(await refused(`text\n${'rad\n'.repeat(10_001)}`)).toEqual([400, 'import/too-many-rows']);
  expect(await refused(Buffer.alloc(33 * 1024 * 1024, 'a'))).toEqual([413, 'import/too-large']);
  expect((await upload(official, cities)).status).toBe(201);
});
