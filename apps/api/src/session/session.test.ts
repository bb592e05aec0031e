import { expect, test } from '@jest/globals';
import type { Somebody } from '../../test/installation.js';
import { installed } from '../../test/installed.js';
import { randomToken, sha256 } from '../core/secrets.js';

const here = await installed();

const ASK = 'mutation($email: String!) { askForSignIn(email: $email, language: sv) }';
const SIGN_IN = 'mutation($token: String!, $name: String) { signIn(token: $token, name: $name) { id name guest email } }';
const ME = '{ me { id name guest email } }';

/** Opens the newest letter to an address and reads the link's token. */
async function tokenFor(email: string): Promise<string> {
  const { rows } = await here.db.query('select body from letter where address = $1 order by created_at desc limit 1', [email.toLowerCase()]);
  return /\/sign-in#([A-Za-z0-9_-]+)/.exec(rows[0].body)?.[1] ?? '';
}

async function comeBy(email: string, name: string): Promise<Somebody> {
  const browser = here.people.nobody();
  await browser.asks(ASK, { email });
  await browser.asks(SIGN_IN, { token: await tokenFor(email), name });
  return browser;
}

const codeOf = async (answer: ReturnType<Somebody['ask']>) => (await answer).errors?.[0]?.extensions.code;

test('[M1] whoever asks for a letter comes in with its link, and comes back as the same person', async () => {
  const kim = await comeBy('kim@example.org', 'Kim');
  const { me } = await kim.asks(ME);
  expect(me).toMatchObject({ name: 'Kim', guest: false, email: 'kim@example.org' });
  const again = await comeBy('KIM@example.org', 'Somebody else');
  expect((await again.asks(ME)).me).toEqual(me);
});

test('[M1] the answer is the same for a known and an unknown address, and nobody is made by asking', async () => {
  await comeBy('known@example.org', 'Known');
  const before = await here.db.query('select count(*)::int from actor');
  const [known, unknown] = [here.people.nobody(), here.people.nobody()];
  expect(await known.ask(ASK, { email: 'known@example.org' })).toEqual(await unknown.ask(ASK, { email: 'unknown@example.org' }));
  expect((await here.db.query('select count(*)::int from actor')).rows).toEqual(before.rows);
});

test('[M1] a link works only in the browser that asked for it, and not for whoever found it', async () => {
  const asked = here.people.nobody();
  await asked.asks(ASK, { email: 'lo@example.org' });
  const token = await tokenFor('lo@example.org');
  expect(await codeOf(here.people.nobody().ask(SIGN_IN, { token, name: 'Thief' }))).toBe('sign-in/spent');
  const other = here.people.nobody();
  await other.asks(ASK, { email: 'thief@example.org' });
  expect(await codeOf(other.ask(SIGN_IN, { token, name: 'Thief' }))).toBe('sign-in/spent');
  expect((await asked.asks(SIGN_IN, { token, name: 'Lo' })).signIn.name).toBe('Lo');
});

test('[M1] of twenty uses of one link at once, exactly one begins a session', async () => {
  const [many, nonce] = [process.env['LONG'] === '1' ? 1_000 : 50, randomToken()];
  const { Haste } = await import('./haste.js');
  for (let round = 0; round < many; round += 1) {
    // The limit on links that do not work is meant for people.
    await here.app.get(Haste, { strict: false }).forget('wrongLink', '127.0.0.1');
    const token = randomToken();
    await here.db.query(`insert into sign_in_link (email, token_hash, nonce_hash, expires_at) values ($1, $2, $3, now() + interval '10 minutes')`, [`many${round}@example.org`, sha256(token), sha256(nonce)]);
    const tries = await Promise.all(
      Array.from({ length: 20 }, () => Object.assign(here.people.nobody(), { cookie: `sign-in=${nonce}` }).ask(SIGN_IN, { token, name: 'Many' })),
    );
    expect(tries.filter((one) => one.data?.signIn)).toHaveLength(1);
    expect(new Set(tries.filter((one) => one.errors).map((one) => one.errors?.[0]?.extensions.code))).toEqual(new Set(['sign-in/spent']));
  }
  const { rows } = await here.db.query(`select count(*)::int from session s join address d on d.actor_id = s.actor_id where d.email like 'many%@example.org'`);
  expect(rows[0].count).toBe(many);
}, 1_200_000);

