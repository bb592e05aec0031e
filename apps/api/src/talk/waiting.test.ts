import { expect, test } from '@jest/globals';
import type { Capacity } from '@samsyn/domain/shared/enums';
import fc from 'fast-check';
import type { Somebody } from '../../test/installation.js';
import { installed } from '../../test/installed.js';
import { aRoom, type Room } from '../../test/room.js';
import { statementsDuring } from '../../test/statements.js';

const here = await installed();
const [amina, olle, rut] = [await here.people.aResident('Amina'), await here.people.anOfficial('Olle'), await here.people.aResearcher('Rut')];

const WAITING = '{ me { waiting(first: 50) { edges { node { id what at words by { name } named { name } alliance { id name } framingId contributionId threadId } } pageInfo { hasNextPage endCursor } } } }';
const waits = async (who: Somebody) => (await who.asks(WAITING)).me.waiting.edges.map((edge: any) => edge.node);
const open = async (who: Somebody, input: Record<string, unknown>) => (await who.asks('mutation($input: OpenThread!) { openThread(input: $input) { id } }', { input: { text: '@Amina ser du?', ...input } })).openThread.id as string;
const reads = (who: Somebody, id: string) => who.ask('mutation($id: ID!) { readMention(id: $id) }', { id });
const code = (said: { errors?: { extensions: { code: string } }[] }) => said.errors?.[0]?.extensions.code;
const give = async (who: Somebody, room: Room, more: Record<string, unknown> = {}) => (await who.asks('mutation($input: Give!) { give(input: $input) { id } }', { input: { allianceId: room.allianceId, text: 'Det drar', kinds: [], howKnown: [], ...more } })).give.id as string;
const aRoomWith = async (visibility: 'OPEN' | 'CLOSED', ...people: Somebody[]) => {
  const room = await aRoom(here, visibility);
  await room.takesPart(...people);
  return room;
};
const settled = async (who: Somebody) => {
  for (const one of await waits(who)) if (one.what === 'MENTION') await reads(who, one.id);
};

test('[T4] a mention waits for the one who is named until they say that they have read it, or reply', async () => {
  const room = await aRoomWith('OPEN', amina, olle);
  const thread = await open(olle, { framingId: room.framingId, mentionIds: [amina.id, olle.id] });
  const [mention] = await waits(amina);
  expect(mention).toMatchObject({ what: 'MENTION', words: '@Amina ser du?', by: { name: 'Olle' }, named: null, framingId: room.framingId, threadId: thread });
  // One does not wait for oneself, and nobody reads for another.
  expect(await waits(olle)).toEqual([]);
  expect(code(await reads(olle, mention.id))).toBe('mention/not-yours');
  await room.takesPart(rut);
  expect(code(await reads(rut, mention.id))).toBe('mention/not-yours');
  expect((await Promise.all([reads(amina, mention.id), reads(amina, mention.id)])).map(code)).toEqual([undefined, undefined]);
  expect(await waits(amina)).toEqual([]);
  const second = await open(olle, { framingId: room.framingId, mentionIds: [amina.id] });
  expect(await waits(amina)).toHaveLength(1);
  await amina.asks('mutation($id: ID!) { reply(input: { threadId: $id, text: "Ja" }) { id } }', { id: second });
  expect(await waits(amina)).toEqual([]);
  // Who has read what is nobody’s business.
  expect((await here.db.query(`select from ledger_entry where verb = 'mention.read'`)).rowCount).toBe(0);
});

test('[T4] an organisation that is named waits for each of those who speak for it, and for nobody whose mandate has ended', async () => {
  const room = await aRoomWith('OPEN', amina, olle, rut);
  const school = (await here.db.query(`with a as (insert into actor (kind, name) values ('ORGANISATION', 'Skolan') returning id) insert into organisation (id) select id from a returning id`)).rows[0].id;
  const taking = (await here.db.query(`insert into participation (alliance_id, actor_id, standing) values ($1, $2, 'TAKES_PART') returning id`, [room.allianceId, school])).rows[0].id;
  const speaks = (who: Somebody) => here.db.query('insert into representation (participation_id, person_id) values ($1, $2)', [taking, who.id]);
  await Promise.all([speaks(olle), speaks(rut)]);
  await open(amina, { framingId: room.framingId, text: '@Skolan, hur är det hos er?', mentionIds: [school] });
  for (const who of [olle, rut]) expect(await waits(who)).toMatchObject([{ what: 'MENTION', named: { name: 'Skolan' }, by: { name: 'Amina' } }]);
  const [mention] = await waits(rut);
  await reads(rut, mention.id);
  expect([(await waits(rut)).length, (await waits(olle)).length]).toEqual([0, 1]);
  await here.db.query('update representation set ended_at = now() where person_id = $1', [olle.id]);
  expect(await waits(olle)).toEqual([]);
  expect(code(await reads(olle, mention.id))).toBe('mention/not-yours');
});

