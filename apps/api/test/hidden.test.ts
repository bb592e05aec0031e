import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Live } from '../src/core/live.js';
import { anAlliance, joins, type Stood } from './alliances.js';
import { anInstallation, type Installation, type Somebody } from './installation.js';
import { questionsBelow } from './equal/questions.js';

// Words found nowhere else: one of each kind of thing that is hidden, and one of each that is put aside.
const kinds = ['bidrag', 'berattelse', 'kalla', 'tidigare', 'bild', 'inlagg', 'fraga', 'svar', 'forslag', 'skal'] as const;
const canary = (kind: string, way: string) => `kanarie${kind}${way}`;
const all = (way: string) => kinds.map((kind) => canary(kind, way));
let here: Installation;
let stood: Stood;
let questions: string[];
let doors: string[];
const who: Record<string, Somebody> = {};
const heard: string[] = [];
const hidings: Record<string, string[]> = { dolt: [], undan: [] };

const GIVE = 'mutation($input: Give!) { give(input: $input) { id } }';
const insert = async (sql: string, values: unknown[]): Promise<string> => (await here.db.query(`${sql} returning id`, values)).rows[0].id;

beforeAll(async () => {
  here = await anInstallation();
  here.app.get(Live, { strict: false }).on('ledger', (entries) => void heard.push(JSON.stringify(entries)));
  const names = { OLLE: await here.people.anOfficial('Olle'), AMINA: await here.people.aResident('Amina'), RUT: await here.people.aResearcher('Rut'), OUTSIDE: await here.people.aResident('Ute'), LEFT: await here.people.aResident('Borta'), NOBODY: here.people.nobody() };
  Object.assign(who, names);
  stood = await anAlliance(names.OLLE);
  for (const one of [names.AMINA, names.RUT, names.LEFT]) await joins(one, stood.code);
  await names.LEFT.asks('mutation($id: ID!) { leave(allianceId: $id) { id } }', { id: stood.id });
  const framing = (await names.AMINA.asks('mutation($id: ID!) { openFraming(input: { problemId: $id, name: "Kyla" }) { id } }', { id: stood.problemId })).openFraming.id;
  const roots = ['me', 'alliances', 'alliances(search: "kanarie")', `alliance(id: "${stood.id}")`, `alliancePage(id: "${stood.id}")`, `framing(id: "${framing}")`, `threadsOf(framingId: "${framing}")`, `suggestionsOf(framingId: "${framing}")`, `hidingsOf(allianceId: "${stood.id}")`];
  doors = [`/balance.csv?alliance=${stood.id}`, ...['md', 'json', 'html'].map((format) => `/export/${framing}.${format}`)];
  for (const way of ['dolt', 'undan']) {
    const telling = { situation: canary('berattelse', way), saw: '', did: '', newcomer: '' };
    const id = (await names.AMINA.asks(GIVE, { input: { allianceId: stood.id, framingId: framing, text: canary('tidigare', way), kinds: ['FACTS'], howKnown: [], telling, sourceText: canary('kalla', way) } })).give.id;
    await names.AMINA.asks('mutation($id: ID!, $text: String!) { correct(id: $id, input: { text: $text }) { id } }', { id, text: canary('bidrag', way) });
    const media = await insert(`insert into media (alliance_id, contribution_id, kind, mime, size, sha256, description, uploaded_by_id) values ($1, $2, 'PICTURE', 'image/png', 1, '\\x00', $3, $4)`, [stood.id, id, canary('bild', way), names.AMINA.id]);
    const other = (await names.OLLE.asks(GIVE, { input: { allianceId: stood.id, framingId: framing, text: 'Ett annat', kinds: [], howKnown: [] } })).give.id;
    const question = (await names.AMINA.asks('mutation($id: ID!, $text: String!) { question(contributionId: $id, about: KIND, text: $text) { id } }', { id: other, text: canary('fraga', way) })).question.id;
    await names.OLLE.asks('mutation($id: ID!, $text: String!) { answerQuestion(id: $id, answer: $text, outcome: KEPT) { id } }', { id: question, text: canary('svar', way) });
    const thread = (await names.AMINA.asks('mutation($input: OpenThread!) { openThread(input: $input) { id posts { edges { node { id } } } } }', { input: { framingId: framing, text: canary('inlagg', way), mentionIds: [names.OLLE.id] } })).openThread;
    const suggestion = await insert(`insert into suggestion (framing_id, id, actor_id, after, reason, state, carried_seq, settled_at) values ($1, gen_random_uuid(), $2, $3, $4, 'DECLINED', 0, now())`, [framing, names.AMINA.id, canary('forslag', way), canary('skal', way)]);
    roots.push(`contribution(id: "${id}")`, `contribution(id: "${other}")`, `thread(id: "${thread.id}")`);
    doors.push(`/media/${media}`);
    hides[way] = [['hideContribution', { id }], ['hideQuestion', { id: question }], ['hidePost', { id: thread.posts.edges[0].node.id }], ['hideSuggestion', { id: suggestion, framingId: framing }]];
  }
  questions = roots.flatMap((root) => questionsBelow(root));
}, 60_000);
afterAll(() => here.close());

