import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Somebody } from '../../test/installation.js';
import { installed } from '../../test/installed.js';
import { aRoom, type Room } from '../../test/room.js';
import { statementsDuring } from '../../test/statements.js';

const here = await installed();
const [amina, olle, rut] = [await here.people.aResident('Amina'), await here.people.anOfficial('Olle'), await here.people.aResearcher('Rut')];
const room = await aRoom(here);
const closed = await aRoom(here, 'CLOSED');
for (const one of [room, closed]) await one.takesPart(amina, olle);

const THREAD = `id state total latestAt openedBy { name } capacity contribution { id } posts { edges { cursor node { id act text by { name } capacity left takenBackAt mentions { name } rights { verb may } } } pageInfo { hasNextPage } }`;
const open = (who: Somebody, input: Record<string, unknown> = {}) => who.ask(`mutation($input: OpenThread!) { openThread(input: $input) { ${THREAD} } }`, { input: { framingId: room.framingId, text: 'Hur menar ni?', ...input } });
const opens = async (who: Somebody, input: Record<string, unknown> = {}) => (await open(who, input)).data.openThread;
const reply = (who: Somebody, threadId: string, text = 'Så här.', more: Record<string, unknown> = {}) => who.ask('mutation($input: Reply!) { reply(input: $input) { id text act } }', { input: { threadId, text, ...more } });
const resolve = (who: Somebody, id: string, note = 'Vi mäter i mars.') => who.ask(`mutation($id: ID!, $note: String!) { resolveThread(id: $id, note: $note) { ${THREAD} } }`, { id, note });
const reopen = (who: Somebody, id: string, reason = 'Det blev inte av.') => who.ask(`mutation($id: ID!, $reason: String!) { reopenThread(id: $id, reason: $reason) { ${THREAD} } }`, { id, reason });
const takeBack = (who: Somebody, id: string) => who.ask('mutation($id: ID!) { takeBack(postId: $id) { id text takenBackAt } }', { id });
const read = async (who: Somebody, id: string) => (await who.asks(`query($id: ID!) { thread(id: $id) { ${THREAD} } }`, { id })).thread;
const code = (said: { errors?: { extensions: { code: string } }[] }) => said.errors?.[0]?.extensions.code;
const give = async (who: Somebody, where: Room = room) => (await who.asks('mutation($input: Give!) { give(input: $input) { id } }', { input: { allianceId: where.allianceId, framingId: where.framingId, text: 'Det drar', kinds: [], howKnown: [] } })).give.id as string;
const said = (thread: any) => thread.posts.edges.map((edge: any) => edge.node);

test('[T1] anyone taking part opens a thread and replies; who does not take part reads what may be read, and no more', async () => {
  const thread = await opens(amina);
  expect(thread).toMatchObject({ state: 'OPEN', total: 1, openedBy: { name: 'Amina' }, capacity: 'RESIDENT', contribution: null });
  expect((await reply(olle, thread.id)).errors).toBeUndefined();
  expect(said(await read(rut, thread.id))).toMatchObject([{ act: 'SAID', text: 'Hur menar ni?', by: { name: 'Amina' } }, { act: 'SAID', text: 'Så här.', by: { name: 'Olle' }, capacity: 'OFFICIAL' }]);
  expect([code(await open(rut)), code(await reply(rut, thread.id)), code(await resolve(rut, thread.id))]).toEqual(Array(3).fill('alliance/not-taking-part'));
  expect([code(await open(here.people.nobody())), code(await reply(here.people.nobody(), thread.id))]).toEqual(Array(2).fill('session/none'));
  const hidden = await opens(amina, { framingId: closed.framingId });
  expect(await read(rut, hidden.id)).toBeNull();
  expect((await reply(rut, hidden.id)).errors).toEqual((await reply(rut, randomUUID())).errors);
});

