import { expect, test } from '@jest/globals';
import { anAlliance } from '../../test/alliances.js';
import { installed } from '../../test/installed.js';

const here = await installed();

const FORM = `mutation($input: FormAlliance!) { formAlliance(input: $input) {
  id name purpose groundRules visibility formedBy { name } problems { sentence }
  participations { actor { name kind } capacity knows standing }
  coordinators { actor { name } until }
  organisations { actor { name kind } standing }
  gaps { code capacity participation { actor { name } } }
  invitations { way code url email qr { size path } createdBy { name } uses }
  acts { edges { node { verb by { name } } } pageInfo { hasNextPage } }
  rights { verb may whyNot }
} }`;

test('[L1] whoever has stepped in forms an alliance, and nobody else', async () => {
  const amina = await here.people.aResident();
  const { formAlliance: formed } = await amina.asks(FORM, {
    input: {
      name: 'Trygg skolväg', worry: 'Barn vågar inte cykla till skolan.', purpose: 'Se tillsammans', visibility: 'OPEN', capacity: 'RESIDENT',
      knows: 'vägen', newOrganisations: [{ name: 'Trafikkontoret', parentName: 'Umeå kommun' }], emails: ['kim@example.org', 'KIM@example.org'],
      secondCoordinatorEmail: 'kim@example.org',
    },
  });
  expect(formed).toMatchObject({
    name: 'Trygg skolväg', formedBy: { name: 'Amina' }, problems: [{ sentence: 'Barn vågar inte cykla till skolan.' }],
    participations: [{ actor: { name: 'Amina', kind: 'PERSON' }, capacity: 'RESIDENT', knows: 'vägen', standing: 'TAKES_PART' }],
    coordinators: [{ actor: { name: 'Amina' }, until: null }],
    organisations: [{ actor: { name: 'Trafikkontoret', kind: 'ORGANISATION' }, standing: 'INVITED' }],
  });
  expect(formed.gaps.map((gap: { code: string }) => gap.code)).toEqual(['department-unanswered', 'capacity-missing', 'capacity-missing', 'one-coordinator']);
  expect(formed.invitations.map((one: { way: string }) => one.way).sort()).toEqual(['EMAIL', 'LINK']);

  const nobody = await here.people.nobody().ask(FORM, { input: { name: 'x', worry: 'y', visibility: 'OPEN' } });
  expect(nobody.errors?.[0]?.extensions).toMatchObject({ code: 'session/none', rule: 'L1' });
});

test('[L1] the ledger tells of names and reasons as they stand, not of what was left out of them', async () => {
  const olle = await here.people.anOfficial();
  const stood = await anAlliance(olle, { name: `${'\u200B'.repeat(50_000)} Trygg \u202E väg ` });
  await olle.asks('mutation($id: ID!, $reason: String) { layDownCoordinating(coordinatingId: $id, reason: $reason) { id } }', { id: stood.coordinatingId, reason: ` Nu räcker det ${' '.repeat(50_000)}` });
  const { alliance } = await olle.asks('query($id: ID!) { alliance(id: $id) { name acts { edges { node { verb detail } } } } }', { id: stood.id });
  expect(alliance.name).toBe('Trygg väg');
  expect(alliance.acts.edges.map((edge: any) => edge.node)).toEqual([
    { verb: 'coordinating.layDown', detail: { reason: 'Nu räcker det' } },
    { verb: 'alliance.form', detail: { name: 'Trygg väg' } },
  ]);
});
