import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { anAlliance, joins, type Stood } from './alliances.js';
import { questionsBelow } from './equal/questions.js';
import { anInstallation, type Installation, type Somebody } from './installation.js';

// Words that stand in the alliance: on its name, on its door, and within.
const [name, door, within] = ['Namnord', 'Dörrord', 'Innerord'];
let here: Installation;
let closed: Stood;
let questions: string[];
let doors: string[];
const who: Record<string, Somebody> = {};

beforeAll(async () => {
  here = await anInstallation();
  const olle = await here.people.anOfficial('Olle');
  const inside = await here.people.aResident(`${within} Amina`);
  closed = await anAlliance(olle, { name, purpose: door, worry: `${within} oro`, visibility: 'CLOSED', newOrganisations: [{ name: 'Skolan' }], emails: [`${within.toLowerCase()}@example.org`] });
  await joins(inside, closed.code);
  for (const standing of ['LEFT', 'ASKED', 'INVITED', 'DECLINED'] as const) who[standing] = await here.people.aResident(standing);
  who['OUTSIDE'] = await here.people.aResident('OUTSIDE');
  who['NOBODY'] = here.people.nobody();
  await joins(who['LEFT'] as Somebody, closed.code);

  const problem = `mutation($id: ID!) { openFraming(input: { problemId: $id, name: "${within}", belongs: "${within}", norms: "${within}" }) { id } }`;
  const framing = (await inside.asks(problem, { id: closed.problemId })).openFraming.id;
  await inside.asks(`mutation($id: ID!) { reframe(framingId: $id, field: OUTSIDE, text: "${within}", reason: "${within}") { id } }`, { id: framing });
  const GIVE = 'mutation($input: Give!) { give(input: $input) { id } }';
  const given = { allianceId: closed.id, framingId: framing, kinds: ['FACTS'], howKnown: [], sourceText: within, anchor: { start: null, end: null }, quote: within };
  const contribution = (await inside.asks(GIVE, { input: { ...given, text: within } })).give.id;
  const mine = (await (who['LEFT'] as Somebody).asks(GIVE, { input: { ...given, text: 'Mitt', sourceText: '' } })).give.id;
  for (const id of [contribution, mine]) await olle.asks(`mutation($id: ID!) { question(contributionId: $id, about: CLAIM, text: "${within}") { id } }`, { id });
  await inside.asks(`mutation($id: ID!) { represent(participationId: $id, mandate: "${within}") { id } }`, { id: closed.organisations['Skolan'] });
  await inside.asks(`mutation($id: ID!) { answerForOrganisation(participationId: $id, answer: YES, reason: "${within}") { id } }`, { id: closed.organisations['Skolan'] });
  const sheet = await inside.fetch(`/imports?alliance=${closed.id}&name=${within}.csv`, { method: 'POST', body: `text\n${within}\n`, headers: { 'content-type': 'text/csv' } });
  const { id: importRun } = (await sheet.json()) as { id: string };
  const media = (await here.db.query(`insert into media (alliance_id, contribution_id, kind, mime, size, sha256, description) values ($1, $2, 'PICTURE', 'image/png', 1, '\\x00', $3) returning id`, [closed.id, contribution, within])).rows[0].id;
  const thread = (await inside.asks(`mutation($id: ID!) { openThread(input: { framingId: $id, anchor: { start: null, end: null }, quote: "${within}", text: "${within}" }) { id } }`, { id: framing })).openThread.id;
  await inside.asks(`mutation($id: ID!) { openThread(input: { contributionId: $id, text: "${within}", mentionIds: ["${who['LEFT']?.id}"] }) { id } }`, { id: mine });
  await (who['LEFT'] as Somebody).asks('mutation($id: ID!) { reply(input: { threadId: $id, text: "Mitt" }) { id } }', { id: thread });
  await here.db.query('insert into initiative (name, alliance_id) values ($1, $2)', ['Skolbussen', closed.id]);
  const open = await anAlliance(olle, { name: 'Öppna' });
  for (const [id, invited] of [[open.id, closed.id], [closed.id, open.id]]) await olle.asks('mutation($id: ID!, $invited: ID!) { inviteAlliance(allianceId: $id, invitedId: $invited) { id } }', { id, invited });

  const ASK = `mutation($id: ID!) { askToJoin(allianceId: $id, reason: "Mitt") { id } }`;
  await (who['LEFT'] as Somebody).asks('mutation($id: ID!) { leave(allianceId: $id) { id } }', { id: closed.id });
  await (who['ASKED'] as Somebody).asks(ASK, { id: closed.id });
  for (const standing of ['INVITED', 'DECLINED']) {
    await here.db.query('insert into participation (alliance_id, actor_id, standing, invited_by_id) values ($1, $2, $3::"Standing", $4)', [closed.id, who[standing]?.id, standing, olle.id]);
  }
  const { rows } = await here.db.query(`select actor_id from participation where id = $1`, [closed.organisations['Skolan']]);
  const roots = [
    'me', 'alliances', `alliances(search: "${within}")`, 'initiatives', 'organisations(search: "skolan")', `resembling(worry: "${within} oro")`, 'door(code: "00000000")',
    `alliance(id: "${closed.id}")`, `alliancePage(id: "${closed.id}")`, `alliance(id: "${open.id}")`, `alliancePage(id: "${open.id}")`, `framing(id: "${framing}")`,
    `thread(id: "${thread}")`, `threadsOf(framingId: "${framing}")`, `suggestionsOf(framingId: "${framing}")`, `contribution(id: "${contribution}")`, `contribution(id: "${mine}")`, `importRun(id: "${importRun}")`, `organisation(id: "${rows[0].actor_id}")`,
  ];
  questions = roots.flatMap((root) => questionsBelow(root, { steps: root === 'me' ? 5 : 4 }));
  doors = [`/media/${media}`, `/balance.csv?alliance=${closed.id}`, `/balance.csv?alliance=${closed.id}&framing=${framing}`, `/balance.csv?alliance=${open.id}&framing=${framing}`, ...['md', 'json'].map((format) => `/export/${framing}.${format}`)];
}, 60_000);
afterAll(() => here.close());

/** Everything one gets to read by any way there is. */
async function reads(somebody: Somebody): Promise<string> {
  const answers: string[] = [];
  for (const question of questions) answers.push(JSON.stringify(await somebody.ask(question)));
  return answers.join('\n');
}

const seen = { NOBODY: [], OUTSIDE: [], ASKED: [name], LEFT: [name], INVITED: [name, door], DECLINED: [name, door] } as const;

for (const standing of Object.keys(seen) as (keyof typeof seen)[]) {
  test(`[L2] of a closed alliance somebody who is ${standing} reads ${seen[standing].join(' and ') || 'nothing'}, by whatever way they ask`, async () => {
    const all = await reads(who[standing] as Somebody);
    expect([name, door, within].filter((word) => all.toLowerCase().includes(word.toLowerCase()))).toEqual(seen[standing]);
    expect(all).not.toContain(closed.code);
    expect(all).not.toMatch(/"code":"(fault|request\/)/);
    for (const path of doors) expect([path, (await (who[standing] as Somebody).fetch(path)).status]).toEqual([path, 404]);
  }, 60_000);
}

test('[L2] whoever takes part reads all of it by the same ways', async () => {
  const amina = await here.people.aResident();
  await joins(amina, closed.code);
  const all = await reads(amina);
  expect([name, door, within].filter((word) => all.includes(word))).toEqual([name, door, within]);
  expect(all).toContain(closed.code);
  expect(all).not.toMatch(/"code":"(fault|request\/)/);
}, 60_000);
