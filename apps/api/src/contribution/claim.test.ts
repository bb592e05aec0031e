import { expect, test } from '@jest/globals';
import { anAlliance, joins } from '../../test/alliances.js';
import { installed } from '../../test/installed.js';

const here = await installed();
const olle = await here.people.anOfficial('Olle');
const stood = await anAlliance(olle, { visibility: 'CLOSED' });
const rut = await here.people.aResearcher('Rut');
await joins(rut, stood.code);

const code = async (who: typeof olle, question: string, values: Record<string, unknown>) => (await who.ask(question, values)).errors?.[0]?.extensions.code;
const writeDown = async (over: Record<string, unknown> = {}): Promise<string> =>
  (await olle.asks('mutation($input: Give!) { give(input: $input) { id } }', { input: { allianceId: stood.id, text: 'Det drar i trapphuset', kinds: [], howKnown: [], saidByName: 'Berta', ...over } })).give.id;
const slip = 'mutation($ids: [ID!]!) { makeSlip(contributionIds: $ids) { code url qr { size } expiresAt contributions { id } } }';
const claim = 'mutation($code: String!, $name: String, $hidden: Boolean) { claim(code: $code, name: $name, protected: $hidden) }';
const shown = 'query($id: ID!) { contribution(id: $id) { text approval statedAuthor authors { actor { name } } writtenDownBy { name } writtenDownAlike { id } alliance { id } rights { verb may } } }';

test('[C20] whoever told it comes with the slip, without e-mail or having been here, and then it is theirs to approve, correct and take back', async () => {
  const [one, two] = [await writeDown(), await writeDown({ text: 'Hissen står' })];
  const { contribution } = await olle.asks(shown, { id: one });
  expect(contribution.writtenDownAlike).toEqual([{ id: two }]);
  const { makeSlip } = await olle.asks(slip, { ids: [one, two] });
  expect(makeSlip).toMatchObject({ code: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{8}$/), url: expect.stringContaining(`/claim#${makeSlip.code}`), contributions: [{ id: one }, { id: two }] });
  const berta = here.people.nobody();
  const typed = `${makeSlip.code.slice(0, 4).toLowerCase()}-${makeSlip.code.slice(4)}`;
  expect(await code(berta, claim, { code: typed })).toBe('sign-in/name-needed');
  expect((await berta.asks(claim, { code: typed, name: 'Berta Berg' })).claim).toEqual([one, two]);
  const { contribution: mine } = await berta.asks(shown, { id: one });
  expect(mine).toMatchObject({ approval: 'NOT_YET', statedAuthor: null, authors: [{ actor: { name: 'Berta Berg' } }], writtenDownBy: { name: 'Olle' }, writtenDownAlike: [], alliance: { id: stood.id } });
  for (const verb of ['contribution.approve', 'contribution.correct', 'contribution.withdraw']) expect(mine.rights).toContainEqual({ verb, may: true });
  expect((await berta.asks('mutation($id: ID!) { approve(id: $id) { approval writtenDownBy { name } } }', { id: one })).approve).toEqual({ approval: 'APPROVED', writtenDownBy: { name: 'Olle' } });
  expect((await berta.asks('mutation($id: ID!) { withdraw(id: $id) { state } }', { id: two })).withdraw.state).toBe('WITHDRAWN');
  const { rows } = await here.db.query(`select subject_id from ledger_entry where verb = 'contribution.claim' and actor_id = (select actor_id from contribution_author where contribution_id = $1) order by id`, [one]);
  expect(rows.map((row) => row.subject_id)).toEqual([one, two]);
});

