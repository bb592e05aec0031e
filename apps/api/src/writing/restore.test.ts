import { expect, test } from '@jest/globals';
import * as Y from 'yjs';
import { installed } from '../../test/installed.js';
import { aRoom, open, until } from '../../test/room.js';
import type { Node } from './render.js';
import { Writing } from './writing.js';

const here = await installed();
const writing = here.app.get(Writing);

const block = (name: string, words: string, attributes: Record<string, unknown> = {}) => {
  const element = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value as never);
  element.insert(0, [new Y.XmlText(words)]);
  return element;
};
const textIn = (document: Y.Doc, at: number) => (document.getXmlFragment('text').get(at) as Y.XmlElement).get(0) as Y.XmlText;

test('[W7] a text brought back reads as it did, keeps its authors, its marks and the ids of what still stands', async () => {
  const room = await aRoom(here);
  const [amina, olle, kim] = [await here.people.aResident('Amina'), await here.people.anOfficial('Olle'), await here.people.aResearcher('Kim')];
  await room.takesPart(amina, olle, kim);
  const [pen, other] = [open(here.url, amina, room.framingId), open(here.url, olle, room.framingId)];
  const mark = { 'contribution--abcdefgh': { id: '3f0c8e6a-0000-4000-8000-000000000001' } };
  pen.document.transact(() => pen.document.getXmlFragment('text').push([block('heading', 'Trapphuset', { level: 2 }), block('paragraph', 'Det är kallt på natten.'), block('paragraph', 'Elementen låter.')]));
  textIn(pen.document, 1).format(7, 5, mark);
  await until('saved', () => pen.saved() && other.words().includes('låter'));
  textIn(other.document, 1).insert(7, 'mycket ');
  await until('saved', () => other.saved() && pen.words().includes('mycket'));
  const then = await writing.attributedReadingOf(room.framingId);
  // A heading is made of the first paragraph, the second loses its end, the third goes, a fourth comes.
  other.document.transact(() => {
    const text = other.document.getXmlFragment('text');
    textIn(other.document, 1).delete(3, 11);
    text.delete(0, 1);
    text.insert(0, [block('paragraph', 'Nytt')]);
    text.delete(2, 1);
    text.push([block('paragraph', 'Mer nytt')]);
  });
  await until('saved', other.saved);
  const kept = [...wordIds(other.document, 1)];
  await writing.restore(room.framingId, then.seq, kim.id as string);
  const now = await writing.attributedReadingOf(room.framingId);
  expect(now.content).toEqual(then.content);
  expect(now.seq).toBeGreaterThan(then.seq);
  await until('it arrives', () => other.words().includes('låter') && !other.words().includes('nytt'));
  for (const id of kept) expect(wordIds(other.document, 1)).toContain(id);
  // And back again to what was written since: later work is reachable as well.
  await writing.restore(room.framingId, now.seq - 1, kim.id as string);
  const later = await writing.attributedReadingOf(room.framingId);
  expect(wordsBy(later.content)).toContainEqual(['Mer nytt', olle.id]);
  expect(wordsBy(later.content)).toContainEqual(['Det', amina.id]);
  // What reads as it should already is left alone.
  const rows = await room.rows();
  await writing.restore(room.framingId, later.seq, kim.id as string);
  expect(await room.rows()).toBe(rows);
  pen.destroy();
  other.destroy();
});

function wordsBy(node: Node): [string, string | null | undefined][] {
  if (node.text !== undefined) return [[node.text, node.by?.actorId]];
  return (node.content ?? []).flatMap(wordsBy);
}

function wordIds(document: Y.Doc, at: number): string[] {
  const ids: string[] = [];
  for (let item = textIn(document, at)._start; item !== null; item = item.right) {
    if (!item.deleted && item.content instanceof Y.ContentString) for (let unit = 0; unit < item.length; unit += 1) ids.push(`${item.id.client} ${item.id.clock + unit}`);
  }
  return ids;
}
