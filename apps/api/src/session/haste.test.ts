import { expect, test } from '@jest/globals';
import { anAlliance, joins, refusalOf } from '../../test/alliances.js';
import { installed } from '../../test/installed.js';

const here = await installed();

const BY_CODE = 'mutation($code: String!) { joinByCode(code: $code, name: "Aïsha") { id } }';

test('[G4] guessing codes is stopped after six hundred wrong ones from one place, while codes that work are not counted', async () => {
  const stood = await anAlliance(await here.people.anOfficial());
  const doors = (codes: readonly string[]) => `{ ${codes.map((code, at) => `d${at}: door(code: "${code}") { name }`).join(' ')} }`;
  for (let round = 0; round < 15; round += 1) await here.people.nobody().asks(doors(Array(10).fill(stood.code)));
  for (let round = 0; round < 59; round += 1) await here.people.nobody().asks(doors(Array.from({ length: 10 }, (_, at) => `0000000${at}`)));
  await joins(here.people.nobody(), stood.code, 'Amina');
  for (let wrong = 0; wrong < 10; wrong += 1) expect(await refusalOf(here.people.nobody(), BY_CODE, { code: '11111111' })).toBe('invitation/spent');
  expect(await refusalOf(here.people.nobody(), BY_CODE, { code: '11111111' })).toBe('request/too-many');
  // Else whoever guesses would learn from being let in.
  expect(await refusalOf(here.people.nobody(), BY_CODE, { code: stood.code })).toBe('request/too-many');
}, 60_000);

test('[M1] sixty phones behind one address sign in by letter, also when each asks twice and forgets the name at first', async () => {
  const ASK = 'mutation($email: String!) { askForSignIn(email: $email, language: sv) }';
  const SIGN_IN = 'mutation($token: String!, $name: String) { signIn(token: $token, name: $name) { name } }';
  const signsIn = async (at: number): Promise<(string | undefined)[]> => {
    const [phone, email] = [here.people.nobody(), `phone${at}@example.org`];
    const asked = [await refusalOf(phone, ASK, { email }), await refusalOf(phone, ASK, { email })];
    const { rows } = await here.db.query('select body from letter where address = $1 limit 1', [email]);
    const token = rows[0].body.match(/sign-in#(\S+)/)[1];
    return [...asked, await refusalOf(phone, SIGN_IN, { token }), await refusalOf(phone, SIGN_IN, { token, name: `Gäst ${at}` })];
  };
  for (let from = 0; from < 60; from += 10) {
    const codes = await Promise.all(Array.from({ length: 10 }, (_, at) => signsIn(from + at)));
    expect(codes).toEqual(codes.map(() => [undefined, undefined, 'sign-in/name-needed', undefined]));
  }
}, 60_000);

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

test('[G4] many who invite the same address do not flood it, and others are still invited', async () => {
  const INVITE = 'mutation($id: ID!, $emails: [String!]!) { inviteByEmail(allianceId: $id, emails: $emails, language: en) { way } }';
  const codes: (string | undefined)[] = [];
  for (let round = 0; round < 22; round += 1) {
    const guest = await here.people.aResident();
    const stood = await anAlliance(guest);
    codes.push(await refusalOf(guest, INVITE, { id: stood.id, emails: ['victim@example.org'] }));
    if (round === 21) expect(await refusalOf(guest, INVITE, { id: stood.id, emails: ['friend@example.org'] })).toBeUndefined();
  }
  expect(codes).toEqual([...Array(20).fill(undefined), 'request/too-many', 'request/too-many']);
}, 60_000);
