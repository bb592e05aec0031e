import { expect, test } from '@jest/globals';
import * as Y from 'yjs';
import { rangesOf, without } from './erase.js';
import { applied } from './takenAway.js';
import type { Taken } from '@samsyn/domain/versions/removed';

const letters = 'abcdefghijklmnopqrstuvwxyzåäö';

/** A log in which three people write, take away, split lines and put marks on words, and what was taken away. */
function aLog(seed: number): { rows: Uint8Array[]; taken: Taken[][] } {
  let state = seed * 7919 + 1;
  const chance = (most: number) => (state = (state * 1103515245 + 12345) % 2147483648) % most;
  const documents = [1, 2, 3].map((client) => Object.assign(new Y.Doc(), { clientID: client }));
  const rows: Uint8Array[] = [];
  for (let n = 0; n < 160; n += 1) {
    const document = documents[chance(3)] as Y.Doc;
    let update: Uint8Array | null = null;
    const heard = (bytes: Uint8Array) => (update = bytes);
    document.on('update', heard);
    document.transact(() => {
      const text = document.getXmlFragment('text');
      const line = text.length === 0 ? null : ((text.get(chance(text.length)) as Y.XmlElement).get(0) as Y.XmlText);
      const act = chance(10);
      if (line === null || act === 0) {
        const block = new Y.XmlElement('paragraph');
        block.insert(0, [new Y.XmlText()]);
        text.insert(chance(text.length + 1), [block]);
      } else if (act < 6 || line.length < 4) line.insert(chance(line.length + 1), Array.from({ length: 1 + chance(12) }, () => letters[chance(letters.length)]).join(''));
      else if (act < 8) line.delete(chance(line.length - 3), 3);
      else if (act === 8) line.format(0, 2, { strong: {} });
      else text.delete(chance(text.length), 1);
    });
    document.off('update', heard);
    if (update === null) continue;
    for (const other of documents) if (other !== document) Y.applyUpdate(other, update);
    rows.push(update);
  }
  const replayed = new Y.Doc();
  return { rows, taken: rows.flatMap((row) => applied(replayed, row)) };
}

const read = (rows: readonly Uint8Array[]) => {
  const document = new Y.Doc();
  for (const row of rows) Y.applyUpdate(document, row);
  expect(document.store.pendingStructs).toBeNull();
  return document;
};

test('[V6] a log without the words that were cleared gives the same text, with the same characters, deleted and standing', () => {
  let cleared = 0;
  for (let seed = 1; seed <= 30; seed += 1) {
    const { rows, taken } = aLog(seed);
    const some = taken.filter((_run, nr) => nr % 2 === 0);
    const ranges = rangesOf(some.flat());
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
    for (const document of [was, is]) Y.applyUpdate(document, Y.encodeStateAsUpdate(more, before));
    expect(is.getXmlFragment('text').toString()).toBe(was.getXmlFragment('text').toString());
    // The words themselves are in no row any more.
    const said = rewritten.flatMap((row) => Y.decodeUpdate(row).structs.filter((struct): struct is Y.Item => struct instanceof Y.Item && struct.content instanceof Y.ContentString));
    const left = said.filter(({ id, length }) => (ranges.get(id.client) ?? []).some(([from, to]) => id.clock < to && from < id.clock + length));
    expect(left).toEqual([]);
  }
  expect(cleared).toBeGreaterThan(200);
});

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
  const told = rows.flatMap((row) => applied(replayed, row)).map((run) => run.map(([, , text]) => text).join(''));
  expect(told).toEqual(['är mörkt.']);
});