test('[T1] a thread on a contribution stands with the contribution and in the framing it was brought to', async () => {
  const id = await give(amina);
  const thread = await opens(olle, { framingId: null, contributionId: id, text: 'Du skriver ”Det drar”, men var?' });
  expect(thread.contribution).toEqual({ id });
  const seen = await rut.asks('query($id: ID!, $framing: ID!) { contribution(id: $id) { threads { total edges { node { id } } } } threadsOf(framingId: $framing) { edges { node { id } } } }', { id, framing: room.framingId });
  expect(seen.contribution.threads).toEqual({ total: 1, edges: [{ node: { id: thread.id } }] });
  expect(seen.threadsOf.edges).toContainEqual({ node: { id: thread.id } });
  await amina.asks('mutation($id: ID!) { withdraw(id: $id) { id } }', { id });
  expect(code(await open(olle, { framingId: null, contributionId: id }))).toBe('contribution/withdrawn');
  // What was said about it stays, without the words that were taken back [C3].
  expect(said(await read(rut, thread.id))).toMatchObject([{ text: 'Du skriver ”[…]”, men var?' }]);
});

test('[T1] the same key sent twice by one person is one thread and one reply; somebody else’s key sounds unknown', async () => {
  const [key, word] = [randomUUID(), randomUUID()];
  const both = await Promise.all([open(amina, { key }), open(amina, { key })]);
  expect(both.map((one) => one.data.openThread.id)).toEqual([key, key]);
  const thread = await opens(amina);
  await Promise.all([reply(amina, thread.id, 'En gång', { key: word }), reply(amina, thread.id, 'En gång', { key: word })]);
  await resolve(olle, thread.id);
  expect((await reply(amina, thread.id, 'En gång', { key: word })).errors).toBeUndefined();
  expect(said(await read(amina, thread.id)).filter((one: any) => one.text === 'En gång')).toHaveLength(1);
  expect([code(await open(olle, { key })), code(await reply(olle, (await opens(olle)).id, 'Annat', { key: word }))]).toEqual(['not-found', 'not-found']);
});

test('[T2] a thread is resolved with a note and reopened with a reason by anyone taking part, and both stay in the open', async () => {
  const thread = await opens(amina);
  expect(code(await resolve(olle, thread.id, ' '))).toBe('thread/note-needed');
  expect((await resolve(olle, thread.id)).data.resolveThread.state).toBe('RESOLVED');
  expect(code(await reply(amina, thread.id))).toBe('thread/resolved');
  expect(code(await reopen(amina, thread.id, ''))).toBe('thread/reason-needed');
  expect((await reopen(amina, thread.id)).data.reopenThread.state).toBe('OPEN');
  expect(code(await reopen(amina, thread.id))).toBe('thread/open');
  expect(said(await read(rut, thread.id)).map((one: any) => [one.act, one.text, one.by.name])).toEqual([
    ['SAID', 'Hur menar ni?', 'Amina'], ['RESOLVED', 'Vi mäter i mars.', 'Olle'], ['REOPENED', 'Det blev inte av.', 'Amina'],
  ]);
});

test('[T2] of two who resolve at once one does, and the other is told so', async () => {
  for (let round = 0; round < 5; round += 1) {
    const thread = await opens(amina);
    const answers = await Promise.all([resolve(amina, thread.id, 'Mitt'), resolve(olle, thread.id, 'Ditt'), reply(olle, thread.id)]);
    expect(answers.slice(0, 2).map(code).toSorted()).toEqual(['thread/resolved', undefined]);
    const acts = said(await read(rut, thread.id)).map((one: any) => one.act);
    expect(acts.filter((act: string) => act === 'RESOLVED')).toHaveLength(1);
    // A reply was there before the thread was resolved, or it was refused.
    expect(acts.length).toBe(code(answers[2] as any) === undefined ? 3 : 2);
  }
});

