import { expect, test } from '@jest/globals';
import { refusalOf } from '../../test/alliances.js';
import type { Somebody } from '../../test/installation.js';
import { installed } from '../../test/installed.js';
import { aRoom, open, until } from '../../test/room.js';

const here = await installed();

const BACK = 'mutation($phrase: String!) { comeBack(phrase: $phrase) { id } }';
const WAYS = '{ myWays { cardMadeAt email sessions { id device begunAt usedAt here } } }';
const END = 'mutation($id: ID!) { endSession(id: $id) { sessions { id here } } }';
const phone = { 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148 Safari/604.1' };

/** Somebody who is in with as many browsers as wanted. */
async function inWith(browsers: number): Promise<Somebody[]> {
  const first = here.people.nobody();
  const { stepIn } = await first.asks('mutation { stepIn(name: "Aïsha") { id } }');
  const { makeCard } = await first.asks('mutation { makeCard(language: en) { words } }');
  const all = [Object.assign(first, { id: stepIn.id, capacity: 'RESIDENT' })];
  for (let more = 1; more < browsers; more += 1) {
    const next = here.people.nobody();
    await next.ask(BACK, { phrase: makeCard.words.join(' ') }, phone);
    all.push(Object.assign(next, { id: stepIn.id, capacity: 'RESIDENT' }));
  }
  return all;
}

test('[E2] one sees where one is in, in the order one stepped in, and nothing of where from', async () => {
  const [first, second] = (await inWith(2)) as [Somebody, Somebody];
  const { myWays } = await first.asks(WAYS);
  expect(myWays).toMatchObject({ email: null, cardMadeAt: expect.stringMatching(/Z$/) });
  expect(myWays.sessions).toMatchObject([{ device: '', here: true }, { device: 'Safari, iPhone', here: false }]);
  expect((await second.asks(WAYS)).myWays.sessions.map((one: { here: boolean }) => one.here)).toEqual([false, true]);
  const { rows } = await here.db.query('select t::text as kept from session t where actor_id = $1', [first.id]);
  expect(rows.map(({ kept }) => kept).join()).not.toMatch(/127\.0\.0\.1|::1|Mozilla|18_1/);
  expect((await here.people.nobody().asks(WAYS)).myWays).toBeNull();
});

test('[E2] ending one browser ends that one alone, and another person’s is not there', async () => {
  const [first, second, third] = (await inWith(3)) as [Somebody, Somebody, Somebody];
  const ids = (await first.asks(WAYS)).myWays.sessions.map((one: { id: string }) => one.id);
  const stranger = here.people.nobody();
  await stranger.asks('mutation { stepIn(name: "Kim") { id } }');
  expect(await refusalOf(stranger, END, { id: ids[1] })).toBe('not-found');
  expect((await first.asks(END, { id: ids[1] })).endSession.sessions.map((one: { id: string }) => one.id)).toEqual([ids[0], ids[2]]);
  expect([(await second.asks('{ me { id } }')).me, (await third.asks('{ me { id } }')).me]).toEqual([null, { id: first.id }]);
  expect(await refusalOf(first, END, { id: ids[1] })).toBe('not-found');
  expect(await refusalOf(here.people.nobody(), 'mutation { endOtherSessions { email } }')).toBe('session/none');
  expect((await third.asks('mutation { endOtherSessions { sessions { id here } } }')).endOtherSessions.sessions).toEqual([{ id: ids[2], here: true }]);
  expect((await first.asks('{ me { id } }')).me).toBeNull();
});

test('[E2] what an ended browser had open is closed, and nothing that is written after reaches it', async () => {
  const room = await aRoom(here, 'CLOSED');
  const [first, second] = (await inWith(2)) as [Somebody, Somebody];
  await room.takesPart(first);
  const [pen, other] = [open(here.url, first, room.framingId), open(here.url, second, room.framingId)];
  await until('in', () => pen.saved() && other.saved());
  pen.write('Före. ');
  await until('seen', () => other.words().includes('Före.'));
  await first.asks('mutation { endOtherSessions { email } }');
  await until('shown out', () => other.closes.length > 0);
  expect(other.closes[0]).toMatchObject({ code: 4401, reason: 'session/none' });
  pen.write('Efter.');
  await until('saved', async () => (await room.replayed()).includes('Efter.'));
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect([other.words().includes('Efter'), pen.closes]).toEqual([false, []]);
  pen.destroy();
  other.destroy();
});

test('[E5] the last way back is not taken away unasked, another one is', async () => {
  const [guest] = (await inWith(1)) as [Somebody];
  expect(await refusalOf(guest, 'mutation { removeCard { cardMadeAt } }')).toBe('way/last');
  expect(await refusalOf(guest, 'mutation { removeEmail(sure: true) { email } }')).toBe('not-found');
  expect((await guest.asks('{ me { comesBack } }')).me.comesBack).toBe(true);
  await here.db.query(`insert into address (actor_id, email) values ($1, 'aisha@example.org')`, [guest.id]);
  expect((await guest.asks('mutation { removeCard { cardMadeAt email } }')).removeCard).toEqual({ cardMadeAt: null, email: 'aisha@example.org' });
  expect(await refusalOf(guest, 'mutation { removeEmail { email } }')).toBe('way/last');
  expect((await guest.asks('mutation { removeEmail(sure: true) { email } }')).removeEmail).toEqual({ email: null });
  expect((await guest.asks('{ me { comesBack } }')).me.comesBack).toBe(false);
  expect(await refusalOf(here.people.nobody(), 'mutation { removeCard(sure: true) { email } }')).toBe('session/none');
});
