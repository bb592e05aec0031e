import { expect, test } from '@jest/globals';
import { unzipSync, strFromU8 } from 'fflate';
import { anAlliance } from '../alliances.js';
import { installed } from '../installed.js';
import { masked, maskedFile } from './masked.js';
import { changeCapacities, changeKinds, changeTitlesAndJoining, dealCapacities } from './permuting.js';
import { everyField, isList, nameOf, questionsBelow } from './questions.js';
import { aWorld } from './world.js';

const ofText = 'of one text, in its order; no person is in it';
const one = 'of one thing alone: what it says of itself';
const named = 'sorted by name in the same way as all lists of people, held by the domain';
const alone = 'in the order of time or of the text; nobody here has two of it';
/** Lists that are not met with two things in them here, and why that is enough. */
const fewer: Readonly<Record<string, string>> = {
  'PageContribution.kinds': one, 'Contribution.kinds': one, 'Question.kinds': one, 'Correction.kindsBefore': one, 'ImportRow.kinds': one,
  'StanceSaid.rights': one, 'ThreadPost.rights': one, 'Clearing.rights': one, 'SimilarInitiative.because': one,
  'FileDifference.words': ofText, 'Bringing.differences': ofText, 'ImportRun.refused': ofText, 'Contribution.stands': ofText, 'Framing.cited': ofText, 'Framing.draft': ofText, 'Framing.restorings': ofText,
  'DeletedText.pieces': ofText, 'Sitting.steps': ofText, 'Version.corrections': ofText, 'Comparison.fields': ofText, 'ComparedParagraph.pieces': ofText,
  'ComparedContributions.came': ofText, 'ComparedContributions.went': ofText, 'ComparedKinds.came': one, 'ComparedKinds.went': one, 'ComparedKinds.stayed': one,
  'EqualCheck.failures': one, 'Question.rights': one, 'Card.words': one, 'HiddenWords.words': ofText, 'HiddenWords.media': ofText,
  'Person.nameAsks': alone, 'Person.askedNames': alone, 'Person.namedIn': alone, 'Slip.contributions': alone, 'Contribution.writtenDownAlike': alone,
  'Contribution.hidings': alone, 'Question.hidings': alone, 'Suggestion.hidings': alone, 'ThreadPost.hidings': alone, 'MyWays.organisations': alone, 'MyWays.sessions': alone,
  'Sitting.by': named, 'Step.by': named, 'Comparison.wroteBetween': named, 'ComparedPeople.came': named, 'ComparedPeople.went': named,
};

const here = await installed({ examples: true });
const world = await aWorld(here);
const { asking } = world;

// Each list is asked for whole, and cut after two.
const questions = world.roots.flatMap((root) => [...questionsBelow(root, { steps: /^(framing|contribution|me|thread|alliancePage)/.test(root) ? 4 : 3 }), ...questionsBelow(root, { steps: 3, first: 2 })]);
const framings = world.roots.filter((root) => root.startsWith('framing(')).map((root) => /"(.+)"/.exec(root)?.[1] ?? '');
const files = framings.flatMap((id) => ['html', 'md', 'json', 'docx'].map((format) => `/export/${id}.${format}?language=sv`));

async function all(): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const question of questions) answers.push(await asking.asks(question));
  return answers;
}

async function file(path: string): Promise<string> {
  const answer = await asking.fetch(path);
  if (answer.status !== 200) throw new Error(`${path}: ${await answer.text()}`);
  if (!path.includes('.docx')) return maskedFile(await answer.text());
  const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  return maskedFile(Object.entries(parts).filter(([name]) => /(document|comments|footnotes)\.xml$/.test(name)).map(([, bytes]) => strFromU8(bytes).replaceAll(/ w:date="[^"]*"/g, '').replaceAll(/<[^>]+>/g, ' ')).join('\n'));
}

/** Where two worlds differ; empty when they are the same. */
function differences(before: readonly unknown[], after: readonly unknown[]): string[] {
  const found: string[] = [];
  const look = (one: unknown, other: unknown, path: string): void => {
    if (JSON.stringify(one) === JSON.stringify(other)) return;
    if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null || Array.isArray(one) !== Array.isArray(other)) return void found.push(`${path}: ${JSON.stringify(one)} became ${JSON.stringify(other)}`);
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) look((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key], `${path}.${key}`);
  };
  before.forEach((one, at) => look(masked(one), masked(after[at]), questions[at]?.slice(0, 40) ?? ''));
  return found.slice(0, 5);
}

const csv = `/balance.csv?alliance=${world.stood.id}&language=sv`;
// Rows that count capacities follow what is changed; all others are persons and organisations.
const withoutSpread = (text: string) => text.split('\r\n').filter((line) => !line.startsWith('I egenskap av')).map((line) => line.split(',').slice(0, 3).join(',')).join('\n');
const filesBefore = new Map<string, string>();
for (const path of files) filesBefore.set(path, await file(path));
// Texts that were never opened are made ready when somebody first reads them.
await all();
const before = await all();
const csvBefore = withoutSpread(await (await asking.fetch(csv)).text());

