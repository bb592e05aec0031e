import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Somebody } from '../../test/installation.js';
import { installed } from '../../test/installed.js';
import { aRoom } from '../../test/room.js';

const here = await installed();
const resident = await here.people.aResident();
const official = await here.people.anOfficial();
const researcher = await here.people.aResearcher();
const stranger = await here.people.aResident('Utanför');
const open = await aRoom(here, 'OPEN');
const closed = await aRoom(here, 'CLOSED');
await open.takesPart(resident, official, researcher);
await closed.takesPart(resident, official);

const fields = `id state text kinds howKnown statedAuthor approval sourceUrl invented withdrawnAt tacit telling { saw }
  authors { actor { name } capacity organisation { name } } writtenDownBy { name } framing { name } passage { quote }
  corrections { before kindsBefore by { name } } questions { text answer } media { id } rights { verb may whyNot }`;
const give = (who: Somebody, input: Record<string, unknown>) =>
  who.ask(`mutation ($input: Give!) { give(input: $input) { ${fields} } }`, { input: { allianceId: open.allianceId, text: 'Det drar i trapphuset.', kinds: [], howKnown: [], ...input } });
const given = async (who: Somebody, input: Record<string, unknown> = {}) => {
  const answer = await give(who, input);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data.give;
};
const act = (who: Somebody, name: 'withdraw' | 'approve', id: string) => who.ask(`mutation ($id: ID!) { ${name}(id: $id) { ${fields} } }`, { id });
const correct = (who: Somebody, id: string, input: Record<string, unknown>) =>
  who.ask(`mutation ($id: ID!, $input: Correct!) { correct(id: $id, input: $input) { ${fields} } }`, { id, input });
const read = async (who: Somebody, id: string) => (await who.asks(`query ($id: ID!) { contribution(id: $id) { ${fields} } }`, { id })).contribution;
const code = (answer: { errors?: { extensions: { code: string } }[] }) => answer.errors?.[0]?.extensions.code;
const mayOf = (one: { rights: { verb: string; may: boolean }[] }) => one.rights.filter((right) => right.may).map((right) => right.verb);

test('[C1] whoever takes part says what they know, and it carries them and their capacity', async () => {
  const one = await given(resident, { framingId: open.framingId, kinds: ['FAMILIARITY', 'FACTS', 'FACTS'], howKnown: ['LIVED'] });
  expect(one).toMatchObject({
    state: 'GIVEN', kinds: ['FACTS', 'FAMILIARITY'], howKnown: ['LIVED'], approval: 'NOT_NEEDED', framing: { name: 'Kyla' },
    authors: [{ actor: { name: 'Amina' }, capacity: 'RESIDENT', organisation: null }], writtenDownBy: null,
  });
  const ledger = await here.db.query(`select verb, actor_id, detail from ledger_entry where subject_id = $1`, [one.id]);
  expect(ledger.rows).toMatchObject([{ verb: 'alliance.give', actor_id: resident.id }]);
  expect(JSON.stringify(ledger.rows[0].detail)).not.toContain('trapphuset');
});

test('[C1] who does not take part is told so; in a closed alliance it sounds as if there were none', async () => {
  expect(code(await give(stranger, {}))).toBe('alliance/not-taking-part');
  expect(code(await give(here.people.nobody(), {}))).toBe('session/none');
  const unknown = await give(stranger, { allianceId: randomUUID() });
  expect((await give(stranger, { allianceId: closed.allianceId })).errors).toEqual(unknown.errors);
  expect(code(unknown)).toBe('not-found');
  expect(code(await give(resident, { framingId: closed.framingId }))).toBe('not-found');
});

test('[C1] what was sent twice with one key is one contribution, and nobody else can take the key', async () => {
  const key = randomUUID();
  const [one, two] = await Promise.all([given(resident, { key }), given(resident, { key })]);
  expect(one.id).toBe(key);
  expect(two.id).toBe(key);
  expect((await here.db.query('select count(*)::int as n from contribution where id = $1', [key])).rows[0].n).toBe(1);
  expect((await here.db.query('select count(*)::int as n from ledger_entry where subject_id = $1', [key])).rows[0].n).toBe(1);
  expect(code(await give(official, { key, text: 'Mitt' }))).toBe('not-found');
});

