import { expect, test } from '@jest/globals';
import * as Y from 'yjs';
import { installed } from '../../test/installed.js';
import { aRoom, open, until, type Pen, type Room } from '../../test/room.js';
import { told } from '../../test/sharedText.js';
import { Writing } from './writing.js';

const here = await installed();
const writing = here.app.get(Writing);
const [amina, olle] = [await here.people.aResident('Amina'), await here.people.anOfficial('Olle')];

async function written(room: Room, words: string): Promise<Pen> {
  await room.takesPart(amina);
  const pen = open(here.url, amina, room.framingId);
  await until('in', pen.saved);
  pen.write(words);
  await until('saved', pen.saved);
  return pen;
}

interface Said {
  readonly from: { readonly client: number; readonly clock: number };
  readonly text?: string;
  /** About whose characters, if not about one's own. */
  readonly client?: number;
}

// A line is put in, and before it is sent the browser says where its words come from.
async function puts(pen: Pen, words: string, { from, text, client = pen.document.clientID }: Said): Promise<void> {
  const clock = Y.getState(pen.document.store, pen.document.clientID) + 2;
  pen.provider.sendStateless(JSON.stringify({ words: [[clock, words.length, from.client, from.clock]], client, ...(text === undefined ? {} : { text }) }));
  const block = new Y.XmlElement('paragraph');
  block.insert(0, [new Y.XmlText(words)]);
  pen.document.getXmlFragment('text').push([block]);
  await until('saved', pen.saved);
}

const names = new Map([[amina.id, 'Amina'], [olle.id, 'Olle']]);
async function last({ framingId }: Room): Promise<string> {
  const { content = [] } = (await writing.attributedReadingOf(framingId)).content;
  const piece = told(content.at(-1) ?? { type: 'paragraph' }).join(' ');
  return [...names].reduce((said, [id, name]) => said.replace(id as string, name), piece);
}

test('[W6] what a browser says over the line is believed where the letters are the same, of a text one may read, and nowhere else', async () => {
  const [room, open1, closed] = [await aRoom(here), await aRoom(here), await aRoom(here, 'CLOSED')];
  const pens = [await written(room, 'Det är kallt.'), await written(open1, 'Det drar.'), await written(closed, 'Hemligt.')];
  const [kallt, drar, hemligt] = pens.map(({ document }, at) => ({ client: document.clientID, clock: 2 + ([7, 4, 0][at] ?? 0) })) as [Said['from'], Said['from'], Said['from']];
  await room.takesPart(olle);
  const pen = open(here.url, olle, room.framingId);
  await until('in', () => pen.words() === 'Det är kallt.');
  const whose = async (words: string, said: Said): Promise<string> => {
    await puts(pen, words, said);
    return last(room);
  };
  // Too short to be known without a word from the browser, and then a quotation.
  expect(await whose('kallt', { from: kallt })).toBe('Amina!:kallt');
  expect(await whose('drar', { from: drar, text: open1.framingId })).toBe('Amina!:drar');
  // Words of somebody else, but not these.
  expect(await whose('varmt', { from: kallt })).toBe('Olle:varmt');
  expect(await whose('stort', { from: drar, text: open1.framingId })).toBe('Olle:stort');
  // The same letters, in a text that is not to be read by whoever says so; and in one that is not there.
  expect(await whose('Hemligt', { from: hemligt, text: closed.framingId })).toBe('Olle:Hemligt');
  expect(await whose('kallt', { from: kallt, text: '00000000-0000-4000-8000-000000000000' })).toBe('Olle:kallt');
  // Cut out there and put in here: known to those who take part there, and to nobody else.
  const line = (pens[1]!.document.getXmlFragment('text').get(0) as Y.XmlElement).get(0) as Y.XmlText;
  line.delete(4, 4);
  await until('saved', pens[1]!.saved);
  expect(await whose('drar', { from: drar, text: open1.framingId })).toBe('Olle:drar');
  await open1.takesPart(olle);
  expect(await whose('drar', { from: drar, text: open1.framingId })).toBe('Amina!:drar');
  expect(await whose('stort', { from: drar, text: open1.framingId })).toBe('Olle:stort');
  // About characters of another's browser.
  expect(await whose('Dett', { from: kallt, client: kallt.client })).toBe('Olle:Dett');
  for (const one of [...pens, pen]) one.destroy();
});
