import { expect, test } from '@jest/globals';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { anInstallation } from '../../test/installation.js';
import { installed } from '../../test/installed.js';
import { aRoom, bare, frame, open, tokenFrame, until } from '../../test/room.js';
import { Texts } from './texts.js';
import { Writing } from './writing.js';

const here = await installed();

test('[W1] when the database breaks off, nobody is shown out and every word is saved when it is back', async () => {
  const room = await aRoom(here);
  const amina = await here.people.aResident();
  await room.takesPart(amina);
  const pen = open(here.url, amina, room.framingId);
  await until('in', pen.saved);
  for (let round = 0; round < 10; round += 1) {
    for (let at = 0; at < 10; at += 1) pen.write(`${round}.${at} `);
    await here.db.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name = ''`);
  }
  await until('saved', pen.saved);
  expect(pen.closes).toEqual([]);
  expect(await room.replayed()).toBe(pen.words());
  expect(pen.words()).toMatch(/^0\.0 .* 9\.9 $/);
  pen.destroy();
});

test('[W1] a text that is opened anew while an edit of somebody who left waits for the database: all who are in it hear each other', async () => {
  const room = await aRoom(here);
  const [amina, olle] = [await here.people.aResident(), await here.people.anOfficial()];
  await room.takesPart(amina, olle);
  const [a, b] = [open(here.url, amina, room.framingId), open(here.url, olle, room.framingId)];
  a.write('Först. ');
  await until('both are in', () => a.saved() && b.words() === 'Först. ');
  const pause = await here.db.connect();
  await pause.query('begin; lock table collab_update in exclusive mode');
  const waiting = `select 1 from pg_locks where relation = 'collab_update'::regclass and not granted`;
  a.write('Väntar. ');
  await until('the edit waits', async () => (await pause.query(waiting)).rows.length > 0);
  await a.offline();
  await b.offline();
  const texts = here.app.get(Texts);
  await until('the text is closed', () => texts.held(room.framingId) === null);
  b.online();
  await until('it is open anew', b.saved);
  const rows = await room.rows();
  await pause.query('commit');
  pause.release();
  await until('the edit is stored', async () => (await room.rows()) > rows);
  a.online();
  a.write('Sist.');
  await until('all read all', () => a.saved() && b.words() === 'Först. Väntar. Sist.');
  expect(await room.replayed()).toBe(b.words());
  a.destroy();
  b.destroy();
});

test('[G4] a reader who never reads is closed, and the others notice nothing', async () => {
  const room = await aRoom(here);
  const [amina, olle] = [await here.people.aResident(), await here.people.anOfficial()];
  await room.takesPart(amina, olle);
  const pen = open(here.url, amina, room.framingId);
  pen.write('x'.repeat(480_000));
  await until('saved', pen.saved);
  const idle = await bare(here.url, { cookie: olle.cookie });
  idle.say(tokenFrame(room.framingId, 5));
  await until('in', () => idle.heard.length > 0);
  idle.ws.pause();
  const ask = frame(room.framingId, 0, (encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint8Array(encoder, Y.encodeStateVector(new Y.Doc()));
  });
  for (let at = 0; at < 38; at += 1) idle.say(ask);
  // Presence of the idle one would be told to the pen; what counts is that the server lets go of the socket.
  pen.write(' och vidare');
  await until('saved beside it', pen.saved);
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  idle.ws.resume();
  await until('it is closed', () => idle.closed !== null);
  expect([1006, 1013]).toContain(idle.closed?.code);
  pen.destroy();
});

test('[W1] a server that goes down in order saves what has arrived and says that it comes back', async () => {
  const other = await anInstallation();
  const room = await aRoom(other);
  const amina = await other.people.aResident();
  await room.takesPart(amina);
  const pen = open(other.url, amina, room.framingId);
  await until('in', pen.saved);
  for (let at = 0; at < 30; at += 1) pen.write(`ord ${at} `);
  await until('the first are on their way', () => pen.provider.unsyncedChanges < 25);
  const promised = 30 - pen.provider.unsyncedChanges;
  await other.app.get(Writing).close();
  await until('told', () => pen.closes.length > 0);
  expect(pen.closes[0]).toMatchObject({ code: 1012 });
  expect(await room.replayed()).toContain(`ord ${promised - 1} `);
  expect((await bare(other.url, { cookie: amina.cookie })).status).toBe(503);
  pen.destroy();
  await other.close();
});

test('[S3] a server that is on its way out is not ready any more', async () => {
  const other = await anInstallation();
  const room = await aRoom(other);
  const amina = await other.people.aResident();
  await room.takesPart(amina);
  const pen = open(other.url, amina, room.framingId);
  await until('in', pen.saved);
  const status = async () => (await fetch(`${other.url}/readyz`)).status;
  expect(await status()).toBe(200);
  // What has been written is being saved, and meanwhile the connection that asked before asks again.
  pen.write('sist');
  const [closing, ready] = [other.close(), status()];
  expect(await ready).toBe(503);
  pen.destroy();
  await closing;
});
