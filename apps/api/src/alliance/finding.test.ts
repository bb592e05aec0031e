import { expect, test } from '@jest/globals';
import { anAlliance, refusalOf } from '../../test/alliances.js';
import { installed } from '../../test/installed.js';
import { statementsDuring } from '../../test/statements.js';

const here = await installed();
const olle = await here.people.anOfficial('Olle');

const LIST = 'query($search: String, $first: Int, $after: String) { alliances(search: $search, first: $first, after: $after) { edges { cursor node { id name } } pageInfo { endCursor hasNextPage } } }';
const ACTS = 'query($id: ID!, $first: Int, $after: String) { alliance(id: $id) { acts(first: $first, after: $after) { edges { node { id verb } } pageInfo { endCursor hasNextPage } } } }';
const RESEMBLING = 'query($worry: String!) { resembling(worry: $worry) { alliances { worry because alliance { name } } initiatives { because initiative { name organisation { name } addedBy { name } } } } }';

/** Follows a list to its end, a few at a time. */
async function through(page: (after: string | null) => Promise<{ edges: any[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } }>): Promise<any[]> {
  const found: any[] = [];
  let after: string | null = null;
  for (;;) {
    const { edges, pageInfo } = await page(after);
    found.push(...edges.map((edge) => edge.node));
    if (!pageInfo.hasNextPage) return found;
    after = pageInfo.endCursor;
  }
}

test('[L7] alliances are found by name, purpose and worry, latest first, and each exactly once from page to page', async () => {
  const names = ['Sopor i skogen', 'Skräp', 'Nedskräpning', 'Stranden', 'Fimpar'];
  for (const name of names) await anAlliance(olle, { name, worry: `Skräpet ligger kvar: ${name}`, purpose: name === 'Fimpar' ? 'Rökfria torg' : '' });
  for (const visibility of ['CLOSED', 'LINK'] as const) await anAlliance(olle, { name: `Skräp ${visibility}`, worry: 'Skräpet ligger kvar.', purpose: 'stängda', visibility });
  const visitor = await here.people.aResident();
  const all = await through(async (after) => (await visitor.asks(LIST, { search: 'SKRAPET', first: 2, after })).alliances);
  expect(all.map((one) => one.name)).toEqual([...names].reverse());
  expect((await visitor.asks(LIST, { search: 'rökfria' })).alliances.edges.map((edge: any) => edge.node.name)).toEqual(['Fimpar']);
  expect((await visitor.asks(LIST, { search: 'stängda' })).alliances.edges).toEqual([]);
  expect((await olle.asks(LIST, { search: 'stängda' })).alliances.edges).toHaveLength(2);
  expect((await visitor.asks(LIST, { after: 'no cursor', first: 1 })).alliances.edges).toHaveLength(1);
  expect(await refusalOf(visitor, LIST, { search: 'x'.repeat(201) })).toBe('text/too-long');
});

test('[L7] [I1] before forming, alliances and initiatives that resemble the worry are shown, with the words they have in common', async () => {
  await anAlliance(olle, { name: 'Trygga skolvägar', worry: 'Barnen vågar inte cykla till skolan för att bilarna kör för fort.' });
  for (const visibility of ['CLOSED', 'LINK'] as const) await anAlliance(olle, { name: `Skolvägar ${visibility}`, worry: 'Barnen vågar inte cykla till skolan.', visibility });
  const organisation = (await olle.asks('mutation { addOrganisation(name: "Föräldraföreningen") { id } }')).addOrganisation.id;
  const NOTE = 'mutation($id: ID, $url: String) { noteInitiative(name: "Vandrande skolbuss", description: "Föräldrar går med barnen till skolan i stället för att köra.", organisationId: $id, url: $url) { id url } }';
  await olle.asks(NOTE, { id: organisation, url: 'https://example.org/skolbuss' });
  const visitor = await here.people.aResident();
  const { resembling } = await visitor.asks(RESEMBLING, { worry: 'Våra barn kan inte cykla till skolan' });
  expect(resembling.alliances[0]).toMatchObject({ alliance: { name: 'Trygga skolvägar' }, worry: 'Barnen vågar inte cykla till skolan för att bilarna kör för fort.' });
  expect(resembling.alliances[0].because.length).toBeGreaterThan(0);
  expect(resembling.alliances.map((one: any) => one.alliance.name)).not.toEqual(expect.arrayContaining([expect.stringMatching(/CLOSED|LINK/)]));
  expect(resembling.initiatives[0]).toMatchObject({ initiative: { name: 'Vandrande skolbuss', organisation: { name: 'Föräldraföreningen' }, addedBy: { name: 'Olle' } } });
  expect(await refusalOf(visitor, RESEMBLING, { worry: ' ' })).toBe('text/empty');
  expect(await refusalOf(here.people.nobody(), NOTE)).toBe('session/none');
  expect(await refusalOf(olle, NOTE, { url: 'javascript:alert(1)' })).toBe('url/wrong');
});

