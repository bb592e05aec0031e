import { expect, test } from '@jest/globals';
import type { Somebody } from '../../test/installation.js';
import { installed } from '../../test/installed.js';
import { statementsDuring } from '../../test/statements.js';

const here = await installed();
const resident = await here.people.aResident('Åsa');
const official = await here.people.anOfficial('Bo');
const stranger = await here.people.aResearcher();

const page = `query ($id: ID!) { alliancePage(id: $id) {
  id name visibility standing rights { verb may whyNot }
  problems { sentence framings { id name total contributions { id text kinds authors { name capacity } media } } }
  people { name capacity } organisations { name standing representations { name mandate ended } } coordinators { name }
  latest { text } balance { total kindNotStated kinds { kind count people } capacities { capacity total facts skill } } } }`;

async function anAlliance(visibility: string): Promise<{ id: string; framing: string }> {
  const input = { name: `Allians ${visibility}`, worry: 'Barnen vågar inte gå till skolan', visibility, capacity: 'RESIDENT' };
  const { formAlliance } = await resident.asks('mutation ($input: FormAlliance!) { formAlliance(input: $input) { id problems { id } } }', { input });
  const { openFraming } = await resident.asks('mutation ($input: OpenFraming!) { openFraming(input: $input) { id } }', { input: { problemId: formAlliance.problems[0].id, name: 'Vägen är mörk' } });
  return { id: formAlliance.id, framing: openFraming.id };
}

const give = (who: Somebody, allianceId: string, framingId: string | null, text: string, kinds: string[]) =>
  who.asks('mutation ($input: Give!) { give(input: $input) { id } }', { input: { allianceId, framingId, text, kinds, howKnown: ['LIVED'] } });

test('[L2] an open alliance’s home is read by all, a closed one’s only by those who take part, and nothing else tells them apart', async () => {
  const open = await anAlliance('OPEN');
  const closed = await anAlliance('CLOSED');
  expect((await stranger.asks(page, { id: open.id })).alliancePage.name).toBe('Allians OPEN');
  expect((await here.people.nobody().asks(page, { id: open.id })).alliancePage.standing).toBeNull();
  expect((await resident.asks(page, { id: closed.id })).alliancePage.name).toBe('Allians CLOSED');
  for (const id of [closed.id, '00000000-0000-4000-8000-000000000000', 'nonsense']) {
    expect(await stranger.ask(page, { id })).toEqual({ data: { alliancePage: null } });
  }
});

test('[R1] people stand in the order of the alphabet, and what one may do differs with taking part, not with capacity', async () => {
  const { id } = await anAlliance('OPEN');
  await official.asks('mutation ($id: ID!) { join(allianceId: $id, speaking: { capacity: OFFICIAL }) { id } }', { id });
  const forOfficial = (await official.asks(page, { id })).alliancePage;
  const forResident = (await resident.asks(page, { id })).alliancePage;
  expect(forOfficial.people.map((one: { name: string }) => one.name)).toEqual(['Bo', 'Åsa']);
  expect(forOfficial.rights).toEqual(forResident.rights);
  const forStranger = (await stranger.asks(page, { id })).alliancePage;
  expect(forStranger.rights.find((right: { verb: string }) => right.verb === 'alliance.give')).toMatchObject({ may: false, whyNot: 'alliance/not-taking-part' });
});

test('[R1] the home and the lists have one alphabet, and nobody stands last for a mark on their name', async () => {
  const { id } = await anAlliance('OPEN');
  const names = ['Élodie', 'Ärla', 'Östen', 'Zoe', 'Ådel', 'eva', 'سلمى', 'Øyvind'];
  for (const name of names) await (await here.people.aResident(name)).asks('mutation ($id: ID!) { join(allianceId: $id) { id } }', { id });
  for (const name of names) await here.db.query(`with added as (insert into actor (kind, name) values ('ORGANISATION', $2) returning id) insert into participation (alliance_id, actor_id, standing) select $1, id, 'INVITED' from added`, [id, name]);
  const { alliancePage, alliance } = await resident.asks(`query ($id: ID!) { alliancePage(id: $id) { people { name } organisations { name } }
    alliance(id: $id) { participations { actor { name } } organisations { actor { name } } } }`, { id });
  const namesOf = (rows: { actor: { name: string } }[]) => rows.map((one) => one.actor.name);
  expect(alliancePage.people.map((one: { name: string }) => one.name)).toEqual(namesOf(alliance.participations));
  expect(alliancePage.organisations.map((one: { name: string }) => one.name)).toEqual(namesOf(alliance.organisations));
  expect(namesOf(alliance.organisations)).toEqual(['Élodie', 'eva', 'Zoe', 'Ådel', 'Ärla', 'Östen', 'Øyvind', 'سلمى']);
});

