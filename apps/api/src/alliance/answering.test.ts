import { expect, test } from '@jest/globals';
import { anAlliance, joins, refusalOf } from '../../test/alliances.js';
import { installed } from '../../test/installed.js';

const here = await installed();
const olle = await here.people.anOfficial('Olle');
const amina = await here.people.aResident('Amina');

const INVITE = 'mutation($id: ID!, $who: ID!, $reason: String) { inviteOrganisation(allianceId: $id, organisationId: $who, reason: $reason) { id standing reason invitedBy { name } } }';
const INVITE_ALLIANCE = 'mutation($id: ID!, $who: ID!) { inviteAlliance(allianceId: $id, invitedId: $who) { id standing invitedBy { name } } }';
const ANSWER = 'mutation($id: ID!, $answer: OrganisationAnswer!, $reason: String) { answerForOrganisation(participationId: $id, answer: $answer, reason: $reason) { standing reason answeredAt } }';
const REPRESENT = 'mutation($id: ID!, $mandate: String!, $personId: ID, $until: Day) { represent(participationId: $id, mandate: $mandate, personId: $personId, until: $until) { representations { id mandate until ended person { name } } } }';
const READ = `query($id: ID!) { alliance(id: $id) { gaps { code participation { actor { name } } }
  participations { actor { id name kind } standing capacity speaksFor { name } rights { verb may } }
  organisations { id actor { name kind } standing reason } acts(first: 50) { edges { node { verb by { name } detail } } } } }`;

const gapsOf = async (id: string) => (await olle.asks(READ, { id })).alliance.gaps.filter((gap: any) => gap.participation !== null).map((gap: any) => gap.code);

test('[L5] a department is invited, answers with a reason, and is represented by a named person with a mandate until a day', async () => {
  const stood = await anAlliance(olle, { newOrganisations: [{ name: 'Trafikkontoret', parentName: 'Staden' }] });
  await joins(amina, stood.code);
  const id = stood.organisations['Trafikkontoret'] as string;
  expect(await gapsOf(stood.id)).toEqual(['department-unanswered']);
  expect((await amina.asks(ANSWER, { id, answer: 'LATER', reason: 'Efter sommaren' })).answerForOrganisation).toMatchObject({ standing: 'LATER', reason: 'Efter sommaren' });
  expect(await gapsOf(stood.id)).toEqual([]);
  expect((await olle.asks(ANSWER, { id, answer: 'NO', reason: '' })).answerForOrganisation).toMatchObject({ standing: 'DECLINED', reason: '' });
  await olle.asks(ANSWER, { id, answer: 'YES', reason: 'Nu går det' });
  expect(await gapsOf(stood.id)).toEqual(['department-unrepresented']);
  const { represent } = await olle.asks(REPRESENT, { id, mandate: 'Får lova trafikmätningar', until: '2020-01-01' });
  expect(represent.representations).toEqual([{ id: expect.any(String), mandate: 'Får lova trafikmätningar', until: '2020-01-01', ended: true, person: { name: 'Olle' } }]);
  expect(await gapsOf(stood.id)).toEqual(['mandate-ended']);
  await olle.asks(REPRESENT, { id, mandate: 'Får lova trafikmätningar', until: '2099-01-01' });
  expect(await gapsOf(stood.id)).toEqual([]);
  const { alliance } = await amina.asks(READ, { id: stood.id });
  expect(alliance.participations.find((one: any) => one.actor.name === 'Olle').speaksFor).toEqual([{ name: 'Trafikkontoret' }]);
  const answers = alliance.acts.edges.map((edge: any) => edge.node).filter((act: any) => act.verb === 'participation.answer');
  expect(answers.map((act: any) => [act.by.name, act.detail.answer])).toEqual([['Olle', 'YES'], ['Olle', 'NO'], ['Amina', 'LATER']]);
});

test('[L5] those outside neither answer nor represent, and only those who take part are named', async () => {
  const stood = await anAlliance(olle, { newOrganisations: [{ name: 'Miljökontoret' }] });
  const id = stood.organisations['Miljökontoret'];
  const rut = await here.people.aResearcher();
  expect(await refusalOf(rut, ANSWER, { id, answer: 'YES' })).toBe('alliance/not-taking-part');
  expect(await refusalOf(rut, REPRESENT, { id, mandate: 'Allt' })).toBe('alliance/not-taking-part');
  expect(await refusalOf(olle, REPRESENT, { id, mandate: 'Allt', personId: rut.id })).toBe('representation/not-taking-part');
  expect(await refusalOf(olle, REPRESENT, { id, mandate: ' ' })).toBe('text/empty');
  const { represent } = await olle.asks(REPRESENT, { id, mandate: 'Mätningar' });
  const END = 'mutation($id: ID!) { endRepresentation(id: $id) { representations { id } } }';
  expect(await refusalOf(rut, END, { id: represent.representations[0].id })).toBe('alliance/not-taking-part');
  expect((await olle.asks(END, { id: represent.representations[0].id })).endRepresentation.representations).toEqual([]);
  expect(await refusalOf(olle, END, { id: represent.representations[0].id })).toBe('representation/ended');
});

