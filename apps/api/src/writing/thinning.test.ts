import { expect, test } from '@jest/globals';
import * as Y from 'yjs';
import { installed } from '../../test/installed.js';
import { aRoom, until, wordsOf, type Room } from '../../test/room.js';
import { History } from './history.js';
import { merged } from './merging.js';
import { openRoots } from './place.js';
import { Thinning } from './thinning.js';
import { Writing } from './writing.js';

const here = await installed();

/** A log of several who write at once for some minutes; and how the text read after every row, without deleted words being let go. */
async function aLog(room: Room, actors: (string | null)[], minutes: number): Promise<Map<number, string>> {
  await here.app.get(Writing).fieldsOf(room.framingId);
  const { document } = await here.app.get(History).load(room.framingId);
  const states = new Map<number, string>();
  const rows: { seq: number; actor: string | null; update: Buffer; at: Date }[] = [];
  const random = seeded(7);
  const pens = actors.map((_actor, at) => {
    const pen = new Y.Doc();
    openRoots(pen);
    pen.clientID = 100 + at;
    return pen;
  });
  for (let minute = 0, seq = 1; minute < minutes; minute += 1) {
    for (let edit = 0; edit < 60; edit += 1) {
      const who = Math.floor(random() * pens.length);
      const pen = pens[who] as Y.Doc;
      Y.applyUpdate(pen, Y.encodeStateAsUpdate(document, Y.encodeStateVector(pen)));
      let update = new Uint8Array();
      pen.once('update', (bytes: Uint8Array) => (update = new Uint8Array(bytes)));
      const word = `ord${seq}å `;
      pen.transact(() => write(pen, word, random));
      if (update.length === 0) continue;
      Y.applyUpdate(document, update);
      rows.push({ seq: (seq += 1), actor: actors[who] ?? null, update: Buffer.from(update), at: new Date(Date.parse('2026-03-01T09:00:00Z') + minute * 60_000 + edit * 900) });
      states.set(seq, wordsOf(document));
    }
  }
  await here.db.query(
    `insert into collab_update (document_id, seq, actor_id, update, created_at) select $1, * from unnest($2::bigint[], $3::uuid[], $4::bytea[], $5::timestamptz[])`,
    [room.framingId, rows.map((row) => row.seq), rows.map((row) => row.actor), rows.map((row) => row.update), rows.map((row) => row.at)],
  );
  await here.db.query('update collab_document set head_seq = $2 where id = $1', [room.framingId, rows.at(-1)?.seq]);
  return states;
}

function write(pen: Y.Doc, word: string, random: () => number): void {
  const fragment = pen.getXmlFragment('text');
  const block = fragment.length === 0 || random() < 0.05 ? new Y.XmlElement('paragraph') : (fragment.get(Math.floor(random() * fragment.length)) as Y.XmlElement);
  if (block.parent === null) fragment.insert(Math.floor(random() * (fragment.length + 1)), [block]);
  if (block.length === 0) block.insert(0, [new Y.XmlText()]);
  const text = block.get(0) as Y.XmlText;
  text.insert(Math.floor(random() * (text.length + 1)), word);
  if (random() < 0.3) text.delete(0, Math.min(text.length, 3));
  if (random() < 0.1 && text.length > 4) text.format(0, 3, { strong: {} });
}

async function logOf({ framingId }: Room) {
  const { rows } = await here.db.query('select seq, edits, actor_id, update, created_at from collab_update where document_id = $1 order by seq', [framingId]);
  return rows.map(({ seq, edits, actor_id, update, created_at }) => ({ seq: Number(seq), edits: Number(edits), actor: actor_id as string | null, update: update as Buffer, at: String(created_at) }));
}

test('[W10] an old log becomes a tenth of its rows, and every minute, every person and every word ever written is still there', async () => {
  const room = await aRoom(here);
  const people = await Promise.all(['Amina', 'Olle', 'Rut'].map((name) => here.people.aResident(name)));
  const states = await aLog(room, people.map(({ id }) => id), 12);
  const before = await logOf(room);
  const history = here.app.get(History);
  await history.compact(room.framingId);
  const after = await logOf(room);
  expect(after.length).toBeLessThan(before.length / 10);
  expect(after.reduce((sum, { edits }) => sum + edits, 0)).toBe(before.length);
  expect((await here.db.query('select head_seq as n from collab_document where id = $1', [room.framingId])).rows[0].n).toBe(before.length);
  // Every minute reads as it did when it was over.
  const lastOf = (rows: { seq: number; at: string }[]) => [...new Map(rows.filter(({ seq }) => seq > 1).map(({ at, seq }) => [at.slice(0, 16), seq])).values()];
  expect(lastOf(after)).toEqual(lastOf(before));
  expect(lastOf(after)).toHaveLength(12);
  await here.db.query('delete from collab_snapshot where document_id = $1', [room.framingId]);
  for (const seq of lastOf(after)) {
    const loaded = await history.load(room.framingId, undefined, seq);
    expect([loaded.seq, loaded.document.store.pendingStructs]).toEqual([seq, null]);
    expect(wordsOf(loaded.document)).toBe(states.get(seq));
  }
  // In the middle of a minute: the minute as a whole, and never half of it.
  const middle = await history.load(room.framingId, undefined, 30);
  expect(wordsOf(middle.document)).toBe(states.get(middle.seq));
  expect(lastOf(after)).toContain(middle.seq);
  // Nobody's row holds another's words, and what was deleted again can still be found.
  const words = (rows: typeof after, actor: string | null) =>
    rows.filter((row) => row.actor === actor).flatMap(({ update }) => Y.decodeUpdate(update).structs).flatMap((struct) => (struct instanceof Y.Item && struct.content instanceof Y.ContentString ? [struct.content.str] : []));
  for (const { id } of people) {
    expect(words(after, id).join('').length).toBe(words(before, id).join('').length);
    const kept = words(after, id).join('|');
    expect(words(before, id).filter((word) => !kept.includes(word))).toEqual([]);
  }
});