test('[T6] questions, wordings to approve, those who ask to take part and invitations wait beside mentions, latest first', async () => {
  const [room, other] = [await aRoomWith('OPEN', amina, olle), await aRoomWith('CLOSED', amina, olle)];
  const mine = await give(amina, room);
  await olle.asks('mutation($id: ID!) { question(contributionId: $id, about: CLAIM, text: "Hur vet du det?") { id } }', { id: mine });
  const said = await give(olle, other, { text: 'Hon sa att det drar', saidByActorId: amina.id });
  await rut.asks('mutation($id: ID!) { askToJoin(allianceId: $id, reason: "Jag bor granne") { id } }', { id: other.allianceId });
  await open(olle, { framingId: other.framingId, mentionIds: [amina.id] });
  const invited = await aRoomWith('CLOSED', olle);
  await here.db.query(`insert into participation (alliance_id, actor_id, standing, invited_by_id, since) values ($1, $2, 'INVITED', $3, now() + interval '1 minute')`, [invited.allianceId, amina.id, olle.id]);
  const seen = await waits(amina);
  expect(seen.map((one: any) => one.what)).toEqual(['INVITED', 'MENTION', 'ASKED', 'APPROVAL', 'QUESTION']);
  expect(seen[2]).toMatchObject({ by: { name: 'Rut' }, words: 'Jag bor granne', alliance: { id: other.allianceId } });
  expect(seen[3]).toMatchObject({ contributionId: said, by: { name: 'Olle' } });
  expect(seen[4]).toMatchObject({ contributionId: mine, words: 'Hur vet du det?' });
  // Where somebody else coordinates, who asks waits for them.
  await here.db.query('insert into coordinating (alliance_id, actor_id) values ($1, $2)', [other.allianceId, olle.id]);
  expect((await waits(amina)).map((one: any) => one.what)).not.toContain('ASKED');
  expect((await waits(olle)).map((one: any) => one.what)).toContain('ASKED');
  // What was done waits no longer, and neither does anything in an alliance one has left.
  await amina.asks('mutation($id: ID!) { approve(id: $id) { id } }', { id: said });
  await amina.asks('mutation($id: ID!) { leave(allianceId: $id) { id } }', { id: room.allianceId });
  await amina.asks('mutation($id: ID!) { leave(allianceId: $id) { id } }', { id: other.allianceId });
  expect((await waits(amina)).map((one: any) => one.what)).toEqual(['INVITED']);
});

test('[T6] what waits is one statement besides who asks, and goes on from where it was', async () => {
  const siv = await here.people.aResident('Siv');
  const room = await aRoomWith('OPEN', siv, olle);
  const ids: string[] = [];
  for (let n = 0; n < 5; n += 1) ids.unshift(await open(olle, { framingId: room.framingId, text: `Nr ${n}`, mentionIds: [siv.id] }));
  const ask = async (first: number, after?: string) => (await siv.asks('query($first: Int!, $after: String) { me { waiting(first: $first, after: $after) { edges { node { id threadId by { name } alliance { name } } } pageInfo { hasNextPage endCursor } } } }', { first, after })).me.waiting;
  const seen: string[] = [];
  for (let page = await ask(2); ; page = await ask(2, page.pageInfo.endCursor)) {
    seen.push(...page.edges.map((edge: any) => edge.node.threadId));
    if (!page.pageInfo.hasNextPage) break;
  }
  expect(seen).toEqual(ids);
  expect(await statementsDuring(() => ask(5))).toBe(await statementsDuring(() => ask(1)));
});

test('[R1] what is said and what waits stands in the order of time, whatever capacity and kind those have who speak', async () => {
  const people: Record<string, Somebody> = { RESIDENT: amina, OFFICIAL: olle, RESEARCHER: rut };
  const nils = await here.people.aResident('Nils');
  const order = fc.array(fc.constantFrom<Capacity>('RESIDENT', 'OFFICIAL', 'RESEARCHER'), { minLength: 3, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(order, async (capacities) => {
      const room = await aRoomWith('OPEN', nils, amina, olle, rut);
      await settled(nils);
      const thread = await open(nils, { framingId: room.framingId, text: 'Först' });
      for (const [at, capacity] of capacities.entries()) await (people[capacity] as Somebody).asks('mutation($input: Reply!) { reply(input: $input) { id } }', { input: { threadId: thread, text: `Nr ${at}`, mentionIds: [nils.id] } });
      const { thread: read } = await nils.asks('query($id: ID!) { thread(id: $id) { posts { edges { node { text rights { verb may whyNot } } } } } }', { id: thread });
      const said = read.posts.edges.map((edge: any) => edge.node);
      expect(said.map((one: any) => one.text)).toEqual(['Först', ...capacities.map((_, at) => `Nr ${at}`)]);
      expect(new Set(said.slice(1).map((one: any) => JSON.stringify(one.rights))).size).toBe(1);
      expect((await waits(nils)).map((one: any) => one.words)).toEqual(capacities.map((_, at) => `Nr ${at}`).toReversed());
    }),
    { seed: 1, numRuns: 5 },
  );
});
