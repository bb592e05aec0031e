import { expect, test } from '@jest/globals';
import { anAlliance, joins, refusalOf } from '../../test/alliances.js';
import { installed } from '../../test/installed.js';

const here = await installed();
const olle = await here.people.anOfficial('Olle');
const amina = await here.people.aResident('Amina');

const LEAVE = 'mutation($id: ID!) { leave(allianceId: $id) { standing leftAt alliance { name } } }';
const TAKE_ON = 'mutation($id: ID!) { takeOnCoordinating(allianceId: $id, reason: "Min tur") { coordinators { id actor { name } from { name } reason until } } }';
const PASS_ON = 'mutation($id: ID!, $to: ID!) { passOnCoordinating(coordinatingId: $id, toActorId: $to, reason: "Din tur") { coordinators { id actor { name } from { name } reason } } }';
const LAY_DOWN = 'mutation($id: ID!) { layDownCoordinating(coordinatingId: $id) { coordinators { id } gaps { code } } }';
const GIVE = 'mutation($input: Give!) { give(input: $input) { id } }';

test('[L4] one leaves at any time, what one gave stays, and tasks and mandates end', async () => {
  const stood = await anAlliance(olle, { newOrganisations: [{ name: 'Skolan' }] });
  await joins(amina, stood.code);
  const given = (await amina.asks(GIVE, { input: { allianceId: stood.id, text: 'Bilarna stannar inte.', kinds: ['FAMILIARITY'], howKnown: ['LIVED'] } })).give.id;
  const REPRESENT = 'mutation($id: ID!) { represent(participationId: $id, mandate: "Allt om skolan") { id } }';
  await olle.asks('mutation($id: ID!) { answerForOrganisation(participationId: $id, answer: YES) { id } }', { id: stood.organisations['Skolan'] });
  await amina.asks(REPRESENT, { id: stood.organisations['Skolan'] });
  await amina.asks(TAKE_ON, { id: stood.id });
  expect((await amina.asks(LEAVE, { id: stood.id })).leave).toMatchObject({ standing: 'LEFT', leftAt: expect.any(String) });
  const READ = 'query($id: ID!) { alliance(id: $id) { participations { actor { name } } coordinators { actor { name } } organisations { representations { id } } contributions { edges { node { id text authors { actor { name } } } } } } }';
  const { alliance } = await olle.asks(READ, { id: stood.id });
  expect(alliance.participations.map((one: any) => one.actor.name)).toEqual(['Olle', 'Skolan']);
  expect(alliance.coordinators).toEqual([{ actor: { name: 'Olle' } }]);
  expect(alliance.organisations).toEqual([{ representations: [] }]);
  expect(alliance.contributions.edges[0].node).toMatchObject({ id: given, text: 'Bilarna stannar inte.', authors: [{ actor: { name: 'Amina' } }] });
  expect(await refusalOf(amina, LEAVE, { id: stood.id })).toBe('alliance/not-taking-part');
  await joins(amina, stood.code);
  expect((await olle.asks(READ, { id: stood.id })).alliance.participations.map((one: any) => one.actor.name)).toEqual(['Amina', 'Olle', 'Skolan']);
});

test('[L4] whoever left a closed alliance reads it no more and keeps its name among their own', async () => {
  const stood = await anAlliance(olle, { visibility: 'CLOSED', purpose: 'Hemligt' });
  await joins(amina, stood.code);
  expect((await amina.asks(LEAVE, { id: stood.id })).leave.alliance).toEqual({ name: 'Trygg skolväg' });
  expect((await amina.asks('query($id: ID!) { alliance(id: $id) { name } }', { id: stood.id })).alliance).toBeNull();
  const { me } = await amina.asks('{ me { participations { standing alliance { id name purpose contributions { edges { cursor } } balance { total } participations { id } acts { edges { cursor } } invitations { id } gaps { code } similar { worry } } } } }');
  const left = me.participations.find((one: any) => one.alliance.id === stood.id);
  expect(left).toMatchObject({ standing: 'LEFT', alliance: { name: 'Trygg skolväg', purpose: '', participations: [], acts: { edges: [] }, invitations: [], gaps: [], similar: [] } });
});

test('[L4] the last one stays until somebody else takes part, also when two leave at once', async () => {
  const alone = await anAlliance(olle);
  expect(await refusalOf(olle, LEAVE, { id: alone.id })).toBe('alliance/last-one');
  for (let round = 0; round < 5; round += 1) {
    const stood = await anAlliance(olle);
    await joins(amina, stood.code);
    const both = await Promise.all([refusalOf(olle, LEAVE, { id: stood.id }), refusalOf(amina, LEAVE, { id: stood.id })]);
    expect(both.sort()).toEqual(['alliance/last-one', undefined]);
  }
});