test('[R1] every question of the contract is asked, and every list is met with several things in it', () => {
  const asked = new Set(world.roots.map(nameOf));
  expect(everyField().filter(({ of }) => of === 'Query').map(({ field }) => field.name).filter((name) => !asked.has(name))).toEqual([]);
  const most = new Map<string, number>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(look);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (Array.isArray(inner)) {
        const name = `${(value as { __typename?: string }).__typename ?? 'Query'}.${key}`;
        most.set(name, Math.max(most.get(name) ?? 0, inner.length));
      }
      look(inner);
    }
  };
  before.forEach(look);
  const lists = everyField().filter(({ field }) => isList(field.type)).map(({ name }) => name);
  expect(lists.filter((name) => (most.get(name) ?? 0) < 2 && !(name in fewer))).toEqual([]);
  expect(Object.keys(fewer).filter((name) => !lists.includes(name))).toEqual([]);
  console.info(`${lists.length} lists, ${questions.length} questions, ${files.length + 1} files`);
});

test('[R1] nothing changes by itself between two looks', async () => {
  expect(differences(before, await all())).toEqual([]);
});

const numbers = process.env['LONG'] ? [1, 2, 3, 4, 5] : [3, 4];
for (const number of numbers) {
  test(`[R1] all lists, searches, cuts and files keep order and content when capacities are exchanged (${number})`, async () => {
    expect(await changeCapacities(here.db, number)).toBeGreaterThanOrEqual(12);
    expect(differences(before, await all())).toEqual([]);
    for (const path of files) expect([path, await file(path)]).toEqual([path, filesBefore.get(path)]);
    expect(withoutSpread(await (await asking.fetch(csv)).text())).toBe(csvBefore);
  }, 60_000);
}

test('[R1] nor when kinds of knowledge are exchanged', async () => {
  expect(await changeKinds(here.db, 9)).toBeGreaterThanOrEqual(3);
  expect(differences(before, await all())).toEqual([]);
}, 60_000);

test('[R1] nor when everybody is dealt any capacity or none, has another title, and came in another order', async () => {
  await dealCapacities(here.db, 0.4);
  await changeTitlesAndJoining(here.db, 0.7, asking.id as string);
  expect(differences(before, await all())).toEqual([]);
}, 60_000);

test('[R1] nor when one of them has given a hundred times as much: people stand in the order of the alphabet', async () => {
  const PEOPLE = `query($id: ID!) { alliance(id: $id) { participations { actor { name } } coordinators { actor { name } } balance { people { actor { name } } } } alliancePage(id: $id) { people { name } } }`;
  const names = async () => JSON.stringify(await asking.asks(PEOPLE, { id: world.stood.id }));
  const first = await names();
  const { rows } = await here.db.query(`with c as (insert into contribution (alliance_id, text, kinds, how_known) select $1, 'Mer', '{}', '{}' from generate_series(1, 100) returning id)
    insert into contribution_author (contribution_id, alliance_id, actor_id) select c.id, $1, p.actor_id from c, (select actor_id from participation join actor on actor.id = actor_id where alliance_id = $1 and name = 'Siv') p returning 1`, [world.stood.id]);
  expect(rows).toHaveLength(100);
  expect(await names()).toBe(first);
});

test('[A1] [R1] organisations and alliances that take part stand among each other by name, whichever they are', async () => {
  const order = async (kinds: readonly ('ORGANISATION' | 'ALLIANCE')[]) => {
    const alliance = await anAlliance(asking, { name: 'Med alla' });
    for (const [n, kind] of kinds.entries()) {
      const called = await anAlliance(asking, kind === 'ALLIANCE' ? { name: `Namn ${n}` } : { name: 'Annat', newOrganisations: [{ name: `Namn ${n}` }] });
      const id = kind === 'ALLIANCE' ? called.id : (await here.db.query('select actor_id as id from participation where id = $1', [called.organisations[`Namn ${n}`]])).rows[0].id;
      await asking.asks(kind === 'ALLIANCE' ? 'mutation($id: ID!, $other: ID!) { inviteAlliance(allianceId: $id, invitedId: $other) { id } }' : 'mutation($id: ID!, $other: ID!) { inviteOrganisation(allianceId: $id, organisationId: $other) { id } }', { id: alliance.id, other: id });
    }
    return asking.asks('query($id: ID!) { alliance(id: $id) { organisations { actor { name } } gaps { code participation { actor { name } } } } alliancePage(id: $id) { organisations { name standing } } }', { id: alliance.id });
  };
  const mixed = await order(['ORGANISATION', 'ALLIANCE', 'ORGANISATION', 'ALLIANCE']);
  expect(mixed.alliancePage.organisations.map((each: { name: string }) => each.name)).toEqual(['Namn 0', 'Namn 1', 'Namn 2', 'Namn 3']);
  const other = await order(['ALLIANCE', 'ORGANISATION', 'ALLIANCE', 'ORGANISATION']);
  expect(other.alliance.organisations).toEqual(mixed.alliance.organisations);
  expect(other.alliancePage).toEqual(mixed.alliancePage);
});
