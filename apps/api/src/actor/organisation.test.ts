import { expect, test } from '@jest/globals';
import { anAlliance, refusalOf } from '../../test/alliances.js';
import type { Somebody } from '../../test/installation.js';
import { installed } from '../../test/installed.js';

const here = await installed();
const olle = await here.people.anOfficial('Olle');

const ADD = 'mutation($name: String!, $parentId: ID) { addOrganisation(name: $name, parentId: $parentId) { id name parent { name } } }';
const SEARCH = 'query($search: String!) { organisations(search: $search) { name parent { name } } }';
const RENAME = 'mutation($id: ID!, $name: String!) { renameOrganisation(id: $id, name: $name) { id name earlierNames { name } } }';
const MERGE = 'mutation($from: ID!, $into: ID!) { mergeOrganisations(fromId: $from, intoId: $into) { id name merged { id name } departments { name } } }';
const ONE = 'query($id: ID!) { organisation(id: $id) { id name parent { name } departments { name parent { name } } earlierNames { name until } merged { name } alliances { name } rights { verb may whyNot } } }';

const add = async (name: string, parentId?: string): Promise<string> => (await olle.asks(ADD, { name, parentId })).addOrganisation.id;
const names = async (search: string): Promise<string[]> =>
  (await olle.asks(SEARCH, { search })).organisations.map((one: any) => (one.parent ? `${one.parent.name}: ${one.name}` : one.name));

test('[A3] an organisation is found by three letters of its name, without case and marks, departments with what they belong to', async () => {
  const city = await add('Malmö stad');
  await add('Förskoleförvaltningen', city);
  await add('Hyresgästföreningen');
  expect(await names('malmo')).toContain('Malmö stad');
  expect(await names('FORSKOLE')).toEqual(['Malmö stad: Förskoleförvaltningen']);
  expect(await names('forvalt')).toEqual(['Malmö stad: Förskoleförvaltningen']);
  expect(await names('malmö försk')).toEqual(['Malmö stad: Förskoleförvaltningen']);
  expect(await names('100%')).toEqual([]);
  expect(await refusalOf(olle, SEARCH, { search: 'ma' })).toBe('search/too-short');
});

test('[A3] whoever has stepped in adds one, the same is not added twice, and nobody else adds any', async () => {
  const id = await add('Region Skåne');
  expect(await refusalOf(olle, ADD, { name: 'region skane' })).toBe('organisation/exists');
  expect((await olle.asks(ADD, { name: 'Vården', parentId: id })).addOrganisation.parent).toEqual({ name: 'Region Skåne' });
  expect(await refusalOf(here.people.nobody(), ADD, { name: 'Ingen' })).toBe('session/none');
  for (const name of ['Samtidigt', 'Samtidigt igen', 'Samtidigt en sista gång']) {
    const at = await Promise.all(Array.from({ length: 12 }, () => olle.ask(ADD, { name })));
    expect(at.filter((answer) => answer.data)).toHaveLength(1);
  }
});

test('[A3] a renamed organisation is found by both names, and the old one can be read', async () => {
  const id = await add('Gatukontoret');
  expect((await olle.asks(RENAME, { id, name: 'Fastighets- och gatukontoret' })).renameOrganisation).toMatchObject({ earlierNames: [{ name: 'Gatukontoret' }] });
  await olle.asks(RENAME, { id, name: 'Mobilitetskontoret' });
  expect(await names('mobilitets')).toEqual(['Mobilitetskontoret']);
  expect(await names('gatukontoret')).toEqual(['Mobilitetskontoret']);
  expect((await olle.asks(ONE, { id })).organisation.earlierNames.map((one: any) => one.name)).toEqual(['Fastighets- och gatukontoret', 'Gatukontoret']);
  expect(await refusalOf(here.people.nobody(), RENAME, { id, name: 'X' })).toBe('session/none');
});

