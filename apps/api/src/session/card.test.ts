import { expect, test } from '@jest/globals';
import { anAlliance, joins, refusalOf } from '../../test/alliances.js';
import type { Somebody } from '../../test/installation.js';
import { installed } from '../../test/installed.js';

const here = await installed();
// Where many come at once: its counters are nobody else's.
const crowded = await installed();

const STEP = 'mutation($name: String!) { stepIn(name: $name) { id comesBack } }';
const MAKE = 'mutation($language: Language!) { makeCard(language: $language) { name words address qr { size } } }';
const BACK = 'mutation($phrase: String!, $leave: Boolean) { comeBack(phrase: $phrase, leaveName: $leave) { id name comesBack } }';
const ME = '{ me { id name comesBack } }';

async function aGuest(name: string): Promise<Somebody & { id: string }> {
  const guest = here.people.nobody();
  const { stepIn } = await guest.asks(STEP, { name });
  return Object.assign(guest, { id: stepIn.id as string });
}

const cardOf = async (who: Somebody, language = 'sv'): Promise<string> => (await who.asks(MAKE, { language })).makeCard.words.join(' ');

test('[E1] a guest makes a card and comes back with it from another phone as the same person, without å, ä and ö too', async () => {
  const guest = await aGuest('Aïsha');
  expect((await guest.asks(ME)).me.comesBack).toBe(false);
  const { makeCard } = await guest.asks(MAKE, { language: 'sv' });
  expect(makeCard).toMatchObject({ name: 'Aïsha', address: `${here.settings.publicUrl}/back` });
  expect([new Set(makeCard.words).size > 1, makeCard.words.length, makeCard.qr.size > 20]).toEqual([true, 6, true]);
  for (const written of [makeCard.words.join(' '), makeCard.words.join('-').toUpperCase(), makeCard.words.join(' ').normalize('NFD').replace(/\p{M}/gu, '')]) {
    expect((await here.people.nobody().asks(BACK, { phrase: written })).comeBack).toEqual({ id: guest.id, name: 'Aïsha', comesBack: true });
  }
  // The one at the first phone is still in.
  expect((await guest.asks(ME)).me).toEqual({ id: guest.id, name: 'Aïsha', comesBack: true });
  const english = await cardOf(guest, 'en');
  expect((await here.people.nobody().asks(BACK, { phrase: english })).comeBack.id).toBe(guest.id);
});

test('[E1] a new card makes the old one worthless, and an old, a guessed and a removed card sound the same', async () => {
  const guest = await aGuest('Siv');
  const old = await cardOf(guest);
  const standing = await cardOf(guest);
  const replaced = await here.people.nobody().ask(BACK, { phrase: old });
  expect(replaced.errors?.[0]?.extensions).toMatchObject({ code: 'card/wrong', rule: 'E1' });
  expect((await here.people.nobody().ask(BACK, { phrase: 'anka anka anka anka anka anka' })).errors).toEqual(replaced.errors);
  expect((await here.people.nobody().ask(BACK, { phrase: standing.split(' ').reverse().join(' ') })).errors).toEqual(replaced.errors);
  await guest.asks('mutation { removeCard(sure: true) { cardMadeAt } }');
  expect((await here.people.nobody().ask(BACK, { phrase: standing })).errors).toEqual(replaced.errors);
  expect(await refusalOf(here.people.nobody(), MAKE, { language: 'sv' })).toBe('session/none');
  expect(await refusalOf(here.people.nobody(), BACK, { phrase: 'anka anka' })).toBe('card/six-words');
});

test('[E1] of twenty cards made at once exactly one leads back', async () => {
  for (let round = 0; round < (process.env['LONG'] === '1' ? 50 : 1); round += 1) {
    const guest = here.people.nobody();
    await guest.asks(STEP, { name: 'Lo' });
    const cards = await Promise.all(Array.from({ length: 20 }, () => cardOf(guest)));
    const codes = await Promise.all(cards.map((phrase) => refusalOf(here.people.nobody(), BACK, { phrase })));
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set([undefined, 'card/wrong']));
  }
}, 300_000);