test('[L7] an alliance shows those that resemble it, and never itself', async () => {
  const one = await anAlliance(olle, { name: 'Gångtunneln', worry: 'Gångtunneln vid stationen är mörk och otrygg om kvällen.' });
  await anAlliance(olle, { name: 'Lys upp tunneln', worry: 'Den mörka tunneln vid stationen känns otrygg på kvällarna.' });
  const { alliance } = await olle.asks('query($id: ID!) { alliance(id: $id) { similar { alliance { id name } because } } }', { id: one.id });
  expect(alliance.similar[0]).toMatchObject({ alliance: { name: 'Lys upp tunneln' } });
  expect(alliance.similar.map((other: any) => other.alliance.id)).not.toContain(one.id);
});

test('[L2] what has happened is read latest first, each act once, and only where the alliance may be read', async () => {
  const stood = await anAlliance(olle, { visibility: 'CLOSED' });
  for (const sentence of ['Ett', 'Två', 'Tre']) await olle.asks('mutation($id: ID!, $sentence: String!) { nameProblem(allianceId: $id, sentence: $sentence) { id } }', { id: stood.id, sentence });
  const acts = await through(async (after) => (await olle.asks(ACTS, { id: stood.id, first: 3, after })).alliance.acts);
  expect(acts.map((act) => act.verb)).toEqual(['alliance.nameProblem', 'alliance.nameProblem', 'alliance.nameProblem', 'alliance.form']);
  expect(new Set(acts.map((act) => act.id)).size).toBe(4);
  expect((await (await here.people.aResident()).asks(ACTS, { id: stood.id })).alliance).toBeNull();
});

test('[L2] the latest act stands first also where the numbers of the ledger get one digit more', async () => {
  const stood = await anAlliance(olle);
  await here.db.query(`select setval(pg_get_serial_sequence('ledger_line', 'id'), greatest(99998, (select max(id) from ledger_line)))`);
  for (const sentence of ['Ett', 'Två', 'Tre']) await olle.asks('mutation($id: ID!, $sentence: String!) { nameProblem(allianceId: $id, sentence: $sentence) { id } }', { id: stood.id, sentence });
  const { edges } = (await olle.asks('query($id: ID!) { alliance(id: $id) { acts(first: 3) { edges { node { detail } } } } }', { id: stood.id })).alliance.acts;
  expect(edges.map(({ node }: { node: { detail: { sentence: string } } }) => node.detail.sentence)).toEqual(['Tre', 'Två', 'Ett']);
});

test('[G4] a list of alliances with all that hangs on them takes a number of statements that does not grow with the list', async () => {
  const asked = (first: number) => statementsDuring(async () => {
    const { alliances } = await olle.asks(`{ alliances(first: ${first}) { edges { node { name formedBy { name } participations { actor { name } speaksFor { name } representations { mandate } rights { may } alliance { name } } coordinators { actor { name } } gaps { code } rights { may } mine { id } } } } }`);
    expect(alliances.edges).toHaveLength(first);
  });
  const few = await asked(1);
  expect(few).toBeGreaterThan(3);
  expect(await asked(6)).toBe(few);
});