test('[C1] a text that cannot be stored or is too long is refused by name, and nothing is stored', async () => {
  expect(code(await give(resident, { text: 'a\u0000b' }))).toBe('text/not-allowed');
  expect(code(await give(resident, { text: 'x'.repeat(20_001) }))).toBe('text/too-long');
  expect(code(await give(resident, { text: '' }))).toBe('contribution/empty');
  expect(code(await give(resident, { kinds: ['WISDOM'] }))).toBe('request/wrong');
  expect(code(await give(resident, { sourceUrl: 'javascript:alert(1)' }))).toBe('url/wrong');
  expect(code(await give(resident, { allianceId: "' or 1=1" }))).toBe('not-found');
});

test('[C2] what is hard to put in words is noted as held, with what helps to tell it', async () => {
  const telling = { situation: 'Kvällar', saw: 'Rost', did: '', newcomer: '' };
  expect(await given(resident, { text: '', tacit: true, telling })).toMatchObject({ tacit: true, telling: { saw: 'Rost' }, text: '' });
});

test('[C9] what another can do is noted without words and waits for them; who does not take part notes nothing', async () => {
  const held = await given(official, { text: '', tacit: true, saidByActorId: resident.id });
  expect(held).toMatchObject({ text: '', tacit: true, approval: 'NOT_YET', authors: [{ actor: { name: 'Amina' }, capacity: 'RESIDENT' }], writtenDownBy: { name: expect.any(String) } });
  expect((await act(resident, 'approve', held.id)).data.approve).toMatchObject({ approval: 'APPROVED' });
  expect(await given(official, { text: '', tacit: true, saidByName: 'Rut', saidByCapacity: 'RESIDENT' })).toMatchObject({
    text: '', statedAuthor: 'Rut', authors: [{ actor: null, capacity: 'RESIDENT' }],
  });
  expect(code(await give(official, { text: '', saidByName: 'Rut' }))).toBe('contribution/empty');
  expect(code(await give(stranger, { text: '', tacit: true, saidByName: 'Rut' }))).toBe('alliance/not-taking-part');
});

test('[C5] what is said by another who takes part waits until they approve the wording', async () => {
  const one = await given(official, { saidByActorId: resident.id, text: 'Det luktar i källaren.' });
  expect(one).toMatchObject({ approval: 'NOT_YET', authors: [{ actor: { name: 'Amina' }, capacity: 'RESIDENT' }], writtenDownBy: { name: 'Olle' } });
  expect(code(await act(official, 'approve', one.id))).toBe('contribution/not-yours');
  expect(code(await correct(researcher, one.id, { text: 'Annat' }))).toBe('contribution/not-yours');
  expect((await correct(official, one.id, { text: 'Det luktar bränt i källaren.' })).data.correct).toMatchObject({ approval: 'NOT_YET' });
  expect(mayOf(await read(resident, one.id))).toEqual(expect.arrayContaining(['contribution.approve', 'contribution.correct', 'contribution.withdraw']));
  expect((await act(resident, 'approve', one.id)).data.approve).toMatchObject({ approval: 'APPROVED' });
  expect(code(await act(resident, 'approve', one.id))).toBe('contribution/nothing-to-approve');
  expect(code(await correct(official, one.id, { text: 'Nu mitt' }))).toBe('contribution/not-yours');
});

test('[C5] one who knows it too does not approve the words of the one who said it, also not by correcting them', async () => {
  const one = await given(official, { saidByActorId: resident.id, coAuthorIds: [researcher.id], text: 'Det luktar i hissen.' });
  expect(code(await act(researcher, 'approve', one.id))).toBe('contribution/not-yours');
  expect(mayOf(await read(researcher, one.id))).not.toContain('contribution.approve');
  expect((await correct(researcher, one.id, { text: 'Det luktar bränt i hissen.' })).data.correct).toMatchObject({ approval: 'NOT_YET' });
  expect((await act(resident, 'approve', one.id)).data.approve).toMatchObject({ approval: 'APPROVED' });
  const stated = await given(official, { saidByName: 'Greta', coAuthorIds: [researcher.id] });
  expect(code(await act(researcher, 'approve', stated.id))).toBe('contribution/not-yours');
});