test('[T3] what one takes back is really gone, and the place stays; nobody takes back for another', async () => {
  const thread = await opens(amina, { text: 'Tossigt sagt', mentionIds: [olle.id] });
  const [post] = said(thread);
  expect(code(await takeBack(olle, post.id))).toBe('post/not-yours');
  const both = await Promise.all([takeBack(amina, post.id), takeBack(amina, post.id)]);
  expect(both.map(code).toSorted()).toEqual(['post/taken-back', undefined]);
  expect(said(await read(olle, thread.id))).toMatchObject([{ text: '', by: { name: 'Amina' }, takenBackAt: expect.any(String), mentions: [] }]);
  const everything = JSON.stringify((await here.db.query('select * from thread_post')).rows) + JSON.stringify((await here.db.query('select * from ledger_entry')).rows);
  expect(everything).not.toContain('Tossigt');
  expect((await here.db.query('select from mention where post_id = $1', [post.id])).rowCount).toBe(0);
});

test('[T3] after leaving, what one said stays with the name, and can still be taken back, also where one reads no more', async () => {
  for (const where of [room, closed]) {
    const nils = await here.people.aResident('Nils');
    await where.takesPart(nils);
    const [post] = said(await opens(nils, { framingId: where.framingId }));
    const { threadsOf } = await nils.asks('query($id: ID!) { threadsOf(framingId: $id) { edges { node { id } } } }', { id: where.framingId });
    await nils.asks('mutation($id: ID!) { leave(allianceId: $id) { id } }', { id: where.allianceId });
    const id = threadsOf.edges[0].node.id;
    expect(said(await read(amina, id))[0]).toMatchObject({ by: { name: 'Nils' }, left: true });
    // Who has left is between those who take part.
    if (where === room) expect(said(await read(rut, id))[0]).toMatchObject({ by: { name: 'Nils' }, left: false });
    expect((await takeBack(nils, post.id)).data.takeBack.text).toBe('');
  }
});

test('[T4] only those who take part can be named, and an organisation that takes part as well', async () => {
  const school = (await here.db.query(`with a as (insert into actor (kind, name) values ('ORGANISATION', 'Skolan') returning id) insert into organisation (id) select id from a returning id`)).rows[0].id;
  expect(code(await open(amina, { mentionIds: [school] }))).toBe('not-found');
  await here.db.query(`insert into participation (alliance_id, actor_id, standing) values ($1, $2, 'TAKES_PART')`, [room.allianceId, school]);
  const thread = await opens(amina, { text: '@Skolan och @Olle', mentionIds: [school, olle.id?.toUpperCase(), olle.id] });
  expect(said(await read(olle, thread.id))[0].mentions).toEqual([{ name: 'Olle' }, { name: 'Skolan' }]);
  expect(said(await read(rut, thread.id))[0].mentions).toEqual([]);
  expect([code(await open(amina, { mentionIds: [rut.id] })), code(await reply(amina, thread.id, 'Du', { mentionIds: [rut.id] }))]).toEqual(['not-found', 'not-found']);
});

test('[T1] lists go on from where they were, open threads first, and cost as many statements however much is in them', async () => {
  const fresh = await aRoom(here);
  await fresh.takesPart(amina, olle);
  const ids: string[] = [];
  for (let n = 0; n < 5; n += 1) ids.unshift((await opens(amina, { framingId: fresh.framingId, text: `Nr ${n}` })).id);
  await resolve(olle, ids[0] as string);
  const LIST = `query($id: ID!, $first: Int!, $after: String, $state: ThreadState) { framing(id: $id) { threads(first: $first, after: $after, state: $state) { total edges { node { ${THREAD} framing { id } rights { verb may } } } pageInfo { endCursor hasNextPage } } } }`;
  const list = async (first: number, after?: string, state?: string) => (await rut.asks(LIST, { id: fresh.framingId, first, after, state })).framing.threads;
  const seen: string[] = [];
  for (let page = await list(2); ; page = await list(2, page.pageInfo.endCursor)) {
    seen.push(...page.edges.map((edge: any) => edge.node.id));
    if (!page.pageInfo.hasNextPage) break;
  }
  expect(seen).toEqual([...ids.slice(1), ids[0]]);
  expect(await list(9, undefined, 'RESOLVED')).toMatchObject({ total: 1, edges: [{ node: { id: ids[0] } }] });
  const few = await statementsDuring(() => list(1));
  expect(await statementsDuring(() => list(9))).toBe(few);
});
