import { expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { refusalOf } from '../../test/alliances.js';
import { aDeskFor } from '../../test/desk.js';
import { installed } from '../../test/installed.js';
import { until } from '../../test/room.js';
import type { Somebody } from '../../test/installation.js';

const here = await installed();
const [amina, olle, stranger] = [await here.people.aResident('Amina'), await here.people.anOfficial('Olle'), await here.people.aResearcher('Rut')];

const aDesk = (visibility: 'OPEN' | 'CLOSED' = 'OPEN') => aDeskFor(here, [amina, olle], visibility);

const NAME = 'mutation($id: ID!, $label: String!, $position: String) { nameVersion(framingId: $id, label: $label, position: $position) { id number label position plain digest by { name } capacity authors { name } } }';
const COMPARE = `query($id: ID!, $from: Side, $to: Side) { framing(id: $id) { comparison(from: $from, to: $to) {
  from { position version { label } } to { position framing { name } } paragraphs { shape change pieces { change text by quoted } }
  people { all { id name } came { name } went { name } } wroteBetween { name } fields { field before after } kinds { came went stayed } contributions { came { id } went { id } stayed { id } } } } }`;
const LINE = 'query($id: ID!, $after: String, $first: Int) { framing(id: $id) { timeLine(first: $first, after: $after) { head pageInfo { hasNextPage endCursor } edges { cursor node { by { name } at until origin steps { position by { name } } } } } } }';

const asks = async (who: Somebody, query: string, variables: Record<string, unknown>) => (await who.asks(query, variables)).framing;

test('[V1] those who take part see who wrote when and how the text read at every step; others see versions only, and read no older words', async () => {
  const desk = await aDesk();
  const first = await desk.write(desk.pens[0], 'Trapphuset är kallt. ');
  const second = await desk.write(desk.pens[1], 'Elementen är trasiga. ');
  const { timeLine } = await asks(olle, LINE, { id: desk.framingId });
  expect(timeLine.head).toBe(String(second));
  expect(timeLine.edges.flatMap((edge: any) => edge.node.by.map(({ name }: any) => name))).toEqual(expect.arrayContaining(['Amina', 'Olle']));
  const { comparison } = await asks(olle, COMPARE, { id: desk.framingId, from: { position: String(first) }, to: { position: String(second) } });
  expect(comparison.wroteBetween).toEqual([{ name: 'Olle' }]);
  const told = comparison.paragraphs.flatMap(({ pieces }: any) => pieces.map((piece: any) => `${piece.change} ${piece.text.trim()}`)).filter((line: string) => !line.endsWith(' '));
  expect(told).toEqual(expect.arrayContaining(['SAME Trapphuset är kallt.', 'ADDED Elementen är trasiga.']));

  expect((await asks(stranger, LINE, { id: desk.framingId })).timeLine).toBeNull();
  expect(await refusalOf(stranger, COMPARE, { id: desk.framingId, from: { position: String(first) } })).toBe('alliance/not-taking-part');
  expect(await refusalOf(here.people.nobody(), COMPARE, { id: desk.framingId, to: { position: String(first) } })).toBe('session/none');
  // As it reads now, everybody may read it.
  expect((await asks(stranger, COMPARE, { id: desk.framingId })).comparison.paragraphs.every(({ change }: any) => change === 'SAME')).toBe(true);
  for (const position of ['-1', '1e3', '999999', 'nonsense']) expect(await refusalOf(olle, COMPARE, { id: desk.framingId, from: { position } })).toBe('version/no-such-position');
  desk.leave();
});

test('[V1] the time line of a long log comes page by page, newest first, with nothing lost, and in the order of time only', async () => {
  const desk = await aDesk();
  // Ninety minutes, in which the two take turns by the quarter.
  await here.db.query(
    `insert into collab_update (document_id, seq, actor_id, update, created_at)
     select $1, 100 + n, case when (n / 90) % 2 = 0 then $2::uuid else $3::uuid end, '\\x0000', timestamptz '2026-01-01 09:00Z' + n * interval '10 seconds' from generate_series(0, 539) n`,
    [desk.framingId, amina.id, olle.id],
  );
  const all = (await asks(amina, LINE, { id: desk.framingId, first: 100 })).timeLine.edges;
  const turns = all.filter(({ node }: any) => node.at.startsWith('2026-01-01'));
  expect(turns.map(({ node }: any) => node.by[0].name)).toEqual(['Olle', 'Amina', 'Olle', 'Amina', 'Olle', 'Amina']);
  expect(turns.flatMap(({ node }: any) => node.steps)).toHaveLength(90);
  const paged = [];
  for (let after: string | null = null, more = true; more; ) {
    const { edges, pageInfo }: any = (await asks(amina, LINE, { id: desk.framingId, first: 2, after })).timeLine;
    paged.push(...edges);
    [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
  }
  expect(paged).toEqual(all);
  desk.leave();
});

test('[V2] anyone taking part names the text as it reads or read; it is listed, can be gone to, and holds what it held', async () => {
  const desk = await aDesk();
  const first = await desk.write(desk.pens[0], 'Trapphuset är kallt. ');
  await desk.write(desk.pens[1], 'Elementen är trasiga. ');
  const earlier = (await olle.asks(NAME, { id: desk.framingId, label: 'Före mötet', position: String(first) })).nameVersion;
  expect(earlier).toMatchObject({ number: 1, label: 'Före mötet', position: String(first), by: { name: 'Olle' }, capacity: 'OFFICIAL', authors: [{ name: 'Amina' }] });
  expect(earlier.plain).not.toContain('Elementen');
  const now = (await amina.asks(NAME, { id: desk.framingId, label: 'Efter mötet' })).nameVersion;
  expect([now.number, now.authors]).toEqual([2, [{ name: 'Amina' }, { name: 'Olle' }]]);
  await amina.asks('mutation($id: ID!) { reframe(framingId: $id, field: NAME, text: "Trasig värme", reason: "Så är det") { id } }', { id: desk.framingId });
  await desk.write(desk.pens[1], 'Ingen går där. ');

  const LIST = 'query($id: ID!, $number: Int) { framing(id: $id) { versions { edges { node { number label } } } version(number: $number) { plain digest fields { field text } } } }';
  const seen = await asks(stranger, LIST, { id: desk.framingId, number: 2 });
  expect(seen.versions.edges.map(({ node }: any) => node)).toEqual([{ number: 2, label: 'Efter mötet' }, { number: 1, label: 'Före mötet' }]);
  expect(seen.version).toEqual({ plain: now.plain, digest: now.digest, fields: [{ field: 'NAME', text: 'Kyla' }] });
  const { comparison } = await asks(stranger, COMPARE, { id: desk.framingId, from: { version: 2 } });
  expect(comparison.fields).toEqual([{ field: 'NAME', before: 'Kyla', after: 'Trasig värme' }]);
  expect([comparison.from.version.label, comparison.people.came]).toEqual(['Efter mötet', [{ name: 'Olle' }]]);
  // Who wrote in between is told to those who take part.
  expect(comparison.wroteBetween).toEqual([]);
  expect(await refusalOf(stranger, COMPARE, { id: desk.framingId, from: { version: 9 } })).toBe('not-found');

  expect(await refusalOf(stranger, NAME, { id: desk.framingId, label: 'Min' })).toBe('alliance/not-taking-part');
  expect(await refusalOf(here.people.nobody(), NAME, { id: desk.framingId, label: 'Min' })).toBe('session/none');
  expect(await refusalOf(olle, NAME, { id: desk.framingId, label: ' ' })).toBe('name/too-short');
  expect(await refusalOf(olle, NAME, { id: desk.framingId, label: 'Sen', position: '99999' })).toBe('version/no-such-position');
  desk.leave();
});

test('[V2] what a version holds cannot be changed, deleted or forged, not even by whoever speaks to the database; its digest is of what it holds', async () => {
  const desk = await aDesk();
  await desk.write(desk.pens[0], 'Trapphuset är kallt. ');
  const { id, digest } = (await olle.asks(NAME, { id: desk.framingId, label: 'Före mötet' })).nameVersion;
  const { frozen } = (await here.db.query('select frozen from framing_version where id = $1', [id])).rows[0];
  expect(createHash('sha256').update(frozen).digest('hex')).toBe(digest);
  for (const sql of [
    `update framing_version set frozen = replace(frozen, 'kallt', 'varmt') where id = $1`,
    `update framing_version set frozen = 'x', sha256 = sha256('x') where id = $1`,
    `update framing_version set actor_id = null where id = $1`,
    `update framing_version set number = 7 where id = $1`,
    'delete from framing_version where id = $1',
    'delete from framing where id = (select framing_id from framing_version where id = $1)',
  ]) {
    await expect(here.db.query(sql, [id])).rejects.toThrow(/frozen|foreign key/);
  }
  await expect(here.db.query('truncate framing_version')).rejects.toThrow(/frozen/);
  await expect(here.db.query(`insert into framing_version (framing_id, number, label, seq, text_at, frozen, sha256) values ($1, 9, 'x', 1, now(), 'x', '\\x00')`, [desk.framingId])).rejects.toThrow(/digest/);
  desk.leave();
});

test('[V2] the name of a version is corrected in the open, by anyone taking part', async () => {
  const desk = await aDesk('CLOSED');
  const { id, digest } = (await olle.asks(NAME, { id: desk.framingId, label: 'Före motet' })).nameVersion;
  const RELABEL = 'mutation($id: ID!, $label: String!) { relabelVersion(id: $id, label: $label) { label digest corrections { before after by { name } } } }';
  expect((await amina.asks(RELABEL, { id, label: 'Före mötet' })).relabelVersion).toEqual({ label: 'Före mötet', digest, corrections: [{ before: 'Före motet', after: 'Före mötet', by: { name: 'Amina' } }] });
  expect(await refusalOf(olle, RELABEL, { id, label: 'Före mötet' })).toBe('version/nothing-changed');
  expect(await refusalOf(stranger, RELABEL, { id, label: 'Mitt' })).toBe('not-found');
  desk.leave();
});

test('[R3] positions, versions and framings of a closed alliance sound to others as if they were not there, and do not mix', async () => {
  const [closed, open_] = [await aDesk('CLOSED'), await aDesk()];
  const position = String(await closed.write(closed.pens[0], 'Hemligt. '));
  await olle.asks(NAME, { id: closed.framingId, label: 'Hemlig' });
  for (const side of [{ framingId: closed.framingId }, { framingId: closed.framingId, version: 1 }, { framingId: closed.framingId, position }, { framingId: 'nonsense' }, { version: 1 }]) {
    expect([side, await refusalOf(stranger, COMPARE, { id: open_.framingId, from: side })]).toEqual([side, 'not-found']);
  }
  // Whoever may read both compares them, and reads of each what it holds.
  const { comparison } = await asks(olle, COMPARE, { id: open_.framingId, from: { framingId: closed.framingId, version: 1 } });
  expect(JSON.stringify(comparison.paragraphs)).toContain('Hemligt.');
  expect(comparison.wroteBetween).toEqual([]);
  for (const desk of [closed, open_]) desk.leave();
});

test('[V4] restoring is a step forward: those who write see it, words keep their authors, and what stood before has a version', async () => {
  const desk = await aDesk();
  const RESTORE = 'mutation($id: ID!, $position: String, $version: Int, $reason: String!) { restoreText(framingId: $id, position: $position, version: $version, reason: $reason) { restorings { reason by { name } before { number automatic plain authors { name } } } } }';
  const first = String(await desk.write(desk.pens[0], 'Trapphuset är kallt. '));
  await desk.write(desk.pens[1], 'Elementen är trasiga. ');
  expect(await refusalOf(olle, RESTORE, { id: desk.framingId, position: first, reason: ' ' })).toBe('framing/reason-needed');
  expect(await refusalOf(olle, RESTORE, { id: desk.framingId, reason: 'Så' })).toBe('version/reads-so-already');
  expect(await refusalOf(stranger, RESTORE, { id: desk.framingId, position: first, reason: 'Så' })).toBe('alliance/not-taking-part');
  const head = await desk.head();
  const { restorings } = (await olle.asks(RESTORE, { id: desk.framingId, position: first, reason: 'Det var klarare förut' })).restoreText;
  expect(restorings).toEqual([{ reason: 'Det var klarare förut', by: { name: 'Olle' }, before: { number: 1, automatic: true, plain: expect.stringContaining('Elementen'), authors: [{ name: 'Amina' }, { name: 'Olle' }] } }]);
  await until('those who write see it', () => desk.pens.every((pen) => !pen.words().includes('Elementen')));
  expect(await desk.head()).toBe(head + 1);
  const { timeLine } = await asks(amina, LINE, { id: desk.framingId });
  expect(timeLine.edges[0].node).toMatchObject({ origin: 'RESTORE', by: [{ name: 'Olle' }] });
  // And forward again, to what stood before: the words are still Olle's and Amina's, though Amina brings them back.
  await amina.asks(RESTORE, { id: desk.framingId, version: 1, reason: 'Det behövs ändå' });
  await until('it is back', () => desk.pens.every((pen) => pen.words().includes('Elementen')));
  const { comparison } = await asks(amina, COMPARE, { id: desk.framingId, from: { version: 1 } });
  expect(comparison.paragraphs.every(({ change }: any) => change === 'SAME')).toBe(true);
  const by = new Map(comparison.people.all.map(({ id, name }: any) => [id, name]));
  const whose = comparison.paragraphs.flatMap(({ pieces }: any) => pieces).map(({ text, by: id }: any) => [text.trim(), by.get(id)]);
  expect(whose).toEqual(expect.arrayContaining([['Trapphuset är kallt.', 'Amina'], ['Elementen är trasiga.', 'Olle']]));
  desk.leave();
});

test('[V3] contributions and kinds that came, went and stayed are told; what is withdrawn since is not', async () => {
  const desk = await aDesk();
  await desk.write(desk.pens[0], 'Trapphuset är kallt.');
  const anchorOf = async () => (await asks(amina, 'query($id: ID!) { framing(id: $id) { paragraphs { quote anchor } } }', { id: desk.framingId })).paragraphs.at(-1);
  const { anchor, quote } = await anchorOf();
  const give = async (text: string, kinds: string[]): Promise<string> =>
    (await amina.asks('mutation($input: Give!) { give(input: $input) { id } }', { input: { allianceId: desk.allianceId, framingId: desk.framingId, text, kinds, howKnown: [], anchor, quote } })).give.id;
  const [stays, goes] = [await give('Jag bor där', ['FAMILIARITY']), await give('Mätt i mars', ['FACTS'])];
  await olle.asks(NAME, { id: desk.framingId, label: 'Med kunskap' });
  const here_ = await asks(olle, COMPARE, { id: desk.framingId, from: { version: 1 } });
  expect(here_.comparison.contributions.stayed.map(({ id }: any) => id)).toEqual([stays, goes]);
  expect(here_.comparison.kinds).toEqual({ came: [], went: [], stayed: ['FACTS', 'FAMILIARITY'] });
  const block = desk.pens[1].document.getXmlFragment('text').toArray().find((one) => String(one).includes('Trapphuset')) as any;
  block.get(0).delete(0, block.get(0).length);
  await until('taken away', () => desk.pens.every((pen) => pen.saved() && !pen.words().includes('Trapphuset')));
  const { comparison } = await asks(olle, COMPARE, { id: desk.framingId, from: { version: 1 } });
  expect([comparison.contributions.went.map(({ id }: any) => id), comparison.kinds.went]).toEqual([[stays, goes], ['FACTS', 'FAMILIARITY']]);
  await amina.asks('mutation($id: ID!) { withdraw(id: $id) { id } }', { id: goes });
  const after = await asks(olle, COMPARE, { id: desk.framingId, from: { version: 1 } });
  expect([after.comparison.contributions.went.map(({ id }: any) => id), after.comparison.kinds.went]).toEqual([[stays], ['FAMILIARITY']]);
  desk.leave();
});

test('[C12] an id of another alliance shows no contribution in a version or a comparison, also to whoever reads both', async () => {
  const [one, other] = [await aDesk(), await aDesk()];
  const GIVE = 'mutation($input: Give!) { give(input: $input) { id } }';
  const foreign = (await amina.asks(GIVE, { input: { allianceId: other.allianceId, text: 'Mätt i mars', kinds: ['FACTS'], howKnown: [] } })).give.id;
  await one.write(one.pens[0], 'Trapphuset är kallt.');
  const line = one.pens[0].document.getXmlFragment('text').toArray().find((block) => String(block).includes('Trapphuset')) as any;
  line.get(0).format(0, 10, { 'contribution--abcdefgh': { id: foreign } });
  await until('marked', () => one.pens[0].saved());
  const NAMED = 'mutation($id: ID!) { nameVersion(framingId: $id, label: "Lånat") { contributions { id } } }';
  expect((await amina.asks(NAMED, { id: one.framingId })).nameVersion.contributions).toEqual([]);
  const { comparison } = await asks(amina, COMPARE, { id: one.framingId, from: { framingId: other.framingId } });
  expect([comparison.contributions, comparison.kinds]).toEqual([{ came: [], went: [], stayed: [] }, { came: [], went: [], stayed: [] }]);
  for (const desk of [one, other]) desk.leave();
});