test('[L5] any participant invites, whoever declined may be asked again, and whoever takes part is not asked twice', async () => {
  const stood = await anAlliance(olle);
  const organisation = (await olle.asks('mutation { addOrganisation(name: "Skolan") { id } }')).addOrganisation.id;
  expect(await refusalOf(amina, INVITE, { id: stood.id, who: organisation })).toBe('alliance/not-taking-part');
  await joins(amina, stood.code);
  const invited = (await amina.asks(INVITE, { id: stood.id, who: organisation, reason: 'Ni har barnen' })).inviteOrganisation;
  expect(invited).toMatchObject({ standing: 'INVITED', reason: 'Ni har barnen', invitedBy: { name: 'Amina' } });
  await olle.asks(ANSWER, { id: invited.id, answer: 'NO' });
  expect((await olle.asks(INVITE, { id: stood.id, who: organisation })).inviteOrganisation).toMatchObject({ id: invited.id, standing: 'INVITED' });
  await olle.asks(ANSWER, { id: invited.id, answer: 'YES' });
  expect(await refusalOf(olle, INVITE, { id: stood.id, who: organisation })).toBe('alliance/already');
});

test('[A1] an alliance takes part in another by the same relation, and those who take part in it answer for it', async () => {
  const inviting = await anAlliance(olle, { name: 'Hela staden', visibility: 'CLOSED' });
  const invited = await anAlliance(amina, { name: 'Vår gata', visibility: 'LINK' });
  const closed = await anAlliance(amina, { name: 'Vår port', visibility: 'CLOSED' });
  expect(await refusalOf(olle, INVITE_ALLIANCE, { id: inviting.id, who: closed.id })).toBe('not-found');
  expect(await refusalOf(olle, INVITE_ALLIANCE, { id: inviting.id, who: inviting.id })).toBe('alliance/already');
  const participation = (await olle.asks(INVITE_ALLIANCE, { id: inviting.id, who: invited.id })).inviteAlliance;
  // What may be done is sent with the object: those within may answer, those outside may not.
  const RIGHTS = 'query($id: ID!) { alliance(id: $id) { partOf { rights { verb may } } } }';
  const mayAnswer = async (who: typeof amina) => (await who.asks(RIGHTS, { id: invited.id })).alliance.partOf[0]?.rights.filter((right: any) => right.may).map((right: any) => right.verb);
  expect([await mayAnswer(amina), await mayAnswer(olle)]).toEqual([['participation.answer'], ['participation.answer', 'participation.represent']]);
  const PART_OF = 'query($id: ID!) { alliance(id: $id) { partOf { id standing alliance { name participations { id } } } } }';
  expect((await amina.asks(PART_OF, { id: invited.id })).alliance.partOf).toEqual([{ id: participation.id, standing: 'INVITED', alliance: { name: 'Hela staden', participations: [] } }]);
  expect((await here.people.nobody().asks(PART_OF, { id: invited.id })).alliance.partOf).toEqual([]);
  expect(await refusalOf(await here.people.aResearcher(), ANSWER, { id: participation.id, answer: 'YES' })).toBe('not-found');
  expect((await amina.asks(ANSWER, { id: participation.id, answer: 'YES', reason: 'Gärna' })).answerForOrganisation).toMatchObject({ standing: 'TAKES_PART', reason: 'Gärna' });
  const { alliance } = await olle.asks(READ, { id: inviting.id });
  expect(alliance.organisations).toMatchObject([{ actor: { name: 'Vår gata', kind: 'ALLIANCE' }, standing: 'TAKES_PART' }]);
  expect(alliance.acts.edges[0].node).toMatchObject({ verb: 'participation.answer', by: { name: 'Amina' } });
  // Amina answered for her alliance, and does not by that take part herself.
  expect((await amina.asks(READ, { id: inviting.id })).alliance).toBeNull();
});

test('[A1] whatever kind of actor takes part, the same acts on the participation are known, and coordinating can be passed to each', async () => {
  const own = await anAlliance(amina, { name: 'Grannar' });
  const stood = await anAlliance(olle, { newOrganisations: [{ name: 'Biblioteket' }] });
  await joins(amina, stood.code);
  const other = (await olle.asks(INVITE_ALLIANCE, { id: stood.id, who: own.id })).inviteAlliance.id;
  for (const id of [stood.organisations['Biblioteket'], other]) await olle.asks(ANSWER, { id, answer: 'YES' });
  const { participations } = (await olle.asks(READ, { id: stood.id })).alliance;
  expect(participations.map((one: any) => one.actor.kind)).toEqual(['PERSON', 'ORGANISATION', 'ALLIANCE', 'PERSON']);
  expect(participations.map((one: any) => one.actor.name)).toEqual(['Amina', 'Biblioteket', 'Grannar', 'Olle']);
  const verbs = participations.map((one: any) => one.rights.map((right: any) => right.verb));
  for (const known of verbs) expect(known).toEqual(verbs[0]);
  let task = stood.coordinatingId;
  for (const { actor } of participations.slice(0, 3)) {
    const PASS = 'mutation($id: ID!, $to: ID!) { passOnCoordinating(coordinatingId: $id, toActorId: $to) { coordinators { id actor { name } } } }';
    const { coordinators } = (await olle.asks(PASS, { id: task, to: actor.id })).passOnCoordinating;
    expect(coordinators.map((one: any) => one.actor.name)).toEqual([actor.name]);
    task = coordinators[0].id;
  }
});