test('[K1] the home’s numbers count each contribution once per kind, and not the withdrawn ones', async () => {
  const { id, framing } = await anAlliance('OPEN');
  await give(resident, id, framing, 'Lampan är trasig', ['FACTS', 'FAMILIARITY']);
  await give(resident, id, null, 'Jag går runt', []);
  const { give: gone } = await give(resident, id, framing, 'Ångrad', ['SKILL']);
  await resident.asks('mutation ($id: ID!) { withdraw(id: $id) { state } }', { id: gone.id });
  const { alliancePage } = await stranger.asks(page, { id });
  expect(alliancePage.balance).toMatchObject({ total: 2, kindNotStated: 1, capacities: [{ capacity: 'RESIDENT', total: 2, facts: 1, skill: 0 }] });
  expect(alliancePage.balance.kinds).toEqual([
    { kind: 'FACTS', count: 1, people: 1 },
    { kind: 'UNDERSTANDING', count: 0, people: 0 },
    { kind: 'SKILL', count: 0, people: 0 },
    { kind: 'FAMILIARITY', count: 1, people: 1 },
  ]);
  expect(alliancePage.problems[0].framings[0]).toMatchObject({ total: 1, contributions: [{ text: 'Lampan är trasig', authors: [{ name: 'Åsa', capacity: 'RESIDENT' }] }] });
  expect(alliancePage.latest).toEqual([{ text: 'Jag går runt' }]);
});

test('[K1] the home shows the twenty latest of each framing, each with its own authors, in their order, and its own media', async () => {
  const { id, framing } = await anAlliance('OPEN');
  const insert = async (sql: string, values: unknown[]) => (await here.db.query(`${sql} returning id`, values)).rows[0].id as string;
  const made: { id: string; framingId: string | null; authors: string[]; media: string[] }[] = [];
  for (let n = 0; n < 45; n++) {
    const framingId = n % 2 ? framing : null;
    const at = new Date(Date.UTC(2026, 0, 1) + n * 1_000).toISOString();
    const contribution = await insert(`insert into contribution (alliance_id, framing_id, text, kinds, how_known, given_at) values ($1, $2, $3, '{}', '{}', $4)`, [id, framingId, `Bidrag ${n}`, at]);
    const authors = [[], [resident], [official, resident], [resident, stranger]][n % 4] as Somebody[];
    for (const [position, by] of authors.entries()) {
      await here.db.query('insert into contribution_author (contribution_id, alliance_id, position, actor_id) values ($1, $2, $3, $4)', [contribution, id, position, by.id]);
    }
    const media = n % 3 === 0 ? ['RECORDING', 'PICTURE'] : [];
    for (const [at, kind] of media.entries()) {
      await here.db.query(`insert into media (alliance_id, contribution_id, kind, mime, size, sha256, created_at) values ($1, $2, $3, 'image/png', 1, '', to_timestamp($4))`, [id, contribution, kind, at]);
    }
    made.unshift({ id: contribution, framingId, authors: authors.map((by) => by.id as string), media });
  }
  const latestOf = (of: string | null) => made.filter((one) => one.framingId === of).slice(0, 20).map(({ framingId: _, ...one }) => one);
  const shown = 'id media authors { actorId }';
  const { alliancePage } = await stranger.asks(`query ($id: ID!) { alliancePage(id: $id) { latest { ${shown} } problems { framings { total contributions { ${shown} } } } } }`, { id });
  const plain = (list: { id: string; media: string[]; authors: { actorId: string }[] }[]) => list.map((one) => ({ ...one, authors: one.authors.map((by) => by.actorId) }));
  expect(plain(alliancePage.latest)).toEqual(latestOf(null));
  expect(plain(alliancePage.problems[0].framings[0].contributions)).toEqual(latestOf(framing));
  expect(alliancePage.problems[0].framings[0].total).toBe(22);
});

test('[L2] the home takes the same number of statements however much there is', async () => {
  const { id, framing } = await anAlliance('OPEN');
  const read = () => here.people.nobody().asks(page, { id });
  await read();
  const little = await statementsDuring(read);
  for (let n = 0; n < 25; n++) await give(resident, id, n % 2 ? framing : null, `Bidrag ${n}`, ['FACTS']);
  expect(await statementsDuring(read)).toBe(little);
  expect(little).toBe(1);
});
