import { expect, test } from '@jest/globals';
import { anAlliance, joins, refusalOf } from '../../test/alliances.js';
import type { Somebody } from '../../test/installation.js';
import { installed } from '../../test/installed.js';

const here = await installed();
const [amina, olle, rut] = [await here.people.aResident('Amina'), await here.people.anOfficial('Olle'), await here.people.aResearcher('Rut')];

const ROUND = `{ id state wording proposal outcome { passed why consent reservation objection notAnswered } responses { id choice reason by { id } onBehalfOf writtenDownBy { id } objection condition } notAnswered { id } }`;
const CALL = `mutation($input: CallRound!) { callRound(input: $input) ${ROUND} }`;
const RESPOND = `mutation($input: Respond!) { respond(input: $input) { receipt round ${ROUND} } }`;
const call = async (who: Somebody, allianceId: string, more: Record<string, unknown>) => (await who.asks(CALL, { input: { allianceId, proposal: 'Så gör vi', ...more } })).callRound;
const respond = (who: Somebody, roundId: string, choice: string, more: Record<string, unknown> = {}) => who.ask(RESPOND, { input: { roundId, wording: 1, choice, ...more } });
const read = async (who: Somebody, id: string) => (await who.asks(`query($id: ID!) { round(id: $id) ${ROUND} }`, { id })).round;
const close = (id: string) => ['mutation($id: ID!) { closeRound(id: $id) { id state } }', { id }] as const;
const together = async () => {
  const stood = await anAlliance(amina);
  await joins(olle, stood.code);
  await joins(rut, stood.code);
  return stood;
};

test('[D1] [D3] [D4] [D7] an objection is answered by a changed proposal, all are asked anew, and what is decided happens', async () => {
  const stood = await together();
  expect(await refusalOf(await here.people.aResident(), CALL, { input: { allianceId: stood.id, subject: 'GOAL', proposal: 'Nej' } })).toBe('alliance/not-taking-part');
  const round = await call(olle, stood.id, { subject: 'VISIBILITY', visibility: 'CLOSED' });
  expect((await respond(amina, round.id, 'OBJECTION')).errors?.[0]?.extensions.code).toBe('round/harm-needed');
  await respond(amina, round.id, 'OBJECTION', { reason: 'Grannarna hittar inte hit' });
  expect(await refusalOf(olle, ...close(round.id))).toBe('round/not-yet');
  await rut.asks('mutation($id: ID!) { rewordRound(roundId: $id, wording: 1, proposal: "Så gör vi till maj") { id } }', { id: round.id });
  expect((await respond(olle, round.id, 'CONSENT')).errors?.[0]?.extensions.code).toBe('round/reworded');
  for (const who of [amina, olle, rut]) await respond(who, round.id, 'CONSENT', { wording: 2 });
  await respond(rut, round.id, 'RESERVATION', { wording: 2, onBehalfOf: 'Siv på trean', reason: 'Jag undrar' });
  await olle.asks(...close(round.id));
  const decided = await read(rut, round.id);
  expect(decided).toMatchObject({ state: 'PASSED', outcome: { passed: true, consent: 3, reservation: 1, objection: 0, notAnswered: 0 } });
  expect(decided.responses.find((one: any) => one.choice === 'OBJECTION')).toMatchObject({ reason: 'Grannarna hittar inte hit', by: { id: amina.id } });
  expect(decided.responses.find((one: any) => one.onBehalfOf !== null)).toMatchObject({ onBehalfOf: 'Siv på trean', by: null, writtenDownBy: { id: rut.id } });
  expect((await amina.asks('query($id: ID!) { alliance(id: $id) { visibility } }', { id: stood.id })).alliance.visibility).toBe('CLOSED');
});

test('[D7] [L9] whoever is asked to leave is heard, goes, and comes back when invited anew; a subject that changed does nothing', async () => {
  const stood = await together();
  const { alliance } = await amina.asks('query($id: ID!) { alliance(id: $id) { participations { id actor { id } } } }', { id: stood.id });
  const ruts = alliance.participations.find((one: any) => one.actor.id === rut.id).id;
  const [round, twice] = [await call(amina, stood.id, { subject: 'ASK_TO_LEAVE', subjectId: ruts }), await call(olle, stood.id, { subject: 'ASK_TO_LEAVE', subjectId: ruts })];
  for (const one of [round, twice]) {
    await respond(rut, one.id, 'OBJECTION', { reason: 'Jag vill vara med' });
    for (const who of [amina, olle]) await respond(who, one.id, 'CONSENT');
  }
  for (const one of [round, twice]) await amina.asks(...close(one.id));
  expect([(await read(amina, round.id)).state, (await read(amina, twice.id)).state]).toEqual(['PASSED', 'SUBJECT_CHANGED']);
  expect(await refusalOf(rut, 'mutation($code: String!) { joinByCode(code: $code) { id } }', { code: stood.code })).toBe('alliance/asked-to-leave');
  const back = await call(amina, stood.id, { subject: 'COME_BACK', subjectId: ruts });
  for (const who of [amina, olle]) await respond(who, back.id, 'CONSENT');
  await amina.asks(...close(back.id));
  expect((await rut.asks('mutation($id: ID!) { join(allianceId: $id) { standing } }', { id: stood.id })).join.standing).toBe('TAKES_PART');
});

