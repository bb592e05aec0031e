import { expect, test } from '@jest/globals';
import * as Y from 'yjs';
import { installed } from '../../test/installed.js';
import { aRoom, open as opens, until, type Pen } from '../../test/room.js';

const here = await installed();
const [amina, olle] = [await here.people.aResident('Amina'), await here.people.anOfficial('Olle')];
const room = await aRoom(here);
await room.takesPart(amina, olle);

const openOn = async (pen: Pen, from: number, to: number) => {
  const text = lines(pen)[0] as Y.XmlText;
  const at = (index: number) => Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index));
  const input = { framingId: room.framingId, anchor: { start: at(from), end: at(to) }, quote: text.toString().slice(from, to) || 'x', text: 'Hur kallt?' };
  return (await amina.asks('mutation($input: OpenThread!) { openThread(input: $input) { id passage { quote removed } } }', { input })).openThread;
};
const lines = (pen: Pen) => pen.document.getXmlFragment('text').toArray().map((block) => (block as Y.XmlElement).get(0) as Y.XmlText);
const passage = async (id: string) => (await olle.asks('query($id: ID!) { thread(id: $id) { passage { quote removed } } }', { id })).thread.passage;

test('[T5] a thread on a passage goes with its words, says so when they are gone, and is not taken in by words that are alike', async () => {
  const pen = opens(here.url, amina, room.framingId);
  await until('the text is open', () => pen.provider.isSynced);
  pen.write('Det är kallt i trapphuset på vintern.');
  await until('it is saved', () => pen.saved());
  const thread = await openOn(pen, 7, 12);
  expect(thread.passage).toEqual({ quote: 'kallt', removed: false });
  // Everybody who has the text open sees the mark.
  const marks = () => lines(pen).flatMap((line) => line.toDelta() as { insert: string; attributes?: Record<string, { id?: string }> }[]).filter((piece) => Object.entries(piece.attributes ?? {}).some(([key, value]) => key.startsWith('thread--') && value.id === thread.id));
  await until('the mark is there', () => marks().map((piece) => piece.insert).join('') === 'kallt');
  // Cut and pasted elsewhere: new characters, with the mark they carry.
  const [key, value] = Object.entries(marks()[0]?.attributes ?? {})[0] as [string, object];
  pen.document.transact(() => {
    const text = lines(pen)[0] as Y.XmlText;
    text.delete(7, 5);
    text.insert(0, 'kallt', { [key]: value });
  });
  await until('it is saved', () => pen.saved());
  expect(await passage(thread.id)).toEqual({ quote: 'kallt', removed: false });
  pen.document.transact(() => (lines(pen)[0] as Y.XmlText).delete(0, 5));
  pen.write(' Det är kallt.');
  await until('it is saved', () => pen.saved());
  expect(await passage(thread.id)).toEqual({ quote: 'kallt', removed: true });
  pen.destroy();
});
