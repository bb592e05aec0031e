import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Somebody } from '../../test/installation.js';
import { installed } from '../../test/installed.js';
import { aRoom } from '../../test/room.js';

const here = await installed();
const [resident, official, stranger] = [await here.people.aResident(), await here.people.anOfficial(), await here.people.aResearcher()];
const room = await aRoom(here, 'OPEN');
await room.takesPart(resident, official);

const give = async (who: Somebody, input: Record<string, unknown> = {}) =>
  (await who.asks('mutation ($input: Give!) { give(input: $input) { id } }', { input: { allianceId: room.allianceId, text: 'Alla vet det.', kinds: ['FACTS'], howKnown: [], ...input } })).give.id as string;
const ask = (who: Somebody, id: string, about = 'KIND', kinds: string[] = ['FAMILIARITY'], text = 'Är det inte något du levt med?') =>
  who.ask('mutation ($id: ID!, $about: QuestionAbout!, $text: String!, $kinds: [Kind!]) { question(contributionId: $id, about: $about, text: $text, kinds: $kinds) { id about text kinds by { name } capacity outcome answer } }', { id, about, text, kinds });
const answer = (who: Somebody, id: string, outcome = 'KEPT', text = 'Jag har räknat.') =>
  who.ask('mutation ($id: ID!, $text: String!, $outcome: QuestionOutcome!) { answerQuestion(id: $id, answer: $text, outcome: $outcome) { answer answeredBy { name } outcome kinds } }', { id, text, outcome });
const read = async (id: string) => (await official.asks('query ($id: ID!) { contribution(id: $id) { kinds corrections { kindsBefore } questions { kinds outcome answer } rights { verb may } } }', { id })).contribution;
const code = (said: { errors?: { extensions: { code: string } }[] }) => said.errors?.[0]?.extensions.code;

test('[C4] anyone taking part questions, the knower answers, and both readings stay', async () => {
  const id = await give(resident);
  const asked = (await ask(official, id)).data.question;
  expect(asked).toMatchObject({ about: 'KIND', kinds: ['FAMILIARITY'], by: { name: 'Olle' }, capacity: 'OFFICIAL', outcome: 'OPEN', answer: null });
  expect((await answer(resident, asked.id)).data.answerQuestion).toMatchObject({ outcome: 'KEPT', answeredBy: { name: 'Amina' }, kinds: ['FAMILIARITY'] });
  expect(await read(id)).toMatchObject({ kinds: ['FACTS'], questions: [{ kinds: ['FAMILIARITY'], outcome: 'KEPT', answer: 'Jag har räknat.' }], corrections: [] });
});

test('[C4] when the knower says so, the other reading becomes theirs and the first is kept', async () => {
  const id = await give(resident);
  const asked = (await ask(official, id)).data.question;
  await answer(resident, asked.id, 'CHANGED');
  expect(await read(id)).toMatchObject({ kinds: ['FAMILIARITY'], corrections: [{ kindsBefore: ['FACTS'] }] });
});

test('[C4] one does not ask oneself how one knows; who wrote it down for another may ask them', async () => {
  const own = await give(resident, { coAuthorIds: [official.id] });
  expect(code(await ask(resident, own))).toBe('contribution/yours');
  expect(code(await ask(official, own))).toBe('contribution/yours');
  expect((await read(own)).rights).toContainEqual({ verb: 'contribution.question', may: false });
  const told = await give(official, { saidByActorId: resident.id });
  expect((await read(told)).rights).toContainEqual({ verb: 'contribution.question', may: true });
  expect((await ask(official, told)).errors).toBeUndefined();
});

test('[C4] only the knower answers, once; who does not take part can only read', async () => {
  const id = await give(resident);
  const asked = (await ask(official, id, 'CLAIM', [], 'Hur vet du det?')).data.question;
  expect(code(await answer(official, asked.id))).toBe('contribution/not-yours');
  expect(code(await answer(stranger, asked.id))).toBe('alliance/not-taking-part');
  expect(code(await ask(stranger, id))).toBe('alliance/not-taking-part');
  expect(code(await ask(here.people.nobody(), id))).toBe('session/none');
  const both = await Promise.all([answer(resident, asked.id), answer(resident, asked.id)]);
  expect(both.map(code).toSorted()).toEqual(['question/answered', undefined]);
});

test('[C5] who wrote it down answers until the one who said it has approved', async () => {
  const id = await give(official, { saidByActorId: resident.id });
  const asked = (await ask(official, id)).data.question;
  expect((await answer(official, asked.id)).errors).toBeUndefined();
  const again = (await ask(official, id)).data.question;
  await resident.asks('mutation ($id: ID!) { approve(id: $id) { id } }', { id });
  expect(code(await answer(official, again.id))).toBe('contribution/not-yours');
});

test('[R3] questioning what is withdrawn or unknown sounds the same', async () => {
  const id = await give(resident);
  const asked = (await ask(official, id)).data.question;
  await resident.asks('mutation ($id: ID!) { withdraw(id: $id) { id } }', { id });
  expect((await ask(official, id)).errors).toEqual((await ask(official, randomUUID())).errors);
  expect((await answer(resident, asked.id)).errors).toEqual((await answer(resident, randomUUID())).errors);
  expect(code(await ask(official, 'nonsense'))).toBe('not-found');
});
