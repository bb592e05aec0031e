import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { anAlliance, joins, refusalOf, type Stood } from './alliances.js';
import { anInstallation, type Installation, type Somebody } from './installation.js';

let here: Installation;
let stood: Stood;
let everyone: Somebody[];
const capacities = ['RESEARCHER', 'OFFICIAL', 'RESIDENT', null] as const;
const titles = ['', 'Professor ', 'Kommunstyrelsens ordförande '];

// Alike in everything but capacity, title, having an address, having formed the alliance and coordinating it.
beforeAll(async () => {
  here = await anInstallation();
  const forming = await here.people.anOfficial('Olle');
  stood = await anAlliance(forming, { visibility: 'CLOSED', newOrganisations: [{ name: 'Skolan' }] });
  everyone = [forming];
  for (const title of titles) {
    for (const capacity of capacities) {
      const guest = here.people.nobody();
      await guest.asks('mutation($code: String!, $name: String!, $capacity: Capacity) { joinByCode(code: $code, name: $name, speaking: { capacity: $capacity }) { id } }', {
        code: stood.code, name: `${title}Kim`, capacity,
      });
      everyone.push(guest);
    }
  }
  const helping = await here.people.aResident('Amina');
  await joins(helping, stood.code);
  await helping.asks('mutation($id: ID!) { takeOnCoordinating(allianceId: $id) { id } }', { id: stood.id });
  everyone.push(helping);
});
afterAll(() => here.close());

const RIGHTS = `query($id: ID!) {
  alliance(id: $id) { rights { verb may whyNot } participations(standing: [TAKES_PART, INVITED]) { id actor { name } rights { verb may whyNot } }
    organisations { id rights { verb may whyNot } } problems { id } invitations { code } coordinators { id } }
  alliancePage(id: $id) { rights { verb may whyNot } people { name } }
  organisations(search: "skolan") { rights { verb may whyNot } } }`;

test('[R1] whoever takes part is answered the same about rights, whatever capacity, title or task they have', async () => {
  const answers = await Promise.all(everyone.map(async (who) => ({ who, seen: await who.asks(RIGHTS, { id: stood.id }) })));
  const others = (seen: any, mine: string) => seen.alliance.participations.filter((one: any) => one.id !== mine);
  const first = answers[0]?.seen;
  for (const { seen } of answers) {
    expect(seen.alliance.rights).toEqual(first.alliance.rights);
    expect(seen.alliance.organisations).toEqual(first.alliance.organisations);
    expect(seen.alliancePage).toEqual(first.alliancePage);
    expect(seen.organisations).toEqual(first.organisations);
    expect(seen.alliance.invitations).toEqual(first.alliance.invitations);
    // Only "is it my own?" may differ between participations.
    const own = seen.alliance.participations.filter((one: any) => one.rights.some((right: any) => right.verb === 'participation.speakAs' && right.may));
    expect(own).toHaveLength(1);
    expect(new Set(others(seen, own[0].id).map((one: any) => JSON.stringify(one.rights))).size).toBeLessThanOrEqual(2);
    expect(seen.alliance.participations.map((one: any) => one.id)).toEqual(first.alliance.participations.map((one: any) => one.id));
  }
});

test('[R1] every act on an alliance is allowed or refused alike, whatever capacity, title or task the one who asks has', async () => {
  const acts: [string, Record<string, unknown>][] = [
    ['mutation($id: ID!) { describeAlliance(id: $id, groundRules: "En i taget") { id } }', { id: stood.id }],
    ['mutation($id: ID!) { makeInvitation(allianceId: $id) { id } }', { id: stood.id }],
    ['mutation($id: ID!) { nameProblem(allianceId: $id, sentence: "Mer som oroar") { id } }', { id: stood.id }],
    ['mutation($id: ID!) { answerForOrganisation(participationId: $id, answer: YES) { id } }', { id: stood.organisations['Skolan'] }],
    ['mutation($id: ID!) { represent(participationId: $id, mandate: "Ord") { id } }', { id: stood.organisations['Skolan'] }],
    ['mutation($input: OpenFraming!) { openFraming(input: $input) { id } }', { input: { problemId: stood.problemId, name: 'En bild' } }],
    ['mutation($input: Give!) { give(input: $input) { id } }', { input: { allianceId: stood.id, text: 'Så är det', kinds: [], howKnown: [] } }],
    ['mutation($id: ID!) { admit(participationId: $id) { id } }', { id: stood.mineId }],
    ['mutation($id: ID!) { passOnCoordinating(coordinatingId: $id, toActorId: $id) { id } }', { id: stood.coordinatingId }],
  ];
  for (const [query, variables] of acts) {
    const codes = new Set<string | undefined>();
    for (const who of everyone) codes.add(await refusalOf(who, query, variables));
    expect({ query, codes: [...codes] }).toEqual({ query, codes: [codes.values().next().value] });
  }
});

test('[R1] lists of people stand in the order of the alphabet, whatever capacity or title they have', async () => {
  const { alliancePage } = await (everyone[0] as Somebody).asks(RIGHTS, { id: stood.id });
  const names = alliancePage.people.map((one: any) => one.name);
  expect(names).toEqual([...names].sort((one: string, two: string) => one.localeCompare(two, 'sv')));
});