test('[C5] what is said by somebody who is not here keeps both names and stays marked', async () => {
  const one = await given(official, { saidByName: 'Greta i port 3', saidByCapacity: 'RESIDENT' });
  expect(one).toMatchObject({ statedAuthor: 'Greta i port 3', approval: 'NOT_YET', authors: [{ actor: null, capacity: 'RESIDENT' }], writtenDownBy: { name: 'Olle' } });
  expect(code(await give(official, { saidByActorId: stranger.id }))).toBe('not-found');
});

test('[C1] several authors are all authors: each may correct, and nobody beside them', async () => {
  const one = await given(resident, { coAuthorIds: [researcher.id] });
  expect(one.authors).toEqual([
    { actor: { name: 'Amina' }, capacity: 'RESIDENT', organisation: null },
    { actor: { name: 'Rut' }, capacity: 'RESEARCHER', organisation: null },
  ]);
  expect((await correct(researcher, one.id, { kinds: ['SKILL'] })).data.correct).toMatchObject({ kinds: ['SKILL'], corrections: [{ kindsBefore: [], by: { name: 'Rut' } }] });
  expect(code(await correct(official, one.id, { kinds: ['FACTS'] }))).toBe('contribution/not-yours');
});

test('[L5] one speaks for an organisation only where one represents it', async () => {
  const { rows } = await here.db.query(`insert into actor (kind, name) values ('ORGANISATION', 'Miljöförvaltningen') returning id`);
  const organisationId = rows[0].id as string;
  await here.db.query('insert into organisation (id) values ($1)', [organisationId]);
  const part = await here.db.query(`insert into participation (alliance_id, actor_id, standing) values ($1, $2, 'TAKES_PART') returning id`, [open.allianceId, organisationId]);
  await here.db.query('insert into representation (participation_id, person_id) values ($1, $2)', [part.rows[0].id, official.id]);
  expect((await given(official, { organisationId })).authors[0]).toEqual({ actor: { name: 'Olle' }, capacity: 'OFFICIAL', organisation: { name: 'Miljöförvaltningen' } });
  expect(code(await give(resident, { organisationId }))).toBe('contribution/organisation');
  await here.db.query('update representation set ended_at = now()');
  expect(code(await give(official, { organisationId }))).toBe('contribution/organisation');
  await here.db.query('update representation set ended_at = null, until = current_date - 1');
  expect(code(await give(official, { organisationId }))).toBe('contribution/organisation');
});

test('[C3] what is withdrawn is really gone, and the place says so', async () => {
  const text = 'Nyckeln till pannrummet ligger alltid under krukan.';
  const one = await given(resident, { text, kinds: ['SKILL'], howKnown: ['PRACTISED'], language: 'sv', sourceUrl: 'https://example.org/pannrum', sourceText: 'Skylten i pannrummet',
    framingId: open.framingId, anchor: { start: {}, end: {} }, quote: 'vid pannrummet', telling: { situation: 'Pannrummet', saw: '', did: '', newcomer: '' } });
  await correct(resident, one.id, { text: `${text} Säg inget.` });
  const { question } = await official.asks('mutation ($id: ID!, $text: String!) { question(contributionId: $id, about: CLAIM, text: $text) { id } }', { id: one.id, text: 'Du skriver "ligger alltid under krukan". Hur vet du det?' });
  await resident.asks('mutation ($id: ID!) { answerQuestion(id: $id, answer: "Jag har själv lagt den under krukan.", outcome: KEPT) { id } }', { id: question.id });
  expect(code(await act(official, 'withdraw', one.id))).toBe('contribution/not-yours');
  expect((await act(resident, 'withdraw', one.id)).data.withdraw).toMatchObject({ state: 'WITHDRAWN', text: '', kinds: [], sourceUrl: null, telling: null, corrections: [] });
  expect(await read(official, one.id)).toMatchObject({ state: 'WITHDRAWN', questions: [{ text: 'Du skriver "[…]". Hur vet du det?', answer: null }] });
  const { rows } = await here.db.query(`select string_agg(row::text, ' ') as all from (
    select c::text as row from contribution c union all select c::text from correction c union all select q::text from question q
    union all select m::text from media m union all select l::text from ledger_entry l) everything`);
  expect(rows[0].all).not.toMatch(/krukan|pannrum/i);
  const left = await here.db.query('select kinds::text[] as kinds, how_known::text[] as how, language, anchor from contribution where id = $1', [one.id]);
  expect(left.rows).toEqual([{ kinds: [], how: [], language: null, anchor: null }]);
});

