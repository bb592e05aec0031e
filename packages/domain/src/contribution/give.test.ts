import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { residentMark } from '../actor/protected.js';
import { capacities, kinds, waysOfKnowing } from '../shared/enums.js';
import { isRefusal } from '../shared/refusal.js';
import { give, type Given, type Giving, type Speaker } from './give.js';

const me: Speaker = { id: 'me', capacity: 'RESIDENT', speaksFor: ['house'] };
const other: Speaker = { id: 'other', capacity: 'OFFICIAL', speaksFor: [] };
const plain: Giving = { text: 'Det drar i trapphuset.', kinds: [], howKnown: [] };
const given = (giving: Partial<Giving>): Given => {
  const answer = give({ ...plain, ...giving }, me, [other]);
  if (isRefusal(answer)) throw new Error(answer.refused);
  return answer;
};
const refused = (giving: Partial<Giving>) => (give({ ...plain, ...giving }, me, [other]) as { refused?: string }).refused;

test('[C1] who says it is its author, in the capacity they have here now, and needs no approval', () => {
  expect(given({})).toMatchObject({
    authors: [{ actorId: 'me', capacity: 'RESIDENT', organisationId: null }],
    approval: 'NOT_NEEDED',
    writtenDownById: null,
    statedAuthor: null,
  });
});

test('[C2] kinds and ways of knowing come each once; none at all is allowed and stays not stated', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...kinds)), fc.array(fc.constantFrom(...waysOfKnowing)), (some, ways) => {
      const one = given({ kinds: some, howKnown: ways });
      expect(new Set(one.kinds)).toEqual(new Set(some));
      expect(one.kinds.length).toBe(new Set(some).size);
      expect(new Set(one.howKnown)).toEqual(new Set(ways));
    }),
  );
});

test('[C5] said by one who takes part: both names are kept and it waits for approval', () => {
  expect(given({ saidByActorId: 'other' })).toMatchObject({
    authors: [{ actorId: 'other', capacity: 'OFFICIAL' }],
    writtenDownById: 'me',
    approval: 'NOT_YET',
  });
});

test('[C5] said by somebody who is not here: the name is kept as stated, and nobody stands behind it', () => {
  expect(given({ saidByName: ' Amina ', saidByCapacity: 'RESIDENT' })).toMatchObject({
    authors: [{ actorId: null, capacity: 'RESIDENT', organisationId: null }],
    statedAuthor: 'Amina',
    writtenDownById: 'me',
    approval: 'NOT_YET',
  });
  expect(refused({ saidByName: 'Amina', saidByActorId: 'other' })).toBe('request/wrong');
});

test('[C21] of somebody who lives with protected identity no name is kept, nor what capacity they had, whatever was filled in', () => {
  expect(given({ saidByProtected: true, saidByName: 'Sara Hemlig', saidByCapacity: 'OFFICIAL' })).toMatchObject({
    authors: [{ actorId: null, capacity: 'RESIDENT', organisationId: null }],
    statedAuthor: residentMark,
    writtenDownById: 'me',
    approval: 'NOT_YET',
  });
  expect(refused({ saidByProtected: true, saidByActorId: 'other' })).toBe('request/wrong');
});

test('[C5] saying it oneself is no matter for approval, also when one names oneself', () => {
  expect(given({ saidByActorId: 'me' })).toMatchObject({ approval: 'NOT_NEEDED', writtenDownById: null });
});

test('[C1] several authors are kept each once, with their own capacity', () => {
  expect(given({ coAuthorIds: ['other', 'me', 'other'] }).authors).toEqual([
    { actorId: 'me', capacity: 'RESIDENT', organisationId: null },
    { actorId: 'other', capacity: 'OFFICIAL', organisationId: null },
  ]);
});

test('[R3] somebody who does not take part cannot be named as author, and sounds like nobody', () => {
  expect(refused({ coAuthorIds: ['stranger'] })).toBe('not-found');
  expect(refused({ saidByActorId: 'stranger' })).toBe('not-found');
});

