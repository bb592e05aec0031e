import { expect, test } from '@jest/globals';
import * as Y from 'yjs';
import { aMarkedLog } from '../../test/markedLog.js';
import { takeIn } from '../writing/takeIn.js';
import { rangesOf, without } from './erase.js';
import { applied } from './takenAway.js';

const read = (rows: readonly Uint8Array[]) => {
  const document = new Y.Doc();
  for (const row of rows) takeIn(document, [row]);
  expect(document.store.pendingStructs).toBeNull();
  return document;
};

test('[V6] a log without the words that were cleared gives the same text, with the same characters, deleted and standing', () => {
  let cleared = 0;
  for (let seed = 1; seed <= (process.env['LONG'] === '1' ? 2_000 : 30); seed += 1) {
    const rows = aMarkedLog(seed);
    const replayed = new Y.Doc();
    const taken = rows.flatMap((row) => applied(replayed, row));
    const some = taken.filter((_run, nr) => nr % 2 === 0);
    const ranges = rangesOf(some.flatMap(({ pieces }) => pieces));
    const rewritten = rows.map((row) => without(row, ranges) ?? row);
    cleared += rows.filter((row, nr) => row !== rewritten[nr]).length;
    const [was, is] = [read(rows), read(rewritten)];
    expect(is.getXmlFragment('text').toString()).toBe(was.getXmlFragment('text').toString());
    expect(Y.equalSnapshots(Y.snapshot(was), Y.snapshot(is))).toBe(true);
    // And from then on both take in the same.
    const more = new Y.Doc();
    Y.applyUpdate(more, Y.encodeStateAsUpdate(was));
    const before = Y.encodeStateVector(more);
    (more.getXmlFragment('text').get(0) as Y.XmlElement | undefined)?.insert(0, [new Y.XmlText('mer')]);
    for (const document of [was, is]) takeIn(document, [Y.encodeStateAsUpdate(more, before)]);
    expect(is.getXmlFragment('text').toString()).toBe(was.getXmlFragment('text').toString());
    // The words themselves are in no row any more.
    const said = rewritten.flatMap((row) => Y.decodeUpdate(row).structs.filter((struct): struct is Y.Item => struct instanceof Y.Item && struct.content instanceof Y.ContentString));
    const left = said.filter(({ id, length }) => (ranges.get(id.client) ?? []).some(([from, to]) => id.clock < to && from < id.clock + length));
    expect(left).toEqual([]);
  }
  expect(cleared).toBeGreaterThan(200);
}, 600_000);

test('[V5] what a row takes away is told in reading order; what it only moves has not gone', () => {
  const document = new Y.Doc();
  const rows: Uint8Array[] = [];
  document.on('update', (row: Uint8Array) => rows.push(row));
  const line = new Y.XmlText();
  const block = new Y.XmlElement('paragraph');
  block.insert(0, [line]);
  document.getXmlFragment('text').insert(0, [block]);
  line.insert(0, 'mörkt.');
  line.insert(0, 'Det är ');
  line.delete(4, 9);
  // A line that is split: its end is taken away and written again in a line of its own.
  document.transact(() => {
    line.delete(0, 2);
    const next = new Y.XmlElement('paragraph');
    next.insert(0, [new Y.XmlText('De')]);
    document.getXmlFragment('text').insert(1, [next]);
  });
  const replayed = new Y.Doc();
  const told = rows.flatMap((row) => applied(replayed, row)).map(({ pieces }) => pieces.map(([, , text]) => text).join(''));
  expect(told).toEqual(['är mörkt.']);
});
