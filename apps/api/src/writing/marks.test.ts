import { expect, test } from '@jest/globals';
import * as Y from 'yjs';
import { installed } from '../../test/installed.js';
import { aRoom, open, until } from '../../test/room.js';
import { keyOf, mark, standsIn, unmark } from './marks.js';
import { paragraphsOf } from './paragraphs.js';
import { pinned } from './passage.js';
import { contentOf } from './render.js';
import { Writing } from './writing.js';

const one = '0b6a7f0e-6a39-4c53-9c3e-0d2f3a4b5c6d';
const other = '1c7b8f1f-7b4a-4d64-8d4f-1e3f4b5c6d7e';

function written(...lines: string[]): Y.Doc {
  const document = new Y.Doc();
  for (const line of lines) {
    const block = new Y.XmlElement('paragraph');
    document.getXmlFragment('text').push([block]);
    block.insert(0, [new Y.XmlText(line)]);
  }
  return document;
}

function anchorOf(document: Y.Doc, line: number): unknown {
  return pinned(document, paragraphsOf(document)[line]?.anchor)?.anchor;
}

function textOf(document: Y.Doc, line: number): Y.XmlText {
  return (document.getXmlFragment('text').get(line) as Y.XmlElement).get(0) as Y.XmlText;
}

test('[C11] a passage is marked by its very characters, over others, and not one of them is written anew', () => {
  const document = written('Det drar i trapphuset.', 'Ingen har mätt.');
  const before = Y.encodeStateVector(document);
  const length = () => [...Y.decodeStateVector(Y.encodeStateVector(document)).values()].length;
  const clients = length();
  const anchor = anchorOf(document, 0);
  document.clientID = 77;
  expect(mark(document, anchor, { mark: 'contribution', id: one })).toBe(true);
  expect(mark(document, anchor, { mark: 'contribution', id: other })).toBe(true);
  expect(mark(document, anchor, { mark: 'thread', id: one })).toBe(true);
  const stands = standsIn(contentOf(document), 'contribution');
  // Of two over the same words neither is the first; their order is for those who show them.
  expect(stands).toEqual(new Map([one, other].map((id) => [id, [{ quote: 'Det drar i trapphuset.', line: 0, lastLine: 0 }]])));
  // What was added is formats under the client of the one who marks; the words are still under the first.
  expect(length()).toBe(clients + 1);
  const added = Y.decodeUpdate(Y.encodeStateAsUpdate(document, before)).structs;
  expect(added.every((struct) => struct.id.client === 77 && (struct as Y.Item).content instanceof Y.ContentFormat)).toBe(true);
  expect(unmark(document, { mark: 'contribution', id: one })).toBe(true);
  expect(unmark(document, { mark: 'contribution', id: one })).toBe(false);
  expect([...standsIn(contentOf(document), 'contribution').keys()]).toEqual([other]);
  expect([...standsIn(contentOf(document), 'thread').keys()]).toEqual([one]);
});

test('[C7] words that are gone are not marked, words alike in another place neither; what is left of a passage is', () => {
  const document = written('Det drar. Det är kallt.');
  const anchor = anchorOf(document, 0);
  textOf(document, 0).delete(0, 10);
  textOf(document, 0).insert(0, 'Det drar. ');
  expect(mark(document, anchor, { mark: 'contribution', id: one })).toBe(true);
  expect(standsIn(contentOf(document), 'contribution').get(one)?.map(({ quote }) => quote)).toEqual(['Det är kallt.']);
  document.getXmlFragment('text').delete(0, 1);
  expect(mark(document, anchor, { mark: 'contribution', id: other })).toBe(false);
  for (const strange of [null, {}, 'x', { words: [[1, 2]] }, { words: [null, ['a', 1, 1], [-1, 0, 5], [1e308, 0, 1]] }, { start: 7, end: null }]) {
    expect(mark(document, strange, { mark: 'contribution', id: other })).toBe(false);
  }
});

test('[C11] words that were parted stand in several places, in the order one reads them; words over two lines in one', () => {
  const document = written('Ett två tre', 'Fyra fem');
  const paragraphs = paragraphsOf(document);
  const both = pinned(document, { start: (paragraphs[0]?.anchor as { start: unknown }).start, end: (paragraphs[1]?.anchor as { end: unknown }).end })?.anchor;
  mark(document, both, { mark: 'contribution', id: one });
  expect(standsIn(contentOf(document), 'contribution').get(one)).toEqual([{ quote: 'Ett två tre\nFyra fem', line: 0, lastLine: 1 }]);
  // Without the attribute it would take that of its neighbours, as what is typed within a passage does.
  textOf(document, 0).insert(4, 'NYTT ', {});
  expect(standsIn(contentOf(document), 'contribution').get(one)).toEqual([
    { quote: 'Ett ', line: 0, lastLine: 0 },
    { quote: 'två tre\nFyra fem', line: 0, lastLine: 1 },
  ]);
});

test('[C11] a mark has the name that editors give it', () => {
  // The editor's own name for it is held by a test on its side.
  expect(keyOf({ mark: 'contribution', id: one })).toBe('contribution--z594qCf7');
});

const here = await installed();
const writing = here.app.get(Writing);

test('[C11] the server marks a passage for somebody, and whoever writes there sees it arrive', async () => {
  const room = await aRoom(here);
  const amina = await here.people.aResident();
  await room.takesPart(amina);
  const pen = open(here.url, amina, room.framingId);
  await until('in', pen.saved);
  pen.write('Det är kallt.');
  await until('saved', pen.saved);
  const [paragraph] = await writing.paragraphsOf(room.framingId);
  expect(await writing.mark(room.framingId, paragraph?.anchor, { mark: 'thread', id: one }, amina.id)).toBe(true);
  await until('it arrives', () => pen.words().includes(one));
  expect(await writing.marked(room.framingId, 'thread')).toEqual(new Map([[one, [{ quote: 'Det är kallt.', line: 0, lastLine: 0 }]]]));
  const rows = await room.rows();
  // A second time it is there already.
  expect(await writing.mark(room.framingId, paragraph?.anchor, { mark: 'thread', id: one }, amina.id)).toBe(true);
  expect(await room.rows()).toBe(rows);
  await writing.unmark(room.framingId, { mark: 'thread', id: one }, amina.id);
  expect(await writing.marked(room.framingId, 'thread')).toEqual(new Map());
  expect(await writing.mark('00000000-0000-4000-8000-000000000000', paragraph?.anchor, { mark: 'thread', id: one }, amina.id)).toBe(false);
  pen.destroy();
});