test('[L4] one says no to an invitation and takes back what one asked, and nobody does it for another', async () => {
  const stood = await anAlliance(olle, { visibility: 'CLOSED' });
  const nils = await here.people.aResident('Nils');
  const DECLINE = 'mutation($id: ID!) { decline(allianceId: $id, reason: "Hinner inte") { standing reason alliance { name purpose rights { verb may } } } }';
  expect(await refusalOf(nils, DECLINE, { id: stood.id })).toBe('not-found');
  await nils.asks('mutation($id: ID!) { askToJoin(allianceId: $id) { id } }', { id: stood.id });
  expect((await nils.asks(DECLINE, { id: stood.id })).decline).toMatchObject({ standing: 'LEFT', reason: 'Hinner inte', alliance: { purpose: '' } });
  // Nobody has let in who takes back what they asked: the door is as closed as before.
  const JOIN = 'mutation($id: ID!) { join(allianceId: $id) { id } }';
  expect(await refusalOf(nils, JOIN, { id: stood.id })).toBe('alliance/closed');
  expect((await nils.asks('query($id: ID!) { alliance(id: $id) { id } }', { id: stood.id })).alliance).toBeNull();
  await here.db.query(`insert into participation (alliance_id, actor_id, standing) values ($1, $2, 'INVITED')`, [stood.id, amina.id]);
  expect((await amina.asks(DECLINE, { id: stood.id })).decline).toMatchObject({ standing: 'DECLINED' });
  expect(await refusalOf(amina, JOIN, { id: stood.id })).toBeUndefined();
  await amina.asks(LEAVE, { id: stood.id });
  const { alliance } = await olle.asks('query($id: ID!) { alliance(id: $id) { participations(standing: [ASKED]) { id } } }', { id: stood.id });
  expect(alliance.participations).toEqual([]);
  expect(await refusalOf(olle, DECLINE, { id: stood.id })).toBe('alliance/already');
});

test('[L6] coordinating is taken on and passed on by anyone taking part, openly, and never twice at once', async () => {
  const stood = await anAlliance(olle);
  const rut = await here.people.aResearcher('Rut');
  expect(await refusalOf(rut, TAKE_ON, { id: stood.id })).toBe('alliance/not-taking-part');
  for (const one of [amina, rut]) await joins(one, stood.code);
  expect(await refusalOf(olle, TAKE_ON, { id: stood.id })).toBe('coordinating/already');
  const passed = await Promise.all([amina, rut].map((who) => amina.ask(PASS_ON, { id: stood.coordinatingId, to: who.id })));
  expect(passed.filter((answer) => answer.data?.passOnCoordinating)).toHaveLength(1);
  expect(passed.find((answer) => answer.errors)?.errors?.[0]?.extensions).toMatchObject({ code: 'coordinating/not-held', rule: 'L6' });
  const [task] = passed.find((answer) => !answer.errors)?.data.passOnCoordinating.coordinators;
  expect(task).toMatchObject({ from: { name: 'Olle' }, reason: 'Din tur' });
  expect(await refusalOf(amina, PASS_ON, { id: task.id, to: (await here.people.aResident('Nils')).id })).toBe('coordinating/not-taking-part');
  const { layDownCoordinating } = await olle.asks(LAY_DOWN, { id: task.id });
  expect(layDownCoordinating.coordinators).toEqual([]);
  expect(layDownCoordinating.gaps).toContainEqual({ code: 'one-coordinator' });
  const { alliance } = await olle.asks('query($id: ID!) { alliance(id: $id) { acts { edges { node { verb by { name } detail } } } } }', { id: stood.id });
  expect(alliance.acts.edges.slice(0, 2).map((edge: any) => [edge.node.verb, edge.node.by.name])).toEqual([['coordinating.layDown', 'Olle'], ['coordinating.passOn', 'Amina']]);
});

test('[L6] coordinating gives no right that others who take part do not have', async () => {
  const stood = await anAlliance(olle);
  await joins(amina, stood.code);
  const RIGHTS = 'query($id: ID!) { alliance(id: $id) { rights { verb may whyNot } } }';
  expect(await amina.asks(RIGHTS, { id: stood.id })).toEqual(await olle.asks(RIGHTS, { id: stood.id }));
});

test('[L1] whoever takes part describes the alliance and names what worries it; what stood before can be read', async () => {
  const stood = await anAlliance(olle, { purpose: 'Se' });
  const DESCRIBE = 'mutation($id: ID!, $purpose: String) { describeAlliance(id: $id, purpose: $purpose) { name purpose acts { edges { node { verb detail } } } } }';
  const NAME = 'mutation($id: ID!, $sentence: String!) { nameProblem(allianceId: $id, sentence: $sentence) { sentence namedBy { name } } }';
  expect(await refusalOf(amina, DESCRIBE, { id: stood.id, purpose: 'Ta över' })).toBe('alliance/not-taking-part');
  expect(await refusalOf(amina, NAME, { id: stood.id, sentence: 'Annat' })).toBe('alliance/not-taking-part');
  await joins(amina, stood.code);
  const { describeAlliance } = await amina.asks(DESCRIBE, { id: stood.id, purpose: 'Se tillsammans' });
  expect(describeAlliance).toMatchObject({ name: 'Trygg skolväg', purpose: 'Se tillsammans' });
  expect(describeAlliance.acts.edges[0].node).toMatchObject({ verb: 'alliance.describe', detail: { before: { purpose: 'Se' } } });
  expect((await amina.asks(NAME, { id: stood.id, sentence: 'Snön plogas upp på cykelbanan.' })).nameProblem).toEqual({ sentence: 'Snön plogas upp på cykelbanan.', namedBy: { name: 'Amina' } });
  expect(await refusalOf(amina, NAME, { id: stood.id, sentence: 'x'.repeat(401) })).toBe('text/too-long');
});
