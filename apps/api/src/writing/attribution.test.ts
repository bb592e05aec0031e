import { expect, test } from '@jest/globals';
import * as Y from 'yjs';
import { installed } from '../../test/installed.js';
import { aRoom, open, until } from '../../test/room.js';
import { Engine } from './engine.js';
import type { Node } from './render.js';
import { Writing } from './writing.js';

const here = await installed();
const writing = here.app.get(Writing);

interface Answer {
  readonly framing: { readonly reading: { readonly attributed: Node; readonly authors: { readonly id: string }[] } };
}

const asked = 'query($id: ID!) { framing(id: $id) { reading { attributed authors { id } } } }';

test('[W6] whose words are whose is read with the text, now and as it was', async () => {
  const room = await aRoom(here);
  const [amina, olle] = [await here.people.aResident('Amina'), await here.people.anOfficial('Olle')];
  await room.takesPart(amina, olle);
  const pen = open(here.url, amina, room.framingId);
  pen.write('Det är kallt.');
  await until('saved', pen.saved);
  const before = (await writing.attributedReadingOf(room.framingId)).seq;
  const other = open(here.url, olle, room.framingId);
  await until('in', () => other.words() === 'Det är kallt.');
  const text = (other.document.getXmlFragment('text').get(0) as Y.XmlElement).get(0) as Y.XmlText;
  text.insert(7, 'mycket ');
  text.format(4, 5, { strong: {} });
  await until('saved', () => other.saved() && pen.words().includes('<strong>'));
  const { framing } = (await olle.asks(asked, { id: room.framingId })) as Answer;
  const by = (somebody: { id: string | null }, text: string, ...marks: string[]) => ({ type: 'text', text, ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}), by: { actorId: somebody.id } });
  expect(framing.reading.attributed.content).toEqual([
    { type: 'paragraph', content: [by(amina, 'Det '), by(amina, 'är ', 'strong'), by(olle, 'my', 'strong'), by(olle, 'cket '), by(amina, 'kallt.')] },
  ]);
  expect(framing.reading.authors.map(({ id }) => id)).toEqual([amina.id, olle.id]);
  const was = await writing.attributedReadingOf(room.framingId, before);
  expect(was).toMatchObject({ seq: before, actorIds: [amina.id], content: { content: [{ content: [by(amina, 'Det är kallt.')] }] } });
  pen.destroy();
  other.destroy();
});

test('[W6] what the server writes for somebody is theirs', async () => {
  const room = await aRoom(here);
  const olle = await here.people.anOfficial('Olle');
  const write = (words: string) => (document: Y.Doc) => {
    const block = new Y.XmlElement('paragraph');
    block.insert(0, [new Y.XmlText(words)]);
    document.getXmlFragment('text').push([block]);
  };
  await writing.apply(room.framingId, write('Hej'), olle.id, 'SYSTEM');
  await writing.apply(room.framingId, write('Nobody'), null, 'SYSTEM');
  const { content } = await writing.attributedReadingOf(room.framingId);
  expect((content.content ?? []).map((block) => block.content?.[0]?.by)).toEqual([{ actorId: olle.id }, { actorId: null }]);
});

test('[W6] divided lines keep their authors in the database, and are worked out from the log where that was lost', async () => {
  const room = await aRoom(here);
  const [amina, olle] = [await here.people.aResident('Amina'), await here.people.anOfficial('Olle')];
  await room.takesPart(amina, olle);
  const pen = open(here.url, amina, room.framingId);
  pen.write('Det är kallt på natten.');
  await until('saved', pen.saved);
  const other = open(here.url, olle, room.framingId);
  await until('in', () => other.words().includes('natten'));
  const line = (at: number) => (other.document.getXmlFragment('text').get(at) as Y.XmlElement).get(0) as Y.XmlText;
  other.document.transact(() => {
    line(0).delete(13, 10);
    const block = new Y.XmlElement('paragraph');
    block.insert(0, [new Y.XmlText('på natten.')]);
    other.document.getXmlFragment('text').insert(1, [block]);
  });
  await until('saved', other.saved);
  const whose = async () => (await writing.attributedReadingOf(room.framingId)).actorIds;
  expect(await whose()).toEqual([amina.id]);
  const noted = async () => (await here.db.query('select clock, len, actor_id, quoted, reason, seq from collab_lineage where document_id = $1', [room.framingId])).rows;
  const rows = await noted();
  expect(rows).toEqual([{ clock: expect.any(Number), len: 10, actor_id: amina.id, quoted: false, reason: 'MOVE', seq: expect.anything() }]);
  pen.destroy();
  other.destroy();
  // What Olle deletes is remembered by the log when the room is opened anew, and nobody has it in memory.
  await until('empty', async () => here.app.get(Engine).hocuspocus.documents.size === 0);
  const again = open(here.url, olle, room.framingId);
  await until('in', () => again.words().includes('natten'));
  const undo = new Y.UndoManager(again.document.getXmlFragment('text'));
  again.document.getXmlFragment('text').delete(0, 1);
  await until('saved', again.saved);
  again.destroy();
  await until('empty', async () => here.app.get(Engine).hocuspocus.documents.size === 0);
  const back = open(here.url, olle, room.framingId, { document: again.document });
  undo.undo();
  await until('saved', back.saved);
  expect((await writing.readingOf(room.framingId)).plain).toBe('Det är kallt \npå natten.');
  expect(await whose()).toEqual([amina.id]);
  back.destroy();
  const before = (await noted()).length;
  await here.db.query('delete from collab_lineage where document_id = $1', [room.framingId]);
  expect(await whose()).toEqual([olle.id]);
  await here.db.query('update collab_document set lineage_seq = null where id = $1', [room.framingId]);
  expect(await whose()).toEqual([amina.id]);
  expect(await noted()).toHaveLength(before);
});
