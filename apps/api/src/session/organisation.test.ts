import { afterAll, expect, test } from '@jest/globals';
import { refusalOf } from '../../test/alliances.js';
import type { Installation, Somebody } from '../../test/installation.js';
import { installed } from '../../test/installed.js';
import { aForger, aRealProvider } from '../../test/provider.js';

const publicUrl = 'http://127.0.0.1:4499';
const back = `${publicUrl}/sign-in/organisation/back`;
const real = await aRealProvider(back);
const forger = await aForger();
afterAll(() => Promise.all([real.close(), forger.close()]));
const here = await installed({ publicUrl, oidcIssuer: real.issuer, oidcClientId: real.clientId, oidcClientSecret: real.secret });
const forged = await installed({ publicUrl, oidcIssuer: forger.issuer, oidcClientId: 'samsyn' });
const away = await installed({ publicUrl, oidcIssuer: 'http://127.0.0.1:1', oidcClientId: 'samsyn' });

const ENTER = 'mutation($proof: String!, $name: String, $leave: Boolean) { enterWithOrganisation(proof: $proof, name: $name, leaveName: $leave) { id name guest email comesBack } }';
const ME = '{ me { id name } }';

const sentTo = async (who: Somebody, path: string): Promise<string> => (await who.fetch(path, { redirect: 'manual' })).headers.get('location') ?? '';
const pathOf = (address: string) => address.slice(publicUrl.length);
const proofIn = (address: string) => /^\/sign-in\/enter#([\w-]{43})$/.exec(address)?.[1] ?? '';

/** Goes over to the real provider and back; what a press would use. */
async function proofOf(who: Somebody, subject: string): Promise<string> {
  return proofIn(await sentTo(who, pathOf(await real.signIn(await sentTo(who, '/sign-in/organisation'), subject))));
}

/** A browser twice. */
function twin(at: Installation, who: Somebody): Somebody {
  return Object.assign(at.people.nobody(), { cookie: who.cookie });
}

test('[E3] somebody new steps in by their organisation, says what they are called, and comes back as the same person', async () => {
  const siv = here.people.nobody();
  expect((await siv.asks('{ organisationSignIn { label address } }')).organisationSignIn).toEqual({ label: 'Step in with your organisation', address: '/sign-in/organisation' });
  const way = new URL(await sentTo(siv, '/sign-in/organisation'));
  expect(Object.fromEntries(way.searchParams)).toMatchObject({ scope: 'openid', response_type: 'code', code_challenge_method: 'S256', redirect_uri: back, client_id: 'samsyn' });
  const proof = await proofOf(siv, 'siv');
  expect(await refusalOf(siv, ENTER, { proof })).toBe('sign-in/name-needed');
  const { enterWithOrganisation: came } = await siv.asks(ENTER, { proof, name: 'Siv' });
  expect(came).toMatchObject({ name: 'Siv', guest: false, email: null, comesBack: true });
  expect(await refusalOf(siv, ENTER, { proof, name: 'Siv' })).toBe('sign-in/spent');
  const elsewhere = here.people.nobody();
  expect((await elsewhere.asks(ENTER, { proof: await proofOf(elsewhere, 'siv') })).enterWithOrganisation.id).toBe(came.id);
  const { rows } = await here.db.query('select t::text as kept from organisation_sign_in t where actor_id = $1', [came.id]);
  expect([rows.length, rows[0].kept.includes(real.issuer), rows[0].kept.includes('siv')]).toEqual([1, true, false]);
  // How one stepped in grants nothing: nothing of it is told to others or with any right.
  expect((await elsewhere.asks('{ myWays { organisations { issuer } } }')).myWays.organisations).toEqual([{ issuer: real.issuer }]);
});

test('[E5] whoever is in gets one more way, and one that is somebody else’s is refused without saying whose', async () => {
  const guest = here.people.nobody();
  const { stepIn } = await guest.asks('mutation { stepIn(name: "Aïsha") { id } }');
  expect((await guest.asks(ENTER, { proof: await proofOf(guest, 'aisha') })).enterWithOrganisation).toMatchObject({ id: stepIn.id, name: 'Aïsha', comesBack: true });
  const other = here.people.nobody();
  await other.asks('mutation { stepIn(name: "Kim") { id } }');
  const proof = await proofOf(other, 'aisha');
  const asked = await other.ask(ENTER, { proof });
  expect([asked.errors?.[0]?.extensions, JSON.stringify(asked).includes('Aïsha')]).toEqual([{ code: 'organisation/other-person', rule: 'E5', with: {} }, false]);
  expect((await other.asks(ME)).me.name).toBe('Kim');
  expect((await other.asks(ENTER, { proof, leave: true })).enterWithOrganisation.id).toBe(stepIn.id);
  const { myWays } = await other.asks('{ myWays { organisations { id } } }');
  const REMOVE = 'mutation($id: ID!, $sure: Boolean) { removeOrganisationSignIn(id: $id, sure: $sure) { organisations { id } } }';
  expect(await refusalOf(here.people.nobody(), REMOVE, { id: myWays.organisations[0].id })).toBe('session/none');
  expect(await refusalOf(other, REMOVE, { id: myWays.organisations[0].id })).toBe('way/last');
  expect((await other.asks(REMOVE, { id: myWays.organisations[0].id, sure: true })).removeOrganisationSignIn.organisations).toEqual([]);
});