const hides: Record<string, [string, Record<string, unknown>][]> = {};

/** Everything one gets to read by any way there is: every field below every root, and every file. */
async function reads(somebody: Somebody): Promise<string> {
  const answers: string[] = [];
  for (const question of questions) answers.push(JSON.stringify(await somebody.ask(question)));
  for (const path of doors.filter((door) => !door.startsWith('/media'))) answers.push(await (await somebody.fetch(path)).text());
  const search = `query($id: ID!, $text: String!) { alliance(id: $id) { contributions(filter: { search: $text }) { total } } }`;
  for (const text of [...all('dolt'), ...all('undan')]) if ((await somebody.asks(search, { id: stood.id, text })).alliance.contributions.total > 0) answers.push(text);
  return answers.join('\n');
}

const found = (text: string, way: string) => all(way).filter((word) => text.includes(word));

test('[H4] before anything is hidden, every one of these words is found by these ways', async () => {
  const everything = await reads(who['RUT'] as Somebody);
  expect([...found(everything, 'dolt'), ...found(everything, 'undan')]).toEqual([...all('dolt'), ...all('undan')]);
  expect(everything).not.toMatch(/"code":"(fault|request\/)/);
}, 60_000);

test('[H4] what is hidden and what is put aside is found by nobody, in any answer, file, search or live message', async () => {
  const [rut, olle] = [who['RUT'] as Somebody, who['OLLE'] as Somebody];
  for (const [way, acts] of Object.entries(hides)) {
    for (const [act, given] of acts) {
      const variables = { ...given, aside: way === 'undan' ? 'PERSONAL_DATA' : null };
      const ids = act === 'hideSuggestion' ? ['$framingId: ID!, $id: ID!', 'framingId: $framingId, id: $id'] : ['$id: ID!', 'id: $id'];
      const { [act]: hiding } = await rut.asks(`mutation(${ids[0]}, $aside: AsideCause) { ${act}(${ids[1]}, reason: "Det nämner någon", aside: $aside) { id } }`, variables);
      hidings[way]?.push(hiding.id);
      if (way === 'undan') await olle.asks('mutation($id: ID!) { agreeAside(id: $id) { id } }', { id: hiding.id });
    }
  }
  for (const [standing, somebody] of Object.entries(who)) {
    const everything = await reads(somebody);
    expect([standing, ...found(everything, 'dolt'), ...found(everything, 'undan')]).toEqual([standing]);
    expect(everything).not.toMatch(/"code":"(fault|request\/)/);
  }
  expect(heard.filter((entry) => entry.includes('kanarie'))).toEqual([]);
}, 60_000);

test('[H1] [H3] asking for the words gives those who take part what is hidden, and nobody what is put aside; the same with pictures', async () => {
  const words = async (somebody: Somebody, way: string) =>
    JSON.stringify(await Promise.all((hidings[way] ?? []).map((id) => somebody.asks('query($id: ID!) { hiddenWords(hidingId: $id) { words { part text } media { description } } }', { id }))));
  for (const [standing, somebody] of Object.entries(who)) {
    expect([standing, found(await words(somebody, 'dolt'), 'dolt')]).toEqual([standing, ['OLLE', 'AMINA', 'RUT'].includes(standing) ? all('dolt') : []]);
    expect([standing, found(await words(somebody, 'undan'), 'undan')]).toEqual([standing, []]);
  }
  const [hidden = '', aside = ''] = doors.filter((door) => door.startsWith('/media'));
  await here.db.query(`insert into media_blob (media_id, bytes) select id, '\\x00' from media on conflict do nothing`).catch(() => undefined);
  for (const [standing, somebody] of Object.entries(who)) {
    expect([standing, (await somebody.fetch(aside)).status]).toEqual([standing, 404]);
    if (!['OLLE', 'AMINA', 'RUT'].includes(standing)) expect([standing, (await somebody.fetch(hidden)).status]).toEqual([standing, 404]);
  }
}, 60_000);

test('[H4] the words stand in no table but the one they were moved to, so that nothing new that reads can find them', async () => {
  const { rows } = await here.db.query<{ name: string }>(`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`);
  const tables: string[] = [];
  for (const { name } of rows) if ((await here.db.query(`select 1 from "${name}" t where t::text like '%kanarie%' limit 1`)).rows.length > 0) tables.push(name);
  expect(tables).toEqual(['hidden_words']);
});
