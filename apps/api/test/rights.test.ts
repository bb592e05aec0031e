import { expect, test } from '@jest/globals';
import { visibilities } from '@samsyn/domain/shared/enums';
import { anAlliance, refusalOf, type Stood } from './alliances.js';
import { installed } from './installed.js';

const here = await installed();
const olle = await here.people.anOfficial('Olle');
const amina = await here.people.aResident('Amina');

// What each right of an alliance speaks of, done for real.
const acts: Record<string, (stood: Stood) => [query: string, variables?: Record<string, unknown>]> = {
  'alliance.join': ({ id }) => ['mutation($id: ID!) { join(allianceId: $id) { id } }', { id }],
  'alliance.askToJoin': ({ id }) => ['mutation($id: ID!) { askToJoin(allianceId: $id) { id } }', { id }],
  'alliance.decline': ({ id }) => ['mutation($id: ID!) { decline(allianceId: $id) { id } }', { id }],
  'alliance.leave': ({ id }) => ['mutation($id: ID!) { leave(allianceId: $id) { id } }', { id }],
  'alliance.describe': ({ id }) => ['mutation($id: ID!) { describeAlliance(id: $id, purpose: "Se") { id } }', { id }],
  'alliance.invite': ({ id }) => ['mutation($id: ID!) { makeInvitation(allianceId: $id) { id } }', { id }],
  'alliance.inviteOrganisation': ({ id }) => ['mutation($id: ID!, $other: ID!) { inviteOrganisation(allianceId: $id, organisationId: $other) { id } }', { id, other: organisation }],
  'alliance.inviteAlliance': ({ id }) => ['mutation($id: ID!, $other: ID!) { inviteAlliance(allianceId: $id, invitedId: $other) { id } }', { id, other: another.id }],
  'alliance.takeOnCoordinating': ({ id }) => ['mutation($id: ID!) { takeOnCoordinating(allianceId: $id) { id } }', { id }],
  'alliance.nameProblem': ({ id }) => ['mutation($id: ID!) { nameProblem(allianceId: $id, sentence: "Oro") { id } }', { id }],
  'alliance.openFraming': ({ problemId }) => ['mutation($input: OpenFraming!) { openFraming(input: $input) { id } }', { input: { problemId, name: 'Kyla' } }],
  'alliance.give': ({ id }) => ['mutation($input: Give!) { give(input: $input) { id } }', { input: { allianceId: id, text: 'Det drar', kinds: [], howKnown: [] } }],
};
let organisation: string;
let another: Stood;
const standings = [null, 'INVITED', 'ASKED', 'TAKES_PART', 'DECLINED', 'LEFT', 'ASKED_TO_LEAVE'] as const;

for (const visibility of visibilities) {
  test(`[R2] what one is told one may do with an alliance (${visibility}) is what one may do, and why not is why not`, async () => {
    const stood = await anAlliance(olle, { visibility });
    another = await anAlliance(olle);
    organisation = (await olle.asks('mutation($name: String!) { addOrganisation(name: $name) { id } }', { name: `Skolan ${visibility}` })).addOrganisation.id;
    const stands = async (standing: (typeof standings)[number]) => {
      await here.db.query('update coordinating set until = now() where alliance_id = $1 and actor_id = $2', [stood.id, amina.id]);
      await here.db.query('delete from participation where alliance_id = $1 and actor_id = any($2)', [stood.id, [amina.id, organisation, another.id]]);
      if (standing !== null) await here.db.query('insert into participation (alliance_id, actor_id, standing) values ($1, $2, $3)', [stood.id, amina.id, standing]);
    };
    for (const standing of standings) {
      await stands(standing);
      const { alliance, me } = await amina.asks('query($id: ID!) { alliance(id: $id) { id rights { verb may whyNot } } me { participations { alliance { id rights { verb may whyNot } } } } }', { id: stood.id });
      const seen = alliance ?? me.participations.map((one: any) => one.alliance).find((one: any) => one.id === stood.id);
      // A closed one is not even there for somebody outside.
      expect(seen === undefined).toBe(standing === null && visibility === 'CLOSED');
      for (const [verb, act] of Object.entries(acts)) {
        const told = seen?.rights.find((right: any) => right.verb === verb);
        if (told === undefined) continue;
        await stands(standing);
        const done = await refusalOf(amina, ...act(stood));
        expect({ standing, verb, whyNot: done ?? null, may: done === undefined }).toEqual({ standing, verb, whyNot: told.whyNot, may: told.may });
      }
    }
  }, 60_000);
}