test('[M1] a mail program that opens the link uses nothing: the page is fetched, and the link still works', async () => {
  const browser = here.people.nobody();
  await browser.asks(ASK, { email: 'scanned@example.org' });
  const token = await tokenFor('scanned@example.org');
  for (const path of [`/sign-in#${token}`, `/sign-in?token=${token}`]) for (const method of ['GET', 'HEAD']) await here.people.nobody().fetch(path, { method, headers: { accept: 'text/html' } });
  const { rows } = await here.db.query(`select used_at from sign_in_link where email = 'scanned@example.org'`);
  expect(rows).toEqual([{ used_at: null }]);
  expect((await browser.asks(SIGN_IN, { token, name: 'Scanned' })).signIn.name).toBe('Scanned');
});

test('[A4] a name of nothing that is seen, one too long, and one that turns the line round are refused or made harmless', async () => {
  const called = async (name: string) => {
    const { data, errors } = await here.people.nobody().ask('mutation($name: String!) { stepIn(name: $name) { name } }', { name });
    return data?.stepIn?.name ?? errors?.[0]?.extensions.code;
  };
  expect(await Promise.all(['\u200b\u200d\u2060', '\u3164\u2800', 'a'.repeat(300), '\u202eniwdE\u202c', 'Si\u200bv', '\ud800'].map(called)))
    .toEqual(['name/too-short', 'name/too-short', 'text/too-long', 'niwdE', 'Siv', 'text/not-allowed']);
});

test('[M1] a link is spent after ten minutes, and an unknown one sounds the same', async () => {
  const browser = here.people.nobody();
  await browser.asks(ASK, { email: 'late@example.org' });
  const { rows } = await here.db.query(`select extract(epoch from expires_at - created_at)::int as seconds from sign_in_link where email = 'late@example.org'`);
  expect(rows[0].seconds).toBe(600);
  const token = await tokenFor('late@example.org');
  await here.db.query(`update sign_in_link set expires_at = now() - interval '1 second' where email = 'late@example.org'`);
  const late = await browser.ask(SIGN_IN, { token, name: 'Late' });
  expect(late.errors?.[0]?.extensions).toMatchObject({ code: 'sign-in/spent', rule: 'M1' });
  expect((await browser.ask(SIGN_IN, { token: 'x'.repeat(43), name: 'Late' })).errors).toEqual(late.errors);
});

test('[M1] a new person who forgot the name is asked for it, and the link still works', async () => {
  const browser = here.people.nobody();
  await browser.asks(ASK, { email: 'nameless@example.org' });
  const token = await tokenFor('nameless@example.org');
  expect(await codeOf(browser.ask(SIGN_IN, { token }))).toBe('sign-in/name-needed');
  expect((await browser.asks(SIGN_IN, { token, name: 'Noor' })).signIn.name).toBe('Noor');
});

test('[M1] one address gets five letters an hour, known or not', async () => {
  const browser = here.people.nobody();
  for (let sent = 0; sent < 5; sent += 1) await browser.asks(ASK, { email: 'often@example.org' });
  expect(await codeOf(browser.ask(ASK, { email: 'often@example.org' }))).toBe('request/too-many');
  expect(await codeOf(browser.ask(ASK, { email: 'no address' }))).toBe('email/wrong');
});

test('[L3] a guest steps in with a name alone, and an address they prove later lets them come back', async () => {
  const guest = here.people.nobody();
  const { stepIn } = await guest.asks('mutation { stepIn(name: " Aïsha ") { id name guest email } }');
  expect(stepIn).toMatchObject({ name: 'Aïsha', guest: true, email: null });
  await guest.asks(ASK, { email: 'aisha@example.org' });
  const { signIn } = await guest.asks(SIGN_IN, { token: await tokenFor('aisha@example.org') });
  expect(signIn).toEqual({ ...stepIn, guest: false, email: 'aisha@example.org' });
  expect(await codeOf(here.people.nobody().ask('mutation { stepIn(name: "  ") { id } }'))).toBe('name/too-short');
});

test('[M3] a guest keeps the name they have, and is asked before an address takes them to somebody else', async () => {
  await comeBy('taken@example.org', 'Siv');
  const guest = here.people.nobody();
  const { stepIn } = await guest.asks('mutation { stepIn(name: "Aïsha") { id } }');
  await guest.asks(ASK, { email: 'taken@example.org' });
  const token = await tokenFor('taken@example.org');
  expect((await guest.ask(SIGN_IN, { token })).errors?.[0]?.extensions).toMatchObject({ code: 'sign-in/other-person', rule: 'M3' });
  expect((await guest.asks(ME)).me).toEqual({ id: stepIn.id, name: 'Aïsha', guest: true, email: null });
  // The question does not use the letter up; whoever means it goes on with it.
  const LEAVE = SIGN_IN.replace('$name: String', '$name: String, $leave: Boolean').replace('name: $name', 'name: $name, leaveGuest: $leave');
  expect((await guest.asks(LEAVE, { token, leave: true })).signIn).toMatchObject({ name: 'Siv', guest: false, email: 'taken@example.org' });
  // Somebody with an address of their own can come back, and is not asked.
  const moa = await comeBy('moa.two@example.org', 'Moa');
  await moa.asks(ASK, { email: 'taken@example.org' });
  expect((await moa.asks(SIGN_IN, { token: await tokenFor('taken@example.org') })).signIn.name).toBe('Siv');
});