test('[D5] [L8] time ends a round by itself, too few is no decision, and an alliance that has ended is reopened by a round', async () => {
  const stood = await together();
  const few = await call(amina, stood.id, { subject: 'GOAL' });
  await respond(amina, few.id, 'CONSENT');
  await here.db.query('update round set closes_at = now() where id = $1', [few.id]);
  expect((await respond(olle, few.id, 'CONSENT')).errors?.[0]?.extensions.code).toBe('round/closed');
  expect(await read(olle, few.id)).toMatchObject({ state: 'NOT_PASSED', outcome: { why: 'TOO_FEW', notAnswered: 2 } });
  for (const subject of ['END', 'REOPEN']) {
    const round = await call(olle, stood.id, { subject });
    for (const who of [amina, olle, rut]) await respond(who, round.id, 'CONSENT');
    await rut.asks(...close(round.id));
    expect(await refusalOf(amina, 'mutation($id: ID!) { nameProblem(allianceId: $id, sentence: "Oro") { id } }', { id: stood.id })).toBe(subject === 'END' ? 'alliance/ended' : undefined);
  }
});

test('[D2] [D4] [D6] a question is answered, an objection is carried on a condition its author accepts, and how it went is said', async () => {
  const stood = await together();
  const round = await call(amina, stood.id, { subject: 'RECOMMENDATION', reviewOn: '2020-01-01' });
  await olle.asks('mutation($id: ID!) { askInRound(roundId: $id, text: "När?") { id } }', { id: round.id });
  for (const who of [amina, olle]) await respond(who, round.id, 'CONSENT');
  const { data } = await respond(rut, round.id, 'OBJECTION', { reason: 'De minsta glöms' });
  const objection = data.respond.round.responses.find((one: any) => one.choice === 'OBJECTION').id;
  await olle.asks('mutation($id: ID!) { offerCondition(responseId: $id, condition: "De minsta först") { id } }', { id: objection });
  const SETTLE = 'mutation($id: ID!) { settleObjection(responseId: $id, carry: true) { id } }';
  expect(await refusalOf(olle, SETTLE, { id: objection })).toBe('round/not-yours');
  await rut.asks(SETTLE, { id: objection });
  await amina.asks(...close(round.id));
  expect((await read(olle, round.id)).responses.find((one: any) => one.id === objection)).toMatchObject({ objection: 'CARRIED', condition: 'De minsta först', reason: 'De minsta glöms' });
  await olle.asks('mutation($id: ID!) { reviewRound(id: $id, words: "Det höll") { review } }', { id: round.id });
});

test('[D8] of a secret answer nobody reads whose it is; its receipt changes it', async () => {
  const stood = await together();
  const rules = await call(amina, stood.id, { subject: 'ROUND_RULES', quorumPercent: 67, days: 3, secret: true });
  for (const who of [amina, olle, rut]) await respond(who, rules.id, 'CONSENT');
  await amina.asks(...close(rules.id));
  const round = await call(amina, stood.id, { subject: 'GOAL' });
  const { receipt } = (await respond(rut, round.id, 'RESERVATION', { reason: 'Hm' })).data.respond;
  expect((await read(amina, round.id)).responses).toEqual([]);
  expect((await respond(rut, round.id, 'CONSENT')).errors?.[0]?.extensions.code).toBe('round/receipt-needed');
  expect((await respond(rut, round.id, 'CONSENT', { receipt })).errors).toBeUndefined();
  expect((await here.db.query('select person_id, entered_by_id, at from round_response where round_id = $1', [round.id])).rows).toEqual([{ person_id: null, entered_by_id: null, at: null }]);
});

test('[D5] closing while answers arrive never miscounts: the tally is what is stored', async () => {
  const stood = await together();
  const people = [amina, olle, rut];
  let differ = 0;
  for (let n = 0; n < (process.env['LONG'] === '1' ? 1_000 : 40); n += 1) {
    const round = await call(amina, stood.id, { subject: 'GOAL' });
    // Half of the rounds end by their time, half by somebody who ends them as soon as everybody has answered.
    const byTime = n % 2 === 0;
    if (byTime) await here.db.query(`update round set closes_at = clock_timestamp() + interval '25 milliseconds' where id = $1`, [round.id]);
    else await Promise.all(people.map((who) => respond(who, round.id, 'CONSENT')));
    const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
    const answers = [...people, ...people, ...people, ...people].map(async (who, at) => later(at * 3).then(() => respond(who, round.id, (at + n) % 2 === 0 ? 'CONSENT' : 'RESERVATION')));
    const ends = Array.from({ length: 4 }, async (_, at) => later(at * 8 + (n % 7)).then(() => (byTime ? read(rut, round.id) : rut.ask(...close(round.id)))));
    await Promise.all([...answers, ...ends]);
    await here.db.query(`update round set closes_at = clock_timestamp() where id = $1 and state = 'OPEN'`, [round.id]);
    const { outcome } = await read(amina, round.id);
    const stored = (await here.db.query(`select count(*)::int as n from round_response where round_id = $1 and choice = 'CONSENT'`, [round.id])).rows[0].n;
    const all = (await here.db.query('select count(*)::int as n from round_response where round_id = $1', [round.id])).rows[0].n;
    if (outcome.consent !== stored || outcome.consent + outcome.reservation !== all || outcome.notAnswered !== 3 - all) differ += 1;
  }
  expect(differ).toBe(0);
});