test('[W10] what is newer than the snapshots is left alone, a version is found to the letter, and a broken snapshot stops it', async () => {
  const room = await aRoom(here);
  const amina = await here.people.aResident();
  const states = await aLog(room, [amina.id], 4);
  const [history, thinning] = [here.app.get(History), here.app.get(Thinning)];
  await thinning.thin(room.framingId);
  expect((await logOf(room)).every(({ edits }) => edits === 1)).toBe(true);
  await here.db.query(`insert into framing_version (framing_id, number, label, seq, text_at, frozen, sha256) values ($1, 1, 'Mars', 30, now(), '{}', sha256('{}'))`, [room.framingId]);
  await here.db.query(`insert into collab_snapshot (document_id, upto_seq, state, sha256) values ($1, 100, '\\x00', '\\x00')`, [room.framingId]);
  await thinning.thin(room.framingId);
  expect((await logOf(room)).every(({ edits }) => edits === 1)).toBe(true);
  await here.db.query(`update collab_snapshot set state = '\\x0000', sha256 = sha256('\\x0000') where document_id = $1`, [room.framingId]);
  await thinning.thin(room.framingId);
  const rows = await logOf(room);
  expect(rows.filter(({ seq }) => seq > 100).every(({ edits }) => edits === 1)).toBe(true);
  expect(rows.filter(({ seq }) => seq <= 100).length).toBeLessThan(10);
  await here.db.query('delete from collab_snapshot where document_id = $1', [room.framingId]);
  const { document, seq } = await history.load(room.framingId, undefined, 30);
  expect([seq, wordsOf(document)]).toEqual([30, states.get(30)]);
});

test('[W10] words that are cleared from the log while it is being merged do not come back', async () => {
  const room = await aRoom(here);
  const amina = await here.people.aResident();
  await aLog(room, [amina.id], 3);
  await here.db.query(`insert into collab_snapshot (document_id, upto_seq, state, sha256) values ($1, 150, '\\x0000', sha256('\\x0000'))`, [room.framingId]);
  const clearing = await here.db.connect();
  await clearing.query('begin');
  await clearing.query(`update collab_update set update = '\\x0000' where document_id = $1 and seq = 40`, [room.framingId]);
  const thinned = here.app.get(Thinning).thin(room.framingId);
  await new Promise((resolve) => setTimeout(resolve, 200));
  await clearing.query('commit');
  clearing.release();
  await thinned;
  const all = Buffer.concat((await logOf(room)).map(({ update }) => update)).toString();
  expect(all).toContain('ord38å');
  expect(all).not.toContain('ord39å');
});

test('[W10] a line to the database that breaks in the middle leaves the log as it was, and the server up', async () => {
  const room = await aRoom(here);
  const amina = await here.people.aResident();
  await aLog(room, [amina.id], 2);
  await here.db.query(`insert into collab_snapshot (document_id, upto_seq, state, sha256) values ($1, 100, '\\x0000', sha256('\\x0000'))`, [room.framingId]);
  const before = await logOf(room);
  const clearing = await here.db.connect();
  await clearing.query('begin');
  await clearing.query('select 1 from collab_update where document_id = $1 for update', [room.framingId]);
  const thinned = here.app.get(Thinning).thin(room.framingId).catch((error: unknown) => error);
  const waiting = async () => (await here.db.query(`select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and query like '%first_seq%' and datname = current_database()`)).rowCount;
  await until('it waits, and is cut off', async () => (await waiting()) === 1);
  expect(await thinned).toBeInstanceOf(Error);
  await clearing.query('rollback');
  clearing.release();
  expect(await logOf(room)).toEqual(before);
  await here.app.get(Thinning).thin(room.framingId);
  expect((await logOf(room)).length).toBeLessThan(before.length);
});

test('[W10] rows that would say something else together stay apart', () => {
  const pen = new Y.Doc();
  const updates: Uint8Array[] = [];
  pen.on('update', (update: Uint8Array) => updates.push(update));
  const text = pen.getText('name');
  for (const letter of 'kallt') text.insert(text.length, letter);
  text.delete(0, 2);
  const one = merged(updates);
  expect(one).not.toBeNull();
  expect(Y.decodeUpdate(one ?? new Uint8Array()).structs).toHaveLength(1);
  // One is missing between the others.
  expect(merged([updates[0], updates[2], updates[3]] as Uint8Array[])).toBeNull();
  expect(merged([Uint8Array.of(9, 9, 9)])).toBeNull();
});

function seeded(seed: number): () => number {
  let state = seed;
  return () => ((state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff) / 0x7fffffff);
}