test('[E3] a state that is replayed, foreign, guessed, expired or missing leads to nobody, all with the same answer', async () => {
  const siv = here.people.nobody();
  const to = pathOf(await real.signIn(await sentTo(siv, '/sign-in/organisation'), 'siv'));
  const stranger = here.people.nobody();
  await sentTo(stranger, '/sign-in/organisation');
  const guessed = new URL(to, publicUrl);
  guessed.searchParams.set('state', 'x'.repeat(43));
  const answers = [await sentTo(here.people.nobody(), to), await sentTo(stranger, to), await sentTo(siv, guessed.pathname + guessed.search), await sentTo(siv, '/sign-in/organisation/back')];
  const proof = proofIn(await sentTo(siv, to));
  expect(proof).not.toBe('');
  answers.push(await sentTo(siv, to));
  const late = pathOf(await real.signIn(await sentTo(siv, '/sign-in/organisation'), 'siv'));
  await here.db.query(`update sign_in_round set expires_at = now() - interval '1 second' where used_at is null`);
  answers.push(await sentTo(siv, late));
  expect(answers).toEqual(answers.map(() => '/sign-in?no=refused'));
  expect(await refusalOf(stranger, ENTER, { proof, name: 'Tjuv' })).toBe('sign-in/spent');
  await here.db.query(`update sign_in_round set expires_at = now() - interval '1 second'`);
  expect(await refusalOf(siv, ENTER, { proof, name: 'Siv' })).toBe('sign-in/spent');
});

test('[E3] of twenty uses of one state at once, and of one proof, exactly one leads in', async () => {
  const { Haste } = await import('./haste.js');
  const haste = forged.app.get(Haste, { strict: false });
  for (let round = 0; round < (process.env['LONG'] === '1' ? 1_000 : 10); round += 1) {
    // The limits for one place are meant for people.
    for (const what of ['round', 'wrongLink'] as const) await haste.forget(what, '127.0.0.1');
    const siv = forged.people.nobody();
    const way = new URL(await sentTo(siv, '/sign-in/organisation'));
    forger.nonce = way.searchParams.get('nonce') ?? '';
    const to = `/sign-in/organisation/back?code=x&state=${way.searchParams.get('state')}`;
    const proofs = (await Promise.all(Array.from({ length: 20 }, () => sentTo(twin(forged, siv), to)))).map(proofIn).filter((proof) => proof !== '');
    expect(proofs).toHaveLength(1);
    const came = await Promise.all(Array.from({ length: 20 }, () => twin(forged, siv).ask(ENTER, { proof: proofs[0], name: 'Siv' })));
    expect(came.filter(({ data }) => data?.enterWithOrganisation)).toHaveLength(1);
  }
}, 600_000);

test('[E3] a token is believed only with the right issuer, audience, nonce, subject, time and signature', async () => {
  const tells = async (says: (right: Record<string, unknown>) => Record<string, unknown>, signs: typeof forger.signs = 'its key'): Promise<boolean> => {
    Object.assign(forger, { says, signs });
    const siv = forged.people.nobody();
    const way = new URL(await sentTo(siv, '/sign-in/organisation'));
    forger.nonce = way.searchParams.get('nonce') ?? '';
    const to = await sentTo(siv, `/sign-in/organisation/back?code=x&state=${way.searchParams.get('state')}`);
    if (proofIn(to) === '') expect(to).toBe('/sign-in?no=refused');
    return proofIn(to) !== '';
  };
  expect(await tells((right) => right)).toBe(true);
  const without = (claim: string) => (right: Record<string, unknown>) => Object.fromEntries(Object.entries(right).filter(([name]) => name !== claim));
  const lies: Record<string, (right: Record<string, unknown>) => Record<string, unknown>> = {
    'another issuer': (right) => ({ ...right, iss: 'https://login.example.org' }),
    'issuer with a slash more': (right) => ({ ...right, iss: `${String(right['iss'])}/` }),
    'another audience': (right) => ({ ...right, aud: 'somebody' }),
    'audience among others': (right) => ({ ...right, aud: ['samsyn', 'somebody'], azp: 'samsyn' }),
    'another nonce': (right) => ({ ...right, nonce: 'x' }),
    'run out': (right) => ({ ...right, iat: Number(right['iat']) - 7_200, exp: Number(right['exp']) - 7_200 }),
    'empty subject': (right) => ({ ...right, sub: '' }),
    'subject that is no text': (right) => ({ ...right, sub: false }),
    ...Object.fromEntries(['iss', 'aud', 'sub', 'nonce', 'exp', 'iat'].map((claim) => [`without ${claim}`, without(claim)])),
  };
  const believed: Record<string, boolean> = {};
  for (const [lie, says] of Object.entries(lies)) believed[lie] = await tells(says);
  believed['signed by another'] = await tells((right) => right, 'another key');
  believed['not signed'] = await tells((right) => right, 'not at all');
  expect(Object.entries(believed).filter(([, was]) => was)).toEqual([]);
  expect(await tells((right) => right)).toBe(true);
}, 60_000);

test('[E3] when the provider does not answer that is said, and the other doors stand open', async () => {
  const siv = away.people.nobody();
  expect(await sentTo(siv, '/sign-in/organisation')).toBe('/sign-in?no=away');
  expect(await refusalOf(siv, 'mutation { stepIn(name: "Siv") { id } }')).toBeUndefined();
  const none = await away.db.query('select count(*)::int as n from sign_in_round');
  expect(none.rows[0].n).toBe(0);
});
