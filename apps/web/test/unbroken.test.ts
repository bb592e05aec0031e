import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { browsing, tooWide, type Browsing, type Visitor } from './browser';

let here: Browsing;
let guest: Visitor;
beforeAll(async () => {
  here = await browsing({ examples: false });
  guest = await here.visitor({ name: 'N'.repeat(112) }, { width: 320, height: 640 });
});
afterAll(async () => {
  await here?.close();
});

test('[G5] words without a blank break, and no screen grows wider than the phone', async () => {
  const { formAlliance } = await guest.asks('mutation($input: FormAlliance!) { formAlliance(input: $input) { id problems { id } invitations { code } organisations { id actor { id name } } } }', {
    input: { name: 'A'.repeat(110), worry: 'Å'.repeat(290), purpose: 'S'.repeat(200), groundRules: 'G'.repeat(200), visibility: 'OPEN', newOrganisations: [{ name: 'O'.repeat(110) }], knows: 'K'.repeat(120) },
  });
  const { id, organisations } = formAlliance;
  await guest.asks('mutation($id: ID!) { answerForOrganisation(participationId: $id, answer: YES, reason: "") { id } represent(participationId: $id, mandate: "M") { id } }', { id: organisations[0].id });
  const { openFraming } = await guest.asks('mutation($input: OpenFraming!) { openFraming(input: $input) { id } }', {
    input: { problemId: formAlliance.problems[0].id, name: 'F'.repeat(110), belongs: 'B'.repeat(200) },
  });
  const { give } = await guest.asks('mutation($input: Give!) { give(input: $input) { id } }', {
    input: { allianceId: id, framingId: openFraming.id, text: 'T'.repeat(200), kinds: ['SKILL'], howKnown: ['LIVED'], sourceText: 'K'.repeat(150), sourceUrl: `https://exempel.se/${'x'.repeat(150)}` },
  });
  const paths = ['/', '/me', '/organisations', `/a/${id}`, `/a/${id}/people`, `/a/${id}/knowledge`, `/a/${id}/give`, `/a/${id}/import`, `/f/${openFraming.id}`, `/c/${give.id}`, `/j/${formAlliance.invitations[0].code}`, `/a/${id}/poster/${formAlliance.invitations[0].code}`];
  for (const path of paths) {
    await guest.go(path);
    expect([path, await tooWide(guest.page)]).toEqual([path, 0]);
  }
  expect(guest.faults).toEqual([]);
});