test('[M3] one stays in for as long as one uses the browser: a session is renewed once a day, and one that has ended is not', async () => {
  const guest = here.people.nobody();
  const { stepIn } = await guest.asks('mutation { stepIn(name: "Tage") { id } }');
  const cookieSet = async () => {
    const response = await guest.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: ME }) });
    return response.headers.getSetCookie().find((one) => one.startsWith('sid=')) ?? '';
  };
  const daysLeft = async () => (await here.db.query('select round(extract(epoch from expires_at - now()) / 86400)::int as days from session where actor_id = $1', [stepIn.id])).rows[0].days;
  expect(await cookieSet()).toBe('');
  const { cookie } = guest;
  await here.db.query(`update session set expires_at = now() + interval '3 days' where actor_id = $1`, [stepIn.id]);
  expect(await cookieSet()).toMatch(/Max-Age=2592000;.*HttpOnly/i);
  expect([await daysLeft(), guest.cookie]).toEqual([30, cookie]);
  expect(await cookieSet()).toBe('');
  // Going out is going out, also when it is time to renew.
  const other = here.people.nobody();
  const { stepIn: siv } = await other.asks('mutation { stepIn(name: "Siv") { id } }');
  await here.db.query(`update session set expires_at = now() + interval '3 days' where actor_id = $1`, [siv.id]);
  await other.asks('mutation { signOut }');
  expect(other.cookie).not.toMatch(/sid=/);
  // Neither a session that has run out nor one that was ended is woken.
  await here.db.query(`update session set expires_at = now() - interval '1 second' where actor_id = $1`, [stepIn.id]);
  expect([await cookieSet(), (await guest.asks(ME)).me]).toEqual(['', null]);
  await here.db.query(`update session set expires_at = now() + interval '3 days', ended_at = now() where actor_id = $1`, [stepIn.id]);
  expect([await cookieSet(), (await guest.asks(ME)).me]).toEqual(['', null]);
  expect(await daysLeft()).toBe(3);
});

test('[M1] each sign-in begins a new session, and the one before and the one signed out of are ended', async () => {
  const kim = await comeBy('moa@example.org', 'Moa');
  const first = kim.cookie;
  await kim.asks(ASK, { email: 'moa@example.org' });
  await kim.asks(SIGN_IN, { token: await tokenFor('moa@example.org') });
  const second = kim.cookie;
  expect(second).not.toBe(first);
  const old = here.people.nobody();
  old.cookie = first;
  expect((await old.asks(ME)).me).toBeNull();
  await kim.asks('mutation { signOut }');
  const gone = here.people.nobody();
  gone.cookie = second;
  expect([(await kim.asks(ME)).me, (await gone.asks(ME)).me]).toEqual([null, null]);
});

test('[M1] the token of a session is nowhere in the database, and its cookie is out of reach of scripts', async () => {
  const browser = here.people.nobody();
  const response = await browser.fetch('/graphql', {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: 'mutation { stepIn(name: "Siv") { id } }' }),
  });
  const cookie = response.headers.getSetCookie().find((one) => one.startsWith('sid=')) ?? '';
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  const token = /sid=([^;]+)/.exec(cookie)?.[1] ?? '';
  expect(token).toHaveLength(43);
  const { rows } = await here.db.query(`select count(*)::int from session where encode(token_hash, 'escape') like '%' || $1 || '%' or token_hash = $2`, [token, Buffer.from(token)]);
  expect(rows[0].count).toBe(0);
});

test('[A4] one changes what one is called, and nobody changes it for another', async () => {
  const amina = await here.people.aResident('Amina');
  expect((await amina.asks('mutation { renameMe(name: "Amina B") { name } }')).renameMe).toEqual({ name: 'Amina B' });
  expect(await codeOf(here.people.nobody().ask('mutation { renameMe(name: "Somebody") { name } }'))).toBe('session/none');
});

test('[S1] a real installation has no example people and shows no letters', async () => {
  const amina = await here.people.aResident();
  expect(await amina.asks('{ examplePeople { about } outbox { body } }')).toEqual({ examplePeople: [], outbox: [] });
  expect(await codeOf(amina.ask('mutation($id: ID!) { stepInAs(actorId: $id) { id } }', { id: amina.id }))).toBe('examples/off');
});
