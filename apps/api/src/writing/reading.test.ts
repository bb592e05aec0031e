import { expect, test } from '@jest/globals';
import * as Y from 'yjs';
import { installed } from '../../test/installed.js';
import { aRoom, open, until } from '../../test/room.js';
import { standsStill } from './passage.js';
import { Writing } from './writing.js';

const here = await installed();
const writing = here.app.get(Writing);

test('[F2] [W16] a text can be read without the editor, also what was written a moment ago', async () => {
  const room = await aRoom(here);
  const amina = await here.people.aResident();
  await room.takesPart(amina);
  expect(await writing.readingOf(room.framingId)).toMatchObject({ plain: '', seq: 1 });
  expect((await writing.fieldsOf(room.framingId)).NAME).toBe('Kyla');
  expect(await writing.writersOf(room.framingId)).toEqual([]);
  const pen = open(here.url, amina, room.framingId);
  pen.document.transact(() => {
    const heading = new Y.XmlElement('paragraph');
    heading.setAttribute('level', 2 as never);
    heading.insert(0, [new Y.XmlText('Trapphuset')]);
    pen.document.getXmlFragment('text').push([heading]);
  });
  pen.write('Det är \0kallt.');
  pen.document.getText('belongs').insert(0, 'trappor');
  await until('saved', pen.saved);
  const reading = await writing.readingOf(room.framingId);
  expect(reading.plain).toBe('Trapphuset\nDet är kallt.');
  expect(reading.content).toEqual({
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Trapphuset' }] },
      { type: 'paragraph', content: [{ type: 'text', text: 'Det är kallt.' }] },
    ],
  });
  expect((await writing.fieldsOf(room.framingId)).BELONGS).toBe('trappor');
  expect(await writing.writersOf(room.framingId)).toEqual([amina.id]);
  pen.write(' Mycket.');
  await until('rendered when it rests', async () => (await here.db.query('select plain from framing_reading where framing_id = $1', [room.framingId])).rows[0].plain.endsWith('Mycket.'));
  pen.destroy();
});

test('[F3] what the server writes for somebody is committed and arrives in open rooms', async () => {
  const room = await aRoom(here);
  const [amina, olle] = [await here.people.aResident(), await here.people.anOfficial()];
  await room.takesPart(amina);
  const pen = open(here.url, amina, room.framingId);
  await until('in', pen.saved);
  await writing.setField(room.framingId, 'NAME', 'Kyla 🥶 i trapphuset', olle.id);
  await until('it arrives', () => pen.document.getText('name').toString() === 'Kyla 🥶 i trapphuset');
  await writing.setField(room.framingId, 'NAME', 'Kyla 🥵 i trapphuset', olle.id);
  expect((await writing.fieldsOf(room.framingId)).NAME).toBe('Kyla 🥵 i trapphuset');
  const rows = await room.rows();
  await writing.setField(room.framingId, 'NAME', 'Kyla 🥵 i trapphuset', olle.id);
  expect(await room.rows()).toBe(rows);
  pen.destroy();
  await expect(writing.setField('00000000-0000-4000-8000-000000000000', 'NAME', 'x', olle.id)).rejects.toMatchObject({ code: 'writing/no-room' });
});

test('[C7] a passage is here while one of its own characters is, and is never found again by likeness', async () => {
  const room = await aRoom(here);
  const amina = await here.people.aResident();
  await room.takesPart(amina);
  const pen = open(here.url, amina, room.framingId);
  pen.write('Elementen är kalla på morgonen.');
  await until('saved', pen.saved);
  const text = () => (pen.document.getXmlFragment('text').get(0) as Y.XmlElement).get(0) as Y.XmlText;
  const at = (index: number) => Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text(), index));
  const passage = await writing.pin(room.framingId, { start: at(10), end: at(18) });
  expect(passage?.quote).toBe('är kalla');
  const anchor = passage?.anchor;
  const now = () => standsStill(pen.document, anchor);
  pen.write(' Och kvällen.');
  text().delete(10, 3);
  await until('saved', pen.saved);
  expect(now()).toBe(true);
  text().delete(10, 5);
  text().insert(10, 'är kalla');
  await until('saved', pen.saved);
  expect(text().toString()).toContain('är kalla');
  expect(now()).toBe(false);
  // Without its characters a passage is judged by those at its ends.
  const ends = { start: at(0), end: at(5) };
  expect([ends, anchor, null, { start: {}, end: 'x' }].map((one) => standsStill(pen.document, one))).toEqual([true, false, false, false]);
  expect(await writing.pin(room.framingId, { start: at(4), end: at(4) })).toBeNull();
  pen.destroy();
});

test('[C7] a passage over several blocks is noted as one reads it', async () => {
  const room = await aRoom(here);
  const amina = await here.people.aResident();
  await room.takesPart(amina);
  const pen = open(here.url, amina, room.framingId);
  for (const words of ['ett två', 'tre', 'fyra fem']) {
    const block = new Y.XmlElement('paragraph');
    block.insert(0, [new Y.XmlText(words)]);
    pen.document.getXmlFragment('text').push([block]);
  }
  await until('saved', pen.saved);
  const text = (block: number) => (pen.document.getXmlFragment('text').get(block) as Y.XmlElement).get(0) as Y.XmlText;
  const at = (block: number, index: number) => Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text(block), index));
  expect((await writing.pin(room.framingId, { start: at(0, 4), end: at(2, 4) }))?.quote).toBe('två\ntre\nfyra');
  expect((await writing.pin(room.framingId, { start: at(0, 4), end: at(0, 7) }))?.quote).toBe('två');
  expect(await writing.pin(room.framingId, { start: at(2, 4), end: at(0, 4) })).toBeNull();
  pen.destroy();
});