test('[E5] who cannot come back otherwise is asked before a card takes them to somebody else, and the card does not say who', async () => {
  const moa = await aGuest('Moa');
  const phrase = await cardOf(moa);
  const guest = await aGuest('Kim');
  const asked = await guest.ask(BACK, { phrase });
  expect(asked.errors?.[0]?.extensions).toMatchObject({ code: 'card/other-person', rule: 'E5', with: {} });
  expect(JSON.stringify(asked)).not.toContain('Moa');
  expect((await guest.asks(ME)).me.id).toBe(guest.id);
  expect((await guest.asks(BACK, { phrase, leave: true })).comeBack.name).toBe('Moa');
  // Somebody with a card of their own is not asked.
  const other = await aGuest('Noor');
  await cardOf(other);
  expect((await other.asks(BACK, { phrase })).comeBack.name).toBe('Moa');
});

test('[E1] nothing in the database or the ledger gives the words of a card away', async () => {
  const guest = await aGuest('Tage');
  const words = (await cardOf(guest)).split(' ');
  const { rows: tables } = await here.db.query(`select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`);
  for (const { table_name: table } of tables) {
    const { rows } = await here.db.query(`select count(*)::int as n from "${table}" t where t::text ilike '%' || $1 || '%' or t::text ilike '%' || $2 || '%'`, [words.slice(0, 2).join(' '), words.slice(0, 2).join('-')]);
    expect([table, rows[0].n]).toEqual([table, 0]);
  }
  const { rows } = await here.db.query('select length(hash) as bytes from recovery_card where actor_id = $1', [guest.id]);
  expect(rows).toEqual([{ bytes: 32 }]);
});

test('[E1] sixty phones behind one address join and get a card each within a minute, and none is refused', async () => {
  const stood = await anAlliance(await crowded.people.anOfficial());
  const codes = await Promise.all(Array.from({ length: 60 }, async (_, at) => {
    const phone = crowded.people.nobody();
    await joins(phone, stood.code, `Gäst ${at}`);
    const phrase = await cardOf(phone);
    return [await refusalOf(crowded.people.nobody(), BACK, { phrase: `${phrase} anka` }), await refusalOf(crowded.people.nobody(), BACK, { phrase })];
  }));
  expect(codes).toEqual(codes.map(() => ['card/six-words', undefined]));
}, 60_000);

test('[G4] whoever makes guests at ten times the rate of a workshop is refused', async () => {
  const codes: (string | undefined)[] = [];
  for (let round = 0; round < 30; round += 1) codes.push(...(await Promise.all(Array.from({ length: 20 }, () => refusalOf(crowded.people.nobody(), STEP, { name: 'Robot' })))));
  // The sixty of the workshop came before.
  expect(codes.filter((code) => code === undefined).length).toBeLessThanOrEqual(300);
  expect(codes.filter((code) => code === 'request/too-many').length).toBeGreaterThanOrEqual(300);
}, 60_000);

test('[E1] guessing is stopped after six hundred wrong cards from one place, then also for a card that holds', async () => {
  const phrase = await cardOf(await crowded.people.aResident('Ulla'));
  // What was counted before is put there at once: six hundred slow digests would only show that they are slow.
  const { Haste } = await import('./haste.js');
  const haste = crowded.app.get(Haste, { strict: false });
  for (let wrong = 0; wrong < 598; wrong += 1) await haste.note('wrongPhrase', '127.0.0.1');
  for (let wrong = 0; wrong < 2; wrong += 1) expect(await refusalOf(crowded.people.nobody(), BACK, { phrase: 'anka anka anka anka anka anka' })).toBe('card/wrong');
  expect(await refusalOf(crowded.people.nobody(), BACK, { phrase })).toBe('request/too-many');
});
