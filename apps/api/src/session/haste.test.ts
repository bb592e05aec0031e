import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { anAlliance, joins, refusalOf } from '../../test/alliances.js';
import { anInstallation, type Installation } from '../../test/installation.js';

let here: Installation;
beforeAll(async () => {
  here = await anInstallation();
});
afterAll(() => here.close());

const BY_CODE = 'mutation($code: String!) { joinByCode(code: $code, name: "Aïsha") { id } }';

test('[G4] guessing codes is stopped after a hundred wrong ones from one place, while codes that work are not counted', async () => {
  const stood = await anAlliance(await here.people.anOfficial());
  const doors = (codes: readonly string[]) => `{ ${codes.map((code, at) => `d${at}: door(code: "${code}") { name }`).join(' ')} }`;
  for (let round = 0; round < 15; round += 1) await here.people.nobody().asks(doors(Array(10).fill(stood.code)));
  for (let round = 0; round < 9; round += 1) await here.people.nobody().asks(doors(Array.from({ length: 10 }, (_, at) => `0000000${at}`)));
  await joins(here.people.nobody(), stood.code, 'Amina');
  for (let wrong = 0; wrong < 10; wrong += 1) expect(await refusalOf(here.people.nobody(), BY_CODE, { code: '11111111' })).toBe('invitation/spent');
  expect(await refusalOf(here.people.nobody(), BY_CODE, { code: '11111111' })).toBe('request/too-many');
  // Else whoever guesses would learn from being let in.
  expect(await refusalOf(here.people.nobody(), BY_CODE, { code: stood.code })).toBe('request/too-many');
});

test('[G4] one person sends no flood of letters', async () => {
  const olle = await here.people.anOfficial();
  const stood = await anAlliance(olle);
  const INVITE = 'mutation($id: ID!, $emails: [String!]!) { inviteByEmail(allianceId: $id, emails: $emails, language: en) { way expiresAt } }';
  const fifty = (round: number) => Array.from({ length: 50 }, (_, at) => `a${round}.${at}@example.org`);
  for (let round = 0; round < 6; round += 1) expect((await olle.asks(INVITE, { id: stood.id, emails: fifty(round) })).inviteByEmail).toHaveLength(50);
  expect(await refusalOf(olle, INVITE, { id: stood.id, emails: ['one@example.org'] })).toBe('request/too-many');
  expect(await refusalOf(olle, INVITE, { id: stood.id, emails: Array(51).fill('a@example.org') })).toBe('list/too-long');
  expect(await refusalOf(await here.people.aResident(), INVITE, { id: stood.id, emails: ['one@example.org'] })).toBe('alliance/not-taking-part');
});