test('[C3] an id in capital letters is the same id: what was done is answered as done', async () => {
  const one = await given(resident, { framingId: open.framingId });
  expect((await correct(resident, one.id.toUpperCase(), { text: 'Nu så' })).data.correct).toMatchObject({ id: one.id, text: 'Nu så' });
  expect((await act(resident, 'withdraw', one.id.toUpperCase())).data.withdraw).toMatchObject({ id: one.id, state: 'WITHDRAWN' });
  const REFRAME = 'mutation ($id: ID!) { reframe(framingId: $id, field: BELONGS, text: "Trapphuset", reason: "Så") { id belongs } }';
  expect((await resident.asks(REFRAME, { id: open.framingId.toUpperCase() })).reframe).toEqual({ id: open.framingId, belongs: 'Trapphuset' });
});

test('[R3] acting on what is withdrawn sounds as acting on what never was', async () => {
  const one = await given(resident);
  await act(resident, 'withdraw', one.id);
  const never = randomUUID();
  for (const who of [resident, official]) {
    for (const attempt of [(id: string) => act(who, 'withdraw', id), (id: string) => act(who, 'approve', id), (id: string) => correct(who, id, { text: 'Nytt' })]) {
      expect((await attempt(one.id)).errors).toEqual((await attempt(never)).errors);
    }
  }
  expect(mayOf(await read(resident, one.id))).toEqual(['contribution.read']);
});

test('[R3] a contribution in a closed alliance is nowhere to be found from outside', async () => {
  const one = await given(resident, { allianceId: closed.allianceId });
  expect(await read(stranger, one.id)).toBeNull();
  expect(await read(here.people.nobody(), one.id)).toBeNull();
  expect(await read(official, one.id)).toMatchObject({ id: one.id });
  expect((await correct(stranger, one.id, { text: 'x' })).errors).toEqual((await correct(stranger, randomUUID(), { text: 'x' })).errors);
});

test('[L4] one who has left a closed alliance still sees and takes back what they gave there', async () => {
  const leaver = await here.people.aResident('Går');
  await closed.takesPart(leaver);
  const one = await given(leaver, { allianceId: closed.allianceId, framingId: closed.framingId });
  await here.db.query(`update participation set standing = 'LEFT' where actor_id = $1`, [leaver.id]);
  const { me } = await leaver.asks('{ me { contributions { total edges { node { id framing { name } alliance { contributions { total } balance { total } } } } } } }');
  expect(me.contributions).toEqual({ total: 1, edges: [{ node: { id: one.id, framing: null, alliance: { contributions: { total: 0 }, balance: { total: 0 } } } }] });
  expect((await act(leaver, 'withdraw', one.id)).data.withdraw.state).toBe('WITHDRAWN');
});

test('[R1] a resident, an official and a researcher may do the same with the same things', async () => {
  const own = await Promise.all([resident, official, researcher].map(async (who) => mayOf(await given(who))));
  expect(new Set(own.map((verbs) => verbs.join())).size).toBe(1);
  const one = await given(resident);
  expect(mayOf(await read(official, one.id))).toEqual(mayOf(await read(researcher, one.id)));
});

test('[C7] a passage keeps its words, and shows when they are gone', async () => {
  const gone = await given(resident, { framingId: open.framingId, anchor: { start: {}, end: {} }, quote: 'kallt i trapphuset' });
  expect(gone.passage).toEqual({ quote: 'kallt i trapphuset' });
  const { contribution } = await resident.asks('query ($id: ID!) { contribution(id: $id) { passage { removed } } }', { id: gone.id });
  expect(contribution.passage.removed).toBe(true);
  expect(code(await give(resident, { anchor: { start: {} }, quote: 'utan problembild' }))).toBe('request/wrong');
});

test('[S4] what somebody invented gives is marked as invented, and what others give is not', async () => {
  await here.db.query('update actor set invented = true where id = $1', [researcher.id]);
  expect([(await given(researcher)).invented, (await given(resident)).invented]).toEqual([true, false]);
  await here.db.query('update actor set invented = false where id = $1', [researcher.id]);
});
