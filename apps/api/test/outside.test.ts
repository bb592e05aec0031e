import { expect, test } from '@jest/globals';
import { anAlliance, joins } from './alliances.js';
import { installed } from './installed.js';
import { aRoom, open as opens, until } from './room.js';

const here = await installed();
const olle = await here.people.anOfficial('Olle');
const amina = await here.people.aResident('Amina');
const stranger = await here.people.aResearcher('Rut');

const INVITE = 'mutation($id: ID!, $invited: ID!) { inviteAlliance(allianceId: $id, invitedId: $invited) { id } }';
const ANSWER = 'mutation($id: ID!) { answerForOrganisation(participationId: $id, answer: YES) { id } }';
const LEAVE = 'mutation($id: ID!) { leave(allianceId: $id) { standing } }';
const SEEN = `query($id: ID!) {
  alliance(id: $id) { organisations { actor { id name } } participations(standing: [INVITED, ASKED, TAKES_PART, DECLINED, LATER, LEFT]) { actor { id name } }
    partOf { alliance { id name } } gaps { participation { actor { id name } } } acts(first: 100) { edges { node { verb by { name } subjectId detail } } } }
  alliancePage(id: $id) { organisations { actorId name } people { name } } }`;

test('[L2] an open alliance does not tell outsiders of closed ones and ones by link that were asked to take part in it, or that it takes part in', async () => {
  const open = await anAlliance(olle, { name: 'Öppna' });
  await joins(amina, open.code);
  for (const visibility of ['CLOSED', 'LINK'] as const) {
    const hidden = await anAlliance(olle, { name: `Dold ${visibility}`, visibility });
    for (const [id, invited] of [[open.id, hidden.id], [hidden.id, open.id]]) {
      const { inviteAlliance } = await olle.asks(INVITE, { id, invited });
      for (const answered of [false, true]) {
        if (answered) await olle.asks(ANSWER, { id: inviteAlliance.id });
        for (const who of [stranger, here.people.nobody()]) {
          const seen = JSON.stringify(await who.asks(SEEN, { id: open.id }));
          expect(seen).not.toContain(hidden.id);
          expect(seen).not.toContain(`Dold ${visibility}`);
        }
        // Those who take part see all of it.
        for (const who of [olle, amina]) expect(JSON.stringify(await who.asks(SEEN, { id: open.id }))).toContain(`Dold ${visibility}`);
      }
    }
  }
});

test('[L2] an open alliance tells outsiders of open ones that take part in it', async () => {
  const [one, other] = [await anAlliance(olle, { name: 'Ena' }), await anAlliance(olle, { name: 'Andra' })];
  const { inviteAlliance } = await olle.asks(INVITE, { id: one.id, invited: other.id });
  await olle.asks(ANSWER, { id: inviteAlliance.id });
  const seen = await stranger.asks(SEEN, { id: one.id });
  expect(seen.alliance.organisations).toEqual([{ actor: { id: other.id, name: 'Andra' } }]);
  expect(seen.alliancePage.organisations).toEqual([{ actorId: other.id, name: 'Andra' }]);
  expect((await stranger.asks(SEEN, { id: other.id })).alliance.partOf).toEqual([{ alliance: { id: one.id, name: 'Ena' } }]);
});

test('[L2] who asked, said no or left is between those who take part, in the ledger too', async () => {
  const open = await anAlliance(olle);
  const [nils, siv, eva] = [await here.people.aResident('Nils'), await here.people.aResident('Siv'), await here.people.aResident('Eva')];
  await nils.asks('mutation($id: ID!) { askToJoin(allianceId: $id) { id } }', { id: open.id });
  await nils.asks('mutation($id: ID!) { decline(allianceId: $id) { id } }', { id: open.id });
  await joins(siv, open.code);
  await siv.asks(LEAVE, { id: open.id });
  await joins(eva, open.code);
  const seen = JSON.stringify(await stranger.asks(SEEN, { id: open.id }));
  expect([seen.includes('Nils'), seen.includes('Siv'), seen.includes('Eva')]).toEqual([false, false, true]);
  const inside = JSON.stringify(await olle.asks(SEEN, { id: open.id }));
  expect([inside.includes('Nils'), inside.includes('Siv'), inside.includes('Eva')]).toEqual([true, true, true]);
});

test('[L2] who left a closed alliance keeps what they gave, and reads nothing in it that others wrote', async () => {
  const closed = await anAlliance(olle, { visibility: 'CLOSED' });
  await joins(amina, closed.code);
  const framingId = (await olle.asks('mutation($id: ID!) { openFraming(input: { problemId: $id, name: "Kyla", belongs: "Hemligt" }) { id } }', { id: closed.problemId })).openFraming.id;
  const end = { type: null, tname: 'text', item: null, assoc: 0 };
  const input = { allianceId: closed.id, framingId, text: 'Det drar', kinds: [], howKnown: [], anchor: { start: end, end }, quote: 'Andras hemliga ord' };
  const { give } = await amina.asks('mutation($input: Give!) { give(input: $input) { id } }', { input });
  await olle.asks('mutation($id: ID!) { question(contributionId: $id, about: CLAIM, text: "Hemlig fråga?") { id } }', { id: give.id });
  const READ = 'query($id: ID!) { contribution(id: $id) { text alliance { name purpose } framing { name } passage { quote removed } questions { text } corrections { before } authors { actor { name } } } }';
  expect((await amina.asks(READ, { id: give.id })).contribution).toMatchObject({ passage: { quote: 'Andras hemliga ord' }, questions: [{ text: 'Hemlig fråga?' }] });
  await amina.asks(LEAVE, { id: closed.id });
  expect((await amina.asks(READ, { id: give.id })).contribution).toEqual({
    text: 'Det drar', alliance: { name: 'Trygg skolväg', purpose: '' }, framing: null, passage: null, questions: [], corrections: [], authors: [{ actor: { name: 'Amina' } }],
  });
  expect((await stranger.asks(READ, { id: give.id })).contribution).toBeNull();
  const mine = await amina.asks('{ me { contributions { edges { node { id text passage { quote } questions { text } } } } } }');
  expect(mine.me.contributions.edges.map((edge: any) => edge.node)).toContainEqual({ id: give.id, text: 'Det drar', passage: null, questions: [] });
});

test('[L2] when an open alliance closes, whoever only followed its text is shown out, and those who take part write on', async () => {
  const room = await aRoom(here);
  await room.takesPart(olle);
  const [writing, following] = [opens(here.url, olle, room.framingId), opens(here.url, stranger, room.framingId)];
  await until('both are in', () => writing.saved() && following.provider.isSynced);
  writing.write('Öppet');
  await until('it is seen', () => following.words() === 'Öppet');
  await olle.asks('mutation($id: ID!) { describeAlliance(id: $id, visibility: CLOSED) { id } }', { id: room.allianceId });
  await until('shown out', () => following.closes.some(({ reason }) => reason === 'writing/no-room') && following.denials.length > 0);
  writing.write(' slutet');
  await until('saved', () => writing.saved() && writing.words() === 'Öppet slutet');
  expect(following.words()).toBe('Öppet');
  for (const pen of [writing, following]) pen.destroy();
}, 60_000);
