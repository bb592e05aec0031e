import { expect, test } from '@jest/globals';
import { anAlliance, joins, refusalOf } from './alliances.js';
import type { Somebody } from './installation.js';
import { installed } from './installed.js';

const here = await installed();
const olle = await here.people.anOfficial('Olle');

const JOIN = 'mutation($id: ID!) { join(allianceId: $id) { standing } }';
const DECLINE = 'mutation($id: ID!) { decline(allianceId: $id) { standing } }';
const ASK = 'mutation($id: ID!) { askToJoin(allianceId: $id) { id } }';
const LEAVE = 'mutation($id: ID!) { leave(allianceId: $id) { standing } }';
const BY_CODE = 'mutation($code: String!) { joinByCode(code: $code) { standing } }';

const notes = async (id: string, verb: string) => (await here.db.query('select count(*)::int as n from ledger_entry where alliance_id = $1 and verb = $2', [id, verb])).rows[0].n;
const invites = (id: string, who: Somebody) => here.db.query(`insert into participation (alliance_id, actor_id, standing) values ($1, $2, 'INVITED')`, [id, who.id]);

test('[L3] who presses twice joins, asks and says no once, invited or not, and no press ends in a fault', async () => {
  for (const invited of [true, false]) {
    for (let round = 0; round < 4; round += 1) {
      const stood = await anAlliance(olle);
      const amina = await here.people.aResident();
      if (invited) await invites(stood.id, amina);
      const codes = await Promise.all([1, 2, 3].map(() => refusalOf(amina, JOIN, { id: stood.id })));
      expect(codes.sort()).toEqual(['alliance/already', 'alliance/already', undefined]);
      expect(await notes(stood.id, 'alliance.join')).toBe(1);
    }
  }
  const stood = await anAlliance(olle, { visibility: 'CLOSED' });
  const amina = await here.people.aResident();
  expect((await Promise.all([1, 2, 3].map(() => refusalOf(amina, ASK, { id: stood.id })))).sort()).toEqual(['alliance/already', 'alliance/already', undefined]);
  expect(await notes(stood.id, 'alliance.askToJoin')).toBe(1);
  const nils = await here.people.aResident();
  await invites(stood.id, nils);
  const said = await Promise.all([1, 2, 3].map(() => refusalOf(nils, DECLINE, { id: stood.id })));
  expect(said.filter((one) => one === undefined)).toHaveLength(1);
  expect(said).not.toContain('fault');
}, 60_000);

test('[L4] joining while leaving ends inside or outside, never in a fault', async () => {
  for (let round = 0; round < 6; round += 1) {
    const stood = await anAlliance(olle);
    const amina = await here.people.aResident();
    await joins(amina, stood.code);
    const codes = await Promise.all([refusalOf(amina, LEAVE, { id: stood.id }), refusalOf(amina, BY_CODE, { code: stood.code }), refusalOf(amina, JOIN, { id: stood.id })]);
    expect(codes).not.toContain('fault');
    const { rows } = await here.db.query('select standing, left_at from participation where alliance_id = $1 and actor_id = $2', [stood.id, amina.id]);
    expect(rows[0].standing === 'LEFT').toBe(rows[0].left_at !== null);
  }
}, 60_000);

test('[L3] two who admit the same person at once: one did it, and everyone sees who', async () => {
  const stood = await anAlliance(olle, { visibility: 'CLOSED' });
  const helping = await Promise.all([1, 2, 3].map(() => here.people.aResident()));
  for (const one of helping) await joins(one, stood.code);
  const asking = await here.people.aResearcher();
  const { askToJoin } = await asking.asks(ASK, { id: stood.id });
  const codes = await Promise.all([olle, ...helping].map((one) => refusalOf(one, 'mutation($id: ID!) { admit(participationId: $id) { id } }', { id: askToJoin.id })));
  expect(codes.filter((one) => one === undefined)).toHaveLength(1);
  expect(codes.filter((one) => one === 'participation/not-asked')).toHaveLength(3);
  expect(await notes(stood.id, 'participation.admit')).toBe(1);
});

test('[L3] sixty phones join by one poster at once, and all of them are in', async () => {
  const stood = await anAlliance(olle);
  const codes = await Promise.all(Array.from({ length: 60 }, (_, at) => refusalOf(here.people.nobody(), 'mutation($code: String!, $name: String!) { joinByCode(code: $code, name: $name) { id } }', { code: stood.code, name: `Gäst ${at}` })));
  expect(codes.filter((one) => one !== undefined)).toEqual([]);
  const { rows } = await here.db.query(`select count(*)::int as n from participation where alliance_id = $1 and standing = 'TAKES_PART'`, [stood.id]);
  expect(rows[0].n).toBe(61);
}, 60_000);

test('[A3] alliances that are formed while organisations are merged name the one that stands, and nothing ends in a fault', async () => {
  const add = async (name: string) => (await olle.asks('mutation($name: String!) { addOrganisation(name: $name) { id } }', { name })).addOrganisation.id as string;
  for (let round = 0; round < 5; round += 1) {
    const [from, into, other] = [await add(`Skolan ${round}`), await add(`Skolor ${round}`), await add(`Parken ${round}`)];
    const FORM = 'mutation($input: FormAlliance!) { formAlliance(input: $input) { id } }';
    const form = (ids: string[], parents: string[]) => refusalOf(olle, FORM, { input: {
      name: 'Ny', worry: 'Oro', visibility: 'OPEN', organisationIds: ids, newOrganisations: parents.map((parentId) => ({ name: `Del ${Math.random()}`, parentId })),
    } });
    const codes = await Promise.all([
      form([from, other], [into, other]), form([other, from], [other, into]), form([from], []),
      refusalOf(olle, 'mutation($from: ID!, $into: ID!) { mergeOrganisations(fromId: $from, intoId: $into) { id } }', { from, into }),
      refusalOf(olle, 'mutation($name: String!, $id: ID!) { addOrganisation(name: $name, parentId: $id) { id } }', { name: `Under ${round}`, id: other }),
      form([into], [from]),
    ]);
    expect(codes).toEqual(codes.map(() => undefined));
    const { rows } = await here.db.query('select count(*)::int as n from participation where actor_id = $1', [from]);
    expect(rows[0].n).toBe(0);
  }
}, 60_000);

test('[A3] merging both ways at once merges one way', async () => {
  const add = async (name: string) => (await olle.asks('mutation($name: String!) { addOrganisation(name: $name) { id } }', { name })).addOrganisation.id as string;
  const [one, two] = [await add('Ena'), await add('Andra')];
  const MERGE = 'mutation($from: ID!, $into: ID!) { mergeOrganisations(fromId: $from, intoId: $into) { id } }';
  const codes = await Promise.all([refusalOf(olle, MERGE, { from: one, into: two }), refusalOf(olle, MERGE, { from: two, into: one })]);
  expect(codes.sort()).toEqual(['organisation/merged-into-itself', undefined]);
});
