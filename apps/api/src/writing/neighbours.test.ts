import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { installed } from '../../test/installed.js';
import { aRoom, bare, open, tokenFrame, until, updateFrame, type Pen, type Room } from '../../test/room.js';
import type { Somebody } from '../../test/installation.js';
import * as Y from 'yjs';

interface Server {
  readonly url: string;
  kill(): Promise<unknown>;
}

// Two processes as they are run, on one database; `here` is a third that only gives people and rooms.
const here = await installed();
let one: Server;
let other: Server;
const start = async (): Promise<Server> => ((await import('../../bench/writing/server.mjs' as string)) as { aServer(databaseUrl: string): Promise<Server> }).aServer(here.databaseUrl);

beforeAll(async () => {
  [one, other] = await Promise.all([start(), start()]);
}, 60_000);
afterAll(() => Promise.all([one.kill(), other.kill()]));

async function two(): Promise<{ room: Room; amina: Somebody; olle: Somebody; a: Pen; b: Pen }> {
  const room = await aRoom(here);
  const [amina, olle] = [await here.people.aResident(), await here.people.anOfficial()];
  await room.takesPart(amina, olle);
  const [a, b] = [open(one.url, amina, room.framingId), open(other.url, olle, room.framingId)];
  await until('both are in', () => a.saved() && b.saved());
  return { room, amina, olle, a, b };
}

async function seqs({ framingId }: Room): Promise<{ seqs: number[]; head: number }> {
  const { rows } = await here.db.query('select seq from collab_update where document_id = $1 order by seq', [framingId]);
  const head = await here.db.query('select head_seq as n from collab_document where id = $1', [framingId]);
  return { seqs: rows.map(({ seq }) => Number(seq)), head: Number(head.rows[0].n) };
}

function namesOf({ provider, document }: Pen): string[] {
  const states = [...(provider.awareness?.getStates() ?? new Map<number, Record<string, unknown>>())];
  return states.filter(([client]) => client !== document.clientID).map(([, state]) => String((state['user'] as { name?: string } | undefined)?.name));
}

test('[W9] two who are served by different processes write in one text, at the same time, and the log has no hole', async () => {
  const { room, a, b } = await two();
  for (let round = 0; round < 60; round += 1) {
    a.write(`a${round} `);
    b.write(`b${round} `);
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
  await until('both are saved', () => a.saved() && b.saved());
  await until('both read the same', () => a.words() === b.words() && a.words().includes('a59') && a.words().includes('b59'));
  expect([...a.closes, ...b.closes]).toEqual([]);
  expect(await room.replayed()).toBe(a.words());
  const { seqs: given, head } = await seqs(room);
  expect(given).toEqual(Array.from({ length: head }, (_, at) => at + 1));
  a.destroy();
  b.destroy();
});

test('[W9] who is here is seen across processes, as the server says it, and no longer when they have left', async () => {
  const { a, b } = await two();
  b.provider.setAwarenessField('user', { name: 'Kommunen', actorId: 'somebody else' });
  b.provider.setAwarenessField('cursor', { anchor: 1, head: 1 });
  a.provider.setAwarenessField('cursor', { anchor: 0, head: 0 });
  await until('each sees the other', () => namesOf(a).includes('Olle') && namesOf(b).includes('Amina'));
  expect(namesOf(a)).toEqual(['Olle']);
  b.destroy();
  await until('gone', () => namesOf(a).length === 0);
  a.destroy();
});

test('[W9] whoever goes over from one process to another is seen there, and no longer when they have left it', async () => {
  const { room, amina, a, b } = await two();
  a.provider.setAwarenessField('cursor', { anchor: 0, head: 0 });
  await until('seen by way of the first', () => namesOf(b).includes('Amina'));
  const { document } = a;
  const again = open(other.url, amina, room.framingId, { document });
  await until('in at the second', again.saved);
  for (let at = 0; at < 8; at += 1) again.provider.setAwarenessField('cursor', { anchor: at, head: at });
  await until('moved', () => JSON.stringify([...(b.provider.awareness?.getStates().values() ?? [])]).includes('"anchor":7'));
  a.destroy();
  again.destroy();
  await until('gone', () => namesOf(b).length === 0, 5_000);
  b.destroy();
});

test('[W9] whoever comes over from another process is not refused for what this one has not heard yet', async () => {
  const { room, amina, a, b } = await two();
  b.write('hos Olle ');
  await until('seen', () => a.words() === 'hos Olle ' && b.saved());
  for (let at = 0; at < 20; at += 1) a.write(`${at} `);
  await until('saved', a.saved);
  const { document } = a;
  a.provider.destroy();
  const again = open(other.url, amina, room.framingId, { document });
  again.write('och vidare');
  await until('saved there', again.saved);
  expect(again.closes).toEqual([]);
  await until('alike', () => again.words() === b.words());
  again.destroy();
  a.destroy();
  b.destroy();
});

test('[F2] whoever leaves is shown out within a second by a process that did not hear the act, and nothing they send is taken after', async () => {
  const { room, amina, a, b } = await two();
  a.write('kallt');
  await until('seen', () => b.words() === 'kallt');
  const line = await bare(other.url, { cookie: amina.cookie });
  line.say(tokenFrame(room.framingId, 77));
  await until('in', () => line.heard.length > 0);
  await amina.asks('mutation ($id: ID!) { leave(allianceId: $id) { id } }', { id: room.allianceId });
  const from = performance.now();
  await until('shown out', () => line.closed !== null && a.closes.length > 0);
  expect(performance.now() - from).toBeLessThan(1_000);
  const rows = await room.rows();
  const sly = new Y.Doc();
  sly.clientID = 77;
  sly.getText('belongs').insert(0, 'trots allt');
  if (line.ws.readyState === line.ws.OPEN) line.say(updateFrame(room.framingId, Y.encodeStateAsUpdate(sly)));
  a.write(' ännu');
  b.write('vidare');
  await until('the other writes on', b.saved);
  expect(await room.replayed()).not.toContain('ännu');
  expect(await room.rows()).toBe(rows + 1);
  a.destroy();
  b.destroy();
});

test('[W9] one process is killed: nothing acknowledged is lost, and whoever it served goes on with the other', async () => {
  const { room, amina, a, b } = await two();
  a.provider.setAwarenessField('cursor', { anchor: 0, head: 0 });
  await until('seen', () => namesOf(b).includes('Amina'));
  for (let at = 0; at < 200; at += 1) a.write(`${at}, `);
  await until('some are acknowledged', () => a.provider.unsyncedChanges < 150);
  await one.kill();
  const promised = 200 - a.provider.unsyncedChanges;
  const { document } = a;
  a.destroy();
  const { seqs: given, head } = await seqs(room);
  expect(given).toEqual(Array.from({ length: head }, (_, at) => at + 1));
  expect((await room.replayed()).split(', ').length - 1).toBeGreaterThanOrEqual(promised);
  const again = open(other.url, amina, room.framingId, { document });
  await until('all of it is saved by the other', again.saved);
  await until('alike', () => b.words() === again.words());
  expect(b.words().split(', ').slice(0, -1)).toEqual(Array.from({ length: 200 }, (_, at) => String(at)));
  expect(await room.replayed()).toBe(b.words());
  await until('nobody is seen by way of the dead process', () => namesOf(b).filter((name) => name === 'Amina').length <= 1, 12_000);
  again.destroy();
  b.destroy();
});