test('[A3] merging takes all that hangs on the one over to the other, and no answer is lost', async () => {
  const [from, into] = [await add('Stadsbyggnad'), await add('Stadsbyggnadskontoret')];
  await add('Kartor', from);
  const both = await anAlliance(olle, { name: 'Båda', organisationIds: [from, into] });
  const one = await anAlliance(olle, { name: 'Den ena', organisationIds: [from] });
  const ANSWER = 'mutation($id: ID!, $mandate: String!) { a: answerForOrganisation(participationId: $id, answer: YES, reason: "Vi har beslut") { id } represent(participationId: $id, mandate: $mandate) { id } }';
  await olle.asks(ANSWER, { id: both.organisations['Stadsbyggnad'], mandate: 'Kartor och planer' });
  await olle.asks(ANSWER, { id: one.organisations['Stadsbyggnad'], mandate: 'Planer' });
  await olle.asks('mutation($id: ID!) { noteInitiative(name: "Vandrande skolbuss", description: "Går", organisationId: $id) { id } }', { id: from });
  const given = await here.db.query(`insert into contribution (alliance_id, text) values ($1, 'Mätt') returning id`, [both.id]);
  await here.db.query('insert into contribution_author (contribution_id, alliance_id, position, actor_id, organisation_id) values ($1, $2, 0, $3, $4), ($1, $2, 1, $4, null)', [given.rows[0].id, both.id, olle.id, from]);
  const PASS = 'mutation($id: ID!, $to: ID!) { passOnCoordinating(coordinatingId: $id, toActorId: $to) { id } }';
  await olle.asks(PASS, { id: one.coordinatingId, to: from });

  const merged = (await olle.asks(MERGE, { from, into })).mergeOrganisations;
  expect(merged).toMatchObject({ id: into, merged: [{ name: 'Stadsbyggnad' }], departments: [{ name: 'Kartor' }] });
  const READ = 'query($id: ID!) { alliance(id: $id) { organisations { actor { id name } standing reason representations { mandate person { name } } } } }';
  for (const [stood, mandate] of [[both, 'Kartor och planer'], [one, 'Planer']] as const) {
    expect((await olle.asks(READ, { id: stood.id })).alliance.organisations).toEqual([
      { actor: { id: into, name: 'Stadsbyggnadskontoret' }, standing: 'TAKES_PART', reason: 'Vi har beslut', representations: [{ mandate, person: { name: 'Olle' } }] },
    ]);
  }
  const standing = (await olle.asks(ONE, { id: from })).organisation;
  expect(standing).toMatchObject({ id: into, alliances: expect.arrayContaining([{ name: 'Båda' }, { name: 'Den ena' }]) });
  expect((await olle.asks('{ initiatives(search: "skolbuss") { organisation { name } } }')).initiatives).toEqual([{ organisation: { name: 'Stadsbyggnadskontoret' } }]);
  const authors = await here.db.query('select actor_id, organisation_id from contribution_author where contribution_id = $1 order by position', [given.rows[0].id]);
  expect(authors.rows).toEqual([{ actor_id: olle.id, organisation_id: into }, { actor_id: into, organisation_id: null }]);
  const { alliance } = await olle.asks('query($id: ID!) { alliance(id: $id) { coordinators { actor { id } } } }', { id: one.id });
  expect(alliance.coordinators).toEqual([{ actor: { id: into } }]);
  expect((await here.db.query('select count(*)::int from participation where actor_id = $1', [from])).rows[0].count).toBe(0);
  expect(await names('stadsbyggnad')).toEqual(['Stadsbyggnadskontoret']);
});

test('[A3] what was merged earlier follows along, and no circle can be made, not even by two at once', async () => {
  const [one, two, three] = [await add('Ett'), await add('Två'), await add('Trea')];
  const part = await add('Del av tre', three);
  await olle.asks(MERGE, { from: one, into: two });
  await olle.asks(MERGE, { from: two, into: three });
  expect((await olle.asks(ONE, { id: one })).organisation.id).toBe(three);
  expect((await olle.asks(ONE, { id: three })).organisation.merged).toEqual([{ name: 'Ett' }, { name: 'Två' }]);
  // Whoever knows it by the name it had before finds it.
  for (const search of ['ett', 'två', 'trea']) expect(await names(search)).toContain('Trea');
  for (const [from, into] of [[three, three], [three, part], [three, one], [one, three]]) {
    expect(await refusalOf(olle, MERGE, { from, into })).toBe('organisation/merged-into-itself');
  }
  for (let round = 0; round < 8; round += 1) {
    const [left, right] = [await add(`Vänster ${round}`), await add(`Höger ${round}`)];
    const both = await Promise.all([refusalOf(olle, MERGE, { from: left, into: right }), refusalOf(olle, MERGE, { from: right, into: left })]);
    expect(both.sort()).toEqual(['organisation/merged-into-itself', undefined]);
  }
  expect(await refusalOf(here.people.nobody(), MERGE, { from: part, into: three })).toBe('session/none');
});

test('[L2] an organisation shows the alliances one may find, and no closed ones or ones by link', async () => {
  const id = await add('Polisen');
  for (const visibility of ['OPEN', 'LINK', 'CLOSED'] as const) {
    const stood = await anAlliance(olle, { name: visibility, visibility, organisationIds: [id] });
    await olle.asks('mutation($id: ID!) { answerForOrganisation(participationId: $id, answer: YES) { id } }', { id: stood.organisations['Polisen'] });
  }
  const seen = async (who: Somebody) => (await who.asks(ONE, { id })).organisation.alliances.map((one: any) => one.name).sort();
  expect(await seen(olle)).toEqual(['CLOSED', 'LINK', 'OPEN']);
  expect(await seen(await here.people.aResident())).toEqual(['OPEN']);
});