test('[L5] one speaks only for an organisation one represents here', () => {
  expect(given({ organisationId: 'house' }).authors[0]).toMatchObject({ organisationId: 'house' });
  expect(refused({ organisationId: 'elsewhere' })).toBe('contribution/organisation');
  expect(refused({ saidByActorId: 'other', organisationId: 'house' })).toBe('contribution/organisation');
});

test('[C1] words, a telling, a picture or a recording: one of them is needed', () => {
  expect(refused({ text: ' \n ' })).toBe('contribution/empty');
  expect(given({ text: '', mediaIds: ['a', 'a'] }).mediaIds).toEqual(['a']);
  const telling = { situation: '', saw: 'rost', did: '', newcomer: '' };
  expect(given({ text: '', tacit: true, telling })).toMatchObject({ tacit: true, telling });
  expect(refused({ text: '', telling: { ...telling, saw: ' ' } })).toBe('contribution/empty');
});

test('[C9] what somebody can do is noted without words: as mine, as theirs who is here, or by a name', () => {
  expect(given({ text: '', tacit: true })).toMatchObject({ tacit: true, text: '', authors: [{ actorId: 'me' }], writtenDownById: null, approval: 'NOT_NEEDED' });
  expect(given({ text: '', tacit: true, saidByActorId: 'other' })).toMatchObject({ authors: [{ actorId: 'other', capacity: 'OFFICIAL' }], writtenDownById: 'me', approval: 'NOT_YET' });
  expect(given({ text: ' ', tacit: true, saidByName: 'Rut', saidByCapacity: 'RESIDENT' })).toMatchObject({
    text: '', statedAuthor: 'Rut', authors: [{ actorId: null, capacity: 'RESIDENT' }], writtenDownById: 'me',
  });
});

test('[C9] whoever tells what another can do, in answers to the prompts, does not become the one who knows', () => {
  const telling = { situation: 'Natten då pumpen stannade', saw: '', did: '', newcomer: '' };
  const one = given({ text: '', tacit: true, telling, saidByName: 'Rut' });
  expect(one.authors.every((author) => author.actorId === null)).toBe(true);
  expect(refused({ text: '', tacit: true, saidByActorId: 'stranger' })).toBe('not-found');
});

test('[C1] what is too long, cannot be stored or is no link is refused by name', () => {
  expect(refused({ text: 'a'.repeat(20_001) })).toBe('text/too-long');
  expect(refused({ text: 'a\u0000b' })).toBe('text/not-allowed');
  expect(refused({ text: 'lone \ud800 half' })).toBe('text/not-allowed');
  expect(refused({ sourceUrl: 'javascript:alert(1)' })).toBe('url/wrong');
  expect(refused({ sourceText: 'b'.repeat(1_001) })).toBe('text/too-long');
  expect(refused({ saidByName: 'c'.repeat(121) })).toBe('text/too-long');
  expect(refused({ language: 'sv; drop' })).toBe('request/wrong');
  expect(refused({ coAuthorIds: Array.from({ length: 21 }, (_, at) => `x${at}`) })).toBe('list/too-long');
});

test('[C7] a passage is a place together with its words, in a framing', () => {
  expect(given({ framingId: 'f', anchor: { from: 'x' }, quote: 'kallt' })).toMatchObject({ quote: 'kallt', anchor: { from: 'x' } });
  for (const part of [{ anchor: { from: 'x' } }, { quote: 'kallt' }, { anchor: { from: 'x' }, quote: 'kallt' }]) {
    expect(refused(part)).toBe('request/wrong');
  }
});

test('[R1] what one may say does not depend on the capacity one speaks in', () => {
  for (const capacity of [...capacities, null]) {
    expect(give({ ...plain, kinds: ['FACTS'] }, { ...me, capacity }, [])).toMatchObject({ kinds: ['FACTS'], approval: 'NOT_NEEDED' });
  }
});
