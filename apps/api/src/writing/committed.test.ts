import { expect, test } from '@jest/globals';
import type * as Y from 'yjs';
import { installed } from '../../test/installed.js';
import { aRoom, open, until } from '../../test/room.js';

const here = await installed();

test('[W1] nothing is acknowledged or shown to others before the database has committed it', async () => {
  const room = await aRoom(here);
  const [amina, olle] = [await here.people.aResident(), await here.people.anOfficial()];
  await room.takesPart(amina, olle);
  const [a, b] = [open(here.url, amina, room.framingId), open(here.url, olle, room.framingId)];
  await until('both are in', () => a.saved() && b.saved());
  const pause = await here.db.connect();
  await pause.query('begin; lock table collab_update in exclusive mode');
  a.write('trapphuset är kallt');
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(a.saved()).toBe(false);
  expect(b.words()).toBe('');
  await pause.query('commit');
  pause.release();
  await until('it is acknowledged', a.saved);
  await until('the other sees it', () => b.words() === 'trapphuset är kallt');
  expect(await room.replayed()).toBe('trapphuset är kallt');
  a.destroy();
  b.destroy();
});

test('[W1] what is written while offline arrives once, and both texts become one', async () => {
  const room = await aRoom(here);
  const [amina, olle] = [await here.people.aResident(), await here.people.anOfficial()];
  await room.takesPart(amina, olle);
  const [a, b] = [open(here.url, amina, room.framingId), open(here.url, olle, room.framingId)];
  a.write('först ');
  await until('the first words are saved', () => a.saved() && b.words() === 'först ');
  await a.offline();
  a.write('hos Amina');
  b.write('hos Olle');
  await until('Olle is saved', b.saved);
  a.online();
  await until('they are one', () => a.saved() && a.words() === b.words() && a.words().includes('hos Olle'));
  expect(a.words().match(/hos Amina/g)).toHaveLength(1);
  const rows = await room.rows();
  await a.offline();
  a.online();
  await until('back again', a.saved);
  expect(await room.rows()).toBe(rows);
  expect(await room.replayed()).toBe(a.words());
  a.destroy();
  b.destroy();
});

/** Words written offline that are on the device only; the text is opened anew under another client. */
async function anEarlierSitting() {
  const room = await aRoom(here);
  const amina = await here.people.aResident();
  await room.takesPart(amina);
  const first = open(here.url, amina, room.framingId);
  await until('in', first.saved);
  await first.offline();
  first.write('skrivet på tåget');
  const { document } = first;
  const earlier = document.clientID;
  first.destroy();
  document.clientID = 4711;
  return { room, amina, document, earlier };
}

test('[F2] words written offline in an earlier sitting arrive under the client they were written with', async () => {
  const { room, amina, document, earlier } = await anEarlierSitting();
  const again = open(here.url, amina, room.framingId, { document, earlier: [earlier] });
  again.write('och hemma');
  await until('saved', again.saved);
  expect(await room.replayed()).toBe('skrivet på tåget\noch hemma');
  again.destroy();
});

test('[W1] typed while coming back, before what was written offline has been told: nothing is lost, and "saved" is not said early', async () => {
  const room = await aRoom(here);
  const amina = await here.people.aResident();
  await room.takesPart(amina);
  const a = open(here.url, amina, room.framingId);
  a.write('hemma, ');
  await until('saved', a.saved);
  await a.offline();
  a.write('på tåget, ');
  const statuses: number[] = [];
  a.provider.on('message', ({ event }: { event: { data: ArrayBuffer } }) => {
    const frame = new Uint8Array(event.data);
    // The length of the id, the id, the kind of frame, and the answer.
    if (frame.length === 39 && frame[37] === 8) statuses.push(frame[38] ?? -1);
  });
  // At the first word from the server, when the provider has asked for the text but not yet told its own.
  a.provider.on('authenticated', () => {
    a.write('tillbaka, ');
    a.write('igen');
  });
  a.online();
  await until('saved', a.saved);
  expect(await room.replayed()).toBe('hemma, på tåget, tillbaka, igen');
  // One kept back while offline, two typed now, and the telling of everything.
  await until('each is acknowledged once', () => statuses.length === 4);
  expect(statuses).toEqual([1, 1, 1, 1]);
  expect(a.closes).toHaveLength(1);
  a.destroy();
});

test('[W1] what is typed before the words of an earlier sitting have been told is not said to be saved before they are', async () => {
  const { room, amina, document, earlier } = await anEarlierSitting();
  const rows = await room.rows();
  const pause = await here.db.connect();
  await pause.query('begin; lock table collab_update in exclusive mode');
  const again = open(here.url, amina, room.framingId, { document, earlier: [earlier] });
  const own = (document.getXmlFragment('text').get(0) as Y.XmlElement).get(0) as Y.XmlText;
  let typed = false;
  let told = 0;
  again.provider.on('message', ({ event }: { event: { data: ArrayBuffer } }) => (told += new Uint8Array(event.data)[37] === 8 ? 1 : 0));
  again.provider.on('authenticated', () => {
    own.insert(own.length, ' och hemma');
    typed = true;
  });
  await until('typed', () => typed);
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect([told, again.saved(), await room.rows()]).toEqual([0, false, rows]);
  await pause.query('commit');
  pause.release();
  await until('saved', again.saved);
  expect(await room.replayed()).toBe('skrivet på tåget och hemma');
  again.destroy();
});

test('[W1] a paragraph written and deleted again while offline does not stand in the way of the rest', async () => {
  const room = await aRoom(here);
  const amina = await here.people.aResident();
  await room.takesPart(amina);
  const a = open(here.url, amina, room.framingId);
  await until('in', a.saved);
  await a.offline();
  a.write('bort med det');
  a.document.getXmlFragment('text').delete(0, 1);
  const block = new (await import('yjs')).XmlElement('paragraph');
  a.document.getXmlFragment('text').push([block]);
  a.online();
  await until('saved', a.saved);
  expect(a.closes.filter(({ code }) => code >= 4400)).toEqual([]);
  expect(await room.replayed()).toBe('');
  a.destroy();
});

test('[W1] what the database will not store is not said to be saved, takes nothing of others with it, and is saved when it can be', async () => {
  const [room, other] = [await aRoom(here), await aRoom(here)];
  const [amina, olle] = [await here.people.aResident(), await here.people.anOfficial()];
  await room.takesPart(amina);
  await other.takesPart(olle);
  const [a, b] = [open(here.url, amina, room.framingId), open(here.url, olle, other.framingId)];
  await until('both are in', () => a.saved() && b.saved());
  await here.db.query(`
    create function will_not() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
    create trigger will_not before insert on collab_update for each row when (new.document_id = '${room.framingId}') execute function will_not()`);
  a.write('trapphuset är kallt');
  b.write('hissen står');
  await until('Amina is told', () => a.closes.some(({ code }) => code === 4503));
  await until('Olle is saved', b.saved);
  expect(a.saved()).toBe(false);
  expect(await room.replayed()).toBe('');
  await here.db.query('drop trigger will_not on collab_update; drop function will_not');
  await until('Amina is saved', a.saved);
  expect([await room.replayed(), await other.replayed()]).toEqual(['trapphuset är kallt', 'hissen står']);
  a.destroy();
  b.destroy();
});
