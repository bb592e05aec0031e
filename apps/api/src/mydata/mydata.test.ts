import { expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import * as Y from 'yjs';
import { aDeskFor } from '../../test/desk.js';
import { installed } from '../../test/installed.js';
import { png } from '../../test/media.js';
import { until } from '../../test/room.js';

const here = await installed();
const [amina, olle] = [await here.people.aResident('Amina Egen'), await here.people.anOfficial('Olle Grannamn')];

const GIVE = 'mutation($input: Give!) { give(input: $input) { id } }';
const OPEN = 'mutation($input: OpenThread!) { openThread(input: $input) { id posts(first: 1) { edges { node { id } } } } }';
const mine = async (file: string) => (await amina.fetch(`/mine/${file}`)).text();

test('[U1] somebody takes along what they said, did and wrote, and of others not a name, an address or a word', async () => {
  const desk = await aDeskFor(here, [amina, olle], 'CLOSED');
  await desk.write(desk.pens[0], 'EGET-trapphuset är kallt. ');
  await desk.write(desk.pens[1], 'GRANNORD-hissen står. ');
  const blocks = desk.pens[0].document.getXmlFragment('text').toArray() as Y.XmlElement[];
  const own = blocks.map((block) => block.get(0) as Y.XmlText).find((line) => String(line).includes('EGET'))!;
  own.delete(0, 'EGET-'.length);
  own.insert(0, 'EGETNYTT-');
  await until('saved', desk.pens[0].saved);
  await here.db.query(`insert into address (actor_id, email) values ($1, 'egen@example.org'), ($2, 'granne@example.org')`, [amina.id, olle.id]);
  const brought = await (await amina.fetch(`/media?alliance=${desk.allianceId}&description=EGEN-bild`, { method: 'POST', body: png, headers: { 'content-type': 'image/png' } })).json() as { id: string };
  const base = { allianceId: desk.allianceId, kinds: ['FAMILIARITY'], howKnown: [] };
  const { give } = await amina.asks(GIVE, { input: { ...base, text: 'EGET-bidrag om kylan', framingId: desk.framingId, mediaIds: [brought.id] } });
  await amina.asks('mutation($id: ID!) { correct(id: $id, input: { text: "EGET-rättat bidrag" }) { id } }', { id: give.id });
  const { give: theirs } = await olle.asks(GIVE, { input: { ...base, text: 'GRANNORD-bidrag om hissen' } });
  await amina.asks(GIVE, { input: { ...base, text: 'GRANNORD-berättat för Amina', saidByActorId: olle.id } });
  await olle.asks('mutation($id: ID!) { question(contributionId: $id, about: CLAIM, text: "GRANNORD-fråga?") { id } }', { id: give.id });
  const { question } = await amina.asks('mutation($id: ID!) { question(contributionId: $id, about: CLAIM, text: "EGEN-fråga?") { id } }', { id: theirs.id });
  await olle.asks('mutation($id: ID!) { answerQuestion(id: $id, answer: "GRANNORD-svar", outcome: KEPT) { id } }', { id: question.id });
  await amina.asks(OPEN, { input: { framingId: desk.framingId, text: 'EGEN-tråd' } });
  await olle.asks(OPEN, { input: { framingId: desk.framingId, text: 'GRANNORD-tråd', mentionIds: [amina.id] } });

  const json = JSON.parse(await mine('everything.json'));
  expect(json).toMatchObject({
    format: 'samsyn/my-data',
    person: [{ name: 'Amina Egen', email: 'egen@example.org' }],
    participations: [{ standing: 'TAKES_PART', capacity: 'RESIDENT' }],
    contributions: [{ text: 'EGET-rättat bidrag', kinds: ['FAMILIARITY'], earlier: [{ text: 'EGET-bidrag om kylan' }], files: [{ description: 'EGEN-bild' }] }],
    writtenDown: [{ approval: 'NOT_YET' }],
    questions: [{ text: 'EGEN-fråga?' }],
    posts: [{ text: 'EGEN-tråd' }],
    mentions: [{ readAt: null }],
    words: [{ id: desk.framingId }],
  });
  expect(json.sessions).toHaveLength(1);
  expect(json.acts.map(({ verb }: any) => verb)).toContain('contribution.correct');
  expect(json.words[0].words.join('')).toContain('trapphuset är kallt.');
  expect(json.words[0].words.join('')).toContain('EGETNYTT-');
  expect(json.words[0].takenAway.join('')).toContain('EGET-');

  const html = await mine('everything.html?language=en');
  for (const words of ['Amina Egen', 'egen@example.org', 'EGET-rättat', 'EGEN-fråga', 'trapphuset är kallt', 'familiarity', 'Everything about me']) expect(html).toContain(words);
  const zip = unzipSync(new Uint8Array(await (await amina.fetch('/mine/everything.zip?language=sv')).arrayBuffer()));
  expect(Object.keys(zip).sort()).toEqual(['allt-om-mig.html', 'allt-om-mig.json', `files/${brought.id}.png`]);
  expect(Buffer.from(zip[`files/${brought.id}.png`]!).equals(png)).toBe(true);
  // Of Olle there is nothing: not his name, his address, his id or a word of his.
  for (const file of [JSON.stringify(json), html, ...Object.values(zip).map((bytes) => Buffer.from(bytes).toString('latin1'))]) {
    for (const canary of ['Grannamn', 'granne@example.org', 'GRANNORD', olle.id!]) expect(file).not.toContain(canary);
  }
  // And his has his.
  const his = await (await olle.fetch('/mine/everything.json')).text();
  expect(his).toContain('GRANNORD-hissen står');
  expect(his).toContain('GRANNORD-berättat för Amina');
  expect(his).not.toContain('EGET');
  desk.leave();
});

test('[U1] nobody takes along anything without having stepped in, and what has another name is not there', async () => {
  expect((await here.people.nobody().fetch('/mine/everything.json')).status).toBe(401);
  expect((await amina.fetch('/mine/everything.exe')).status).toBe(404);
  expect((await amina.fetch(`/mine/${olle.id}.json`)).status).toBe(404);
});

test('[U1] however much somebody gave, all of it comes along, each once and in the order of time', async () => {
  const many = process.env['LONG'] === '1' ? 10_000 : 1_200;
  const rut = await here.people.aResearcher('Rut');
  const { rows } = await here.db.query(`insert into actor (kind, name) values ('ALLIANCE', 'Stor') returning id`);
  await here.db.query('insert into alliance (id) values ($1)', [rows[0].id]);
  // Many in the same millisecond, so that the pages are told apart by more than the time.
  await here.db.query(
    `with given as (insert into contribution (alliance_id, text, given_at) select $1, 'Bidrag ' || n || repeat(' ord', 60), timestamptz '2026-01-01' + (n / 700) * interval '1 second' from generate_series(1, $3::int) n returning id)
     insert into contribution_author (contribution_id, alliance_id, actor_id) select id, $1, $2 from given`,
    [rows[0].id, rut.id, many],
  );
  const begun = performance.now();
  const zip = unzipSync(new Uint8Array(await (await rut.fetch('/mine/everything.zip')).arrayBuffer()));
  if (process.env['LONG'] === '1') console.log(`${many} contributions taken along in ${Math.round(performance.now() - begun)} ms, ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
  const { contributions } = JSON.parse(Buffer.from(zip['allt-om-mig.json']!).toString());
  expect(new Set(contributions.map(({ id }: any) => id)).size).toBe(many);
  expect(contributions).toHaveLength(many);
  expect(contributions.map(({ at }: any) => at)).toEqual(contributions.map(({ at }: any) => at).sort());
});
