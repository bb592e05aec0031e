import { expect, test } from '@jest/globals';
import * as Y from 'yjs';
import type { Somebody } from '../../test/installation.js';
import { installed } from '../../test/installed.js';
import { aRoom, open, until, type Room } from '../../test/room.js';
import { told } from '../../test/sharedText.js';
import { Engine } from './engine.js';
import { History } from './history.js';
import { Writing } from './writing.js';

const here = await installed();
const writing = here.app.get(Writing);
const [amina, olle] = [await here.people.aResident('Amina'), await here.people.anOfficial('Olle')];

const line = (document: Y.Doc, at: number) => (document.getXmlFragment('text').get(at) as Y.XmlElement).get(0) as Y.XmlText;
const aLine = (words: string): Y.XmlElement => {
  const block = new Y.XmlElement('paragraph');
  block.insert(0, [new Y.XmlText(words)]);
  return block;
};

// Amina writes; Olle divides her line, quotes it, moves some of it and writes a word of his own.
async function aText(room: Room): Promise<void> {
  await room.takesPart(amina, olle);
  const pen = open(here.url, amina, room.framingId);
  for (const words of ['Barnens hälsa är sämre ', 'i de kalla husen, ', 'och ingen säger varför']) {
    pen.write(words);
    await until('saved', pen.saved);
  }
  const other = open(here.url, olle, room.framingId);
  await until('in', () => other.words().includes('varför'));
  const acts: ((document: Y.Doc) => void)[] = [
    (document) => {
      line(document, 0).delete(41, 22);
      document.getXmlFragment('text').insert(1, [aLine('och ingen säger varför')]);
    },
    (document) => document.getXmlFragment('text').push([aLine('Barnens hälsa är sämre')]),
    (document) => {
      line(document, 1).delete(0, 10);
      line(document, 1).insert(line(document, 1).length, 'och ingen ');
    },
    (document) => line(document, 0).insert(8, 'nog '),
  ];
  for (const act of acts) {
    other.document.transact(() => act(other.document));
    await until('saved', other.saved);
  }
  pen.destroy();
  other.destroy();
  await until('left', async () => here.app.get(Engine).hocuspocus.documents.size === 0);
}

// It is taken along as a signed file, and brought in again.
async function through(who: Somebody, room: Room): Promise<string> {
  const file = await (await who.fetch(`/export/${room.framingId}.json`)).text();
  const brought = await who.fetch(`/bring?alliance=${room.allianceId}&name=kyla.json`, { method: 'POST', body: file, headers: { 'content-type': 'application/octet-stream' } });
  const { id } = (await brought.json()) as { id: string };
  const problemId = (await here.db.query('select id from problem where alliance_id = $1', [room.allianceId])).rows[0].id as string;
  const opened = await who.asks('mutation($id: ID!, $problemId: ID!) { bringAsFraming(id: $id, problemId: $problemId, name: "Igen") { framing { id } } }', { id, problemId });
  return opened.bringAsFraming.framing.id as string;
}

// What was written is a day old, and compacted.
async function compacted({ framingId }: Room): Promise<void> {
  await here.db.query(`update collab_update set created_at = created_at - interval '1 day' where document_id = $1`, [framingId]);
  await here.app.get(History).compact(framingId);
}

const rows = async ({ framingId }: Room): Promise<number> => Number((await here.db.query('select count(*) as n from collab_update where document_id = $1', [framingId])).rows[0].n);

/** What is done with a text that stands still; the id under which it is read then. */
const ways: readonly { readonly what: string; readonly keep: (room: Room) => Promise<string> }[] = [
  { what: 'everybody has left, and it is loaded anew', keep: async ({ framingId }) => framingId },
  {
    what: 'it is compacted: old rows merged, and read from a snapshot',
    keep: async (room) => {
      const before = await rows(room);
      await compacted(room);
      expect(await rows(room)).toBeLessThan(before);
      return room.framingId;
    },
  },
  {
    what: 'its snapshots are lost, and it is read from the merged rows',
    keep: async (room) => {
      await compacted(room);
      await here.db.query('delete from collab_snapshot where document_id = $1', [room.framingId]);
      return room.framingId;
    },
  },
  // The way of a file takes seconds; its own slice tries it in every run.
  ...(process.env['LONG'] === '1' ? [{ what: 'it is taken along as a signed file, and brought in again', keep: (room: Room) => through(amina, room) }] : []),
];

test.each(ways)('[W4 W6 X3] whose words are whose stays the same when $what', async ({ keep }) => {
  const room = await aRoom(here);
  await aText(room);
  const [a, o] = [amina.id, olle.id];
  const whose = [`${a}:Barnens `, `${o}:nog `, `${a}:hälsa är sämre i de kalla husen, säger varföroch ingen `, `${a}!:Barnens hälsa är sämre`];
  expect(told((await writing.attributedReadingOf(room.framingId)).content)).toEqual(whose);
  expect(told((await writing.attributedReadingOf(await keep(room))).content)).toEqual(whose);
});
