import { expect, test } from '@jest/globals';
import { isRefusal } from '@samsyn/domain/shared/refusal';
import * as Y from 'yjs';
import { installed } from '../../test/installed.js';
import { aRoom, open, until, wordsOf, type Room } from '../../test/room.js';
import { Database } from '../core/database.js';
import { History } from './history.js';
import { Log } from './log.js';
import { Writing } from './writing.js';

const here = await installed();

async function rowsOf({ framingId }: Room): Promise<{ seqs: number[]; head: number; snapshots: number[] }> {
  const numbers = async (sql: string) => (await here.db.query(sql, [framingId])).rows.map(({ n }) => Number(n));
  return {
    seqs: await numbers('select seq as n from collab_update where document_id = $1 order by seq'),
    head: (await numbers('select head_seq as n from collab_document where id = $1'))[0] ?? -1,
    snapshots: await numbers('select upto_seq as n from collab_snapshot where document_id = $1 order by upto_seq'),
  };
}

test('[W4] eight who write at once leave no hole in the log, and everybody reads the same', async () => {
  const room = await aRoom(here);
  const people = await Promise.all(Array.from({ length: 8 }, (_, at) => here.people.aResident(`Boende ${at}`)));
  await room.takesPart(...people);
  const pens = people.map((person) => open(here.url, person, room.framingId));
  await until('all in', () => pens.every((pen) => pen.saved()));
  for (let round = 0; round < 90; round += 1) {
    for (const [at, pen] of pens.entries()) pen.write(`${at}.${round} `);
    if (round % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  await until('all saved', () => pens.every((pen) => pen.saved()), 20_000);
  await until('all alike', () => new Set(pens.map((pen) => pen.words())).size === 1);
  const { seqs, head } = await rowsOf(room);
  expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, at) => at + 1));
  expect(head).toBe(seqs.length);
  expect(await room.replayed()).toBe(pens[0]?.words());
  await until('compacted', async () => (await rowsOf(room)).snapshots.length > 0);
  const { document, rowsSince } = await here.app.get(History).load(room.framingId);
  expect(rowsSince).toBeLessThan(seqs.length);
  expect(wordsOf(document)).toBe(await room.replayed());
  for (const pen of pens) pen.destroy();
});

test('[W4] processes that write in the same log give out every position once', async () => {
  const room = await aRoom(here);
  await here.app.get(Writing).fieldsOf(room.framingId);
  const databases = Array.from({ length: 4 }, () => new Database(here.settings));
  const logs = databases.map((database) => new Log(database));
  const texts = logs.map(() => ({ seq: 1 }));
  const edit = (text: { seq: number }) => ({
    documentId: room.framingId,
    actorId: null,
    origin: 'EDIT' as const,
    take: () => ({ update: Uint8Array.of(0, 0), clients: [], after: text.seq }),
    catchUp: async () => void (text.seq = (await rowsOf(room)).head),
    committed: ({ seq }: { seq: number }) => void (text.seq = seq),
  });
  const outcomes = await Promise.all(
    texts.flatMap((text, at) => Array.from({ length: 100 }, async (_, n) => {
      // Not all in one batch.
      await new Promise((resolve) => setTimeout(resolve, n % 20));
      return logs[at]?.append(edit(text)) ?? 'known';
    })),
  );
  const given = outcomes.map((outcome) => (outcome === 'known' || isRefusal(outcome) ? -1 : outcome.seq));
  expect(given.sort((one, other) => one - other)).toEqual(Array.from({ length: 400 }, (_, at) => at + 2));
  const { seqs, head } = await rowsOf(room);
  expect(seqs).toEqual(Array.from({ length: 401 }, (_, at) => at + 1));
  expect(head).toBe(401);
  for (const database of databases) await database.onModuleDestroy();
});

test('[W4] a snapshot that is not what was written is passed over, and an unknown text is refused', async () => {
  const room = await aRoom(here);
  const amina = await here.people.aResident();
  await room.takesPart(amina);
  const pen = open(here.url, amina, room.framingId);
  for (let at = 0; at < 30; at += 1) pen.write(`ord ${at} `);
  await until('saved', pen.saved);
  for (let at = 0; at < 30; at += 1) pen.write(`mer ${at} `);
  await until('saved', pen.saved);
  pen.destroy();
  await until('compacted when the last one left', async () => (await rowsOf(room)).snapshots.length > 0);
  await here.db.query(`update collab_snapshot set state = '\\x0000' where document_id = $1`, [room.framingId]);
  const { document } = await here.app.get(History).load(room.framingId);
  expect(wordsOf(document)).toBe(await room.replayed());
  const outcome = await here.app.get(Log).append({
    documentId: '00000000-0000-4000-8000-000000000000',
    actorId: null,
    origin: 'EDIT',
    take: () => ({ update: Uint8Array.of(0, 0), clients: [], after: 1 }),
    catchUp: async () => undefined,
    committed: () => undefined,
  });
  expect(outcome).toMatchObject({ refused: 'writing/no-room' });
});

test('[W4] a text that refers to what is not there is not compacted', async () => {
  const room = await aRoom(here);
  await here.app.get(Writing).fieldsOf(room.framingId);
  const broken = new Y.Doc();
  broken.getText('belongs').insert(0, 'a');
  const before = Y.encodeStateVector(broken);
  broken.getText('belongs').insert(1, 'b');
  const database = here.app.get(Database);
  await database.rows('test.broken', `insert into collab_update (document_id, seq, update) values ($1, 2, $2)`, [room.framingId, Buffer.from(Y.encodeStateAsUpdate(broken, before))]);
  await here.app.get(History).compact(room.framingId);
  expect((await rowsOf(room)).snapshots).toEqual([]);
});

test('[W4] a text can be read as it was at any position of its log, before and after a snapshot', async () => {
  const room = await aRoom(here);
  const amina = await here.people.aResident();
  await room.takesPart(amina);
  const pen = open(here.url, amina, room.framingId);
  await until('in', pen.saved);
  const states: [seq: number, words: string][] = [];
  for (const word of ['trapphuset ', 'är ', 'kallt']) {
    pen.write(word);
    await until('saved', pen.saved);
    states.push([(await rowsOf(room)).head, pen.words()]);
    if (word === 'är ') await here.app.get(History).compact(room.framingId);
  }
  expect((await rowsOf(room)).snapshots).toEqual([states[1]?.[0]]);
  for (const [seq, words] of states) {
    const loaded = await here.app.get(History).load(room.framingId, undefined, seq);
    expect([loaded.seq, wordsOf(loaded.document)]).toEqual([seq, words]);
  }
  pen.destroy();
});