test('[C20] a code works once, also when twenty try it at the same moment, and is nowhere to be read', async () => {
  const one = await writeDown();
  const { makeSlip } = await olle.asks(slip, { ids: [one] });
  const answers = await Promise.all(Array.from({ length: 20 }, (_none, at) => here.people.nobody().ask(claim, { code: makeSlip.code, name: `Gäst ${at}` })));
  expect(answers.filter((answer) => answer.errors === undefined)).toHaveLength(1);
  expect(new Set(answers.flatMap((answer) => answer.errors?.map((error) => error.extensions.code) ?? []))).toEqual(new Set(['claim/wrong']));
  expect((await here.db.query(`select count(*)::int as n from actor where name like 'Gäst %'`)).rows).toEqual([{ n: 1 }]);
  expect(JSON.stringify((await here.db.query('select * from claim')).rows)).not.toContain(makeSlip.code);
});

test('[C20] wrong, used, expired and replaced codes all sound the same', async () => {
  const one = await writeDown();
  const { makeSlip: first } = await olle.asks(slip, { ids: [one] });
  const { makeSlip: second } = await olle.asks(slip, { ids: [one] });
  await here.people.nobody().asks(claim, { code: first.code, name: 'Berta' });
  const late = await writeDown();
  const { makeSlip: old } = await olle.asks(slip, { ids: [late] });
  await here.db.query(`update claim set expires_at = now() - interval '1 second' where claimed_at is null`);
  const answers = await Promise.all(['00000000', 'x', '', first.code, second.code, old.code].map((given) => here.people.nobody().ask(claim, { code: given, name: 'Kim' })));
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0]?.errors?.[0]?.extensions).toMatchObject({ code: 'claim/wrong', rule: 'C20' });
});

test('[C20] whoever wrote it down can neither claim it nor use the code up; nobody else makes a slip for it', async () => {
  const one = await writeDown();
  expect(await code(rut, slip, { ids: [one] })).toBe('contribution/not-yours');
  expect(await code(await here.people.aResident('Främling'), slip, { ids: [one] })).toBe('not-found');
  const { makeSlip } = await olle.asks(slip, { ids: [one] });
  expect(await code(olle, claim, { code: makeSlip.code })).toBe('claim/own-writing');
  expect((await rut.asks(claim, { code: makeSlip.code })).claim).toEqual([one]);
  expect(await code(olle, slip, { ids: [one] })).toBe('claim/nothing-left');
});

test('[C20] what was taken back meanwhile is not claimed', async () => {
  const one = await writeDown();
  const { makeSlip } = await olle.asks(slip, { ids: [one] });
  await olle.asks('mutation($id: ID!) { withdraw(id: $id) { id } }', { id: one });
  expect(await code(here.people.nobody(), claim, { code: makeSlip.code, name: 'Berta' })).toBe('claim/wrong');
});

test('[C21] at their wish no name is kept of whoever told it, and they claim it all the same, as a resident', async () => {
  const one = await writeDown({ saidByName: 'Sara Hemlig', saidByCapacity: 'OFFICIAL', saidByProtected: true });
  expect((await rut.asks(shown, { id: one })).contribution).toMatchObject({ statedAuthor: 'A resident', authors: [{ actor: null }] });
  const later = await writeDown({ saidByName: 'Sara Hemlig' });
  expect(await code(rut, 'mutation($id: ID!) { leaveOutName(contributionId: $id) { id } }', { id: later })).toBe('contribution/not-yours');
  expect((await olle.asks('mutation($id: ID!) { leaveOutName(contributionId: $id) { statedAuthor authors { capacity } } }', { id: later })).leaveOutName).toEqual({ statedAuthor: 'A resident', authors: [{ capacity: 'RESIDENT' }] });
  const { rows } = await here.db.query(`select (select json_agg(c)::text from contribution c) || (select json_agg(l)::text from ledger_entry l) as all`);
  expect(rows[0].all).not.toContain('Sara');
  const { makeSlip } = await olle.asks(slip, { ids: [one, later] });
  const sara = here.people.nobody();
  expect((await sara.asks(claim, { code: makeSlip.code, hidden: true })).claim).toEqual([one, later]);
  expect((await rut.asks(shown, { id: one })).contribution.authors).toEqual([{ actor: { name: 'A resident' } }]);
});
