import { expect, test } from '@jest/globals';
import { isRefusal } from '@samsyn/domain/shared/refusal';
import * as Y from 'yjs';
import { aMarkedLog } from '../../test/markedLog.js';
import { installed } from '../../test/installed.js';
import { aRoom, open, until } from '../../test/room.js';
import { fill } from './fill.js';
import { judge } from './guard.js';
import { History } from './history.js';
import { merged } from './merging.js';
import { openRoots } from './place.js';
import { takeIn } from './takeIn.js';
import { Texts } from './texts.js';

const seeds = process.env['LONG'] === '1' ? 2_000 : 20;

function read(how: (document: Y.Doc) => void): Y.Doc {
  const document = new Y.Doc();
  openRoots(document);
  how(document);
  return document;
}

const textOf = (document: Y.Doc): string => document.getXmlFragment('text').toString();

test('[W4] a text with marks reads the same held, loaded from its log, from a snapshot, from merged rows and replayed in steps', () => {
  for (let seed = 1; seed <= seeds; seed += 1) {
    // As the server does it: what brings nothing new is not written.
    const rows: Uint8Array[] = [];
    const held = read((document) => {
      for (const update of aMarkedLog(seed)) {
        const brings = judge(document, update, () => true);
        if (isRefusal(brings)) throw new Error(`${seed}: ${brings.refused}`);
        if (brings.clients.length === 0 && !brings.deletes) continue;
        rows.push(update);
        takeIn(document, [update]);
      }
    });
    const middle = Math.floor(rows.length / 2);
    const [early, late] = [rows.slice(0, middle), rows.slice(middle)];
    const together = merged(early);
    const others = {
      loaded: read((document) => fill(document, rows)),
      snapshot: read((document) => fill(document, [Y.encodeStateAsUpdate(read((first) => fill(first, early))), ...late])),
      merged: read((document) => fill(document, together === null ? [] : [together, ...late])),
      replayed: read((document) => [early, late].forEach((some) => takeIn(document, some))),
    };
    for (const [how, document] of Object.entries(others)) {
      expect({ seed, how, text: textOf(document) }).toEqual({ seed, how, text: textOf(held) });
      expect({ seed, how, same: Y.equalSnapshots(Y.snapshot(document), Y.snapshot(held)) }).toEqual({ seed, how, same: true });
    }
  }
}, 600_000);

const here = await installed();

test('[W4] marks that two put on the same words at once stand in the log as they stand in memory', async () => {
  const [one, two] = [await here.people.aResident('Amina'), await here.people.aResident('Olle')];
  const room = await aRoom(here);
  await room.takesPart(one, two);
  const pens = [one, two].map((who) => open(here.url, who, room.framingId));
  const [amina, olle] = pens as [(typeof pens)[0], (typeof pens)[0]];
  await until('in', () => pens.every((pen) => pen.saved()));
  amina.write('Det är kallt i trapphuset');
  await until('both read it', () => olle.words().includes('trapphuset') && amina.saved());
  const line = ({ document }: (typeof pens)[0]) => document.getXmlFragment('text').toArray().flatMap((block) => (block as Y.XmlElement).toArray() as Y.XmlText[]).find((words) => words.toString().includes('kallt')) as Y.XmlText;
  const marked = [line(amina), line(olle)] as const;
  for (let round = 0; round < 5; round += 1) {
    const look = { strong: round % 2 === 0 ? {} : null };
    for (const words of marked) words.format(round, 12, look);
    await until('saved', () => pens.every((pen) => pen.saved()));
    await until('alike', () => Y.equalSnapshots(Y.snapshot(amina.document), Y.snapshot(olle.document)));
  }
  const held = here.app.get(Texts).held(room.framingId)?.document as Y.Doc;
  await until('the server has it all', () => Y.equalSnapshots(Y.snapshot(amina.document), Y.snapshot(held)));
  const { document } = await here.app.get(History).load(room.framingId);
  expect(textOf(document)).toBe(textOf(held));
  expect(Y.equalSnapshots(Y.snapshot(document), Y.snapshot(held))).toBe(true);
  for (const pen of pens) pen.destroy();
});

test('[W4] after words of others have come in, a place in a line is where it stands now, and not where it stood', () => {
  const [held, other] = [new Y.Doc(), new Y.Doc()];
  const line = held.getText('line');
  line.insert(0, 'kallt i trapphuset');
  line.insert(5, '!');
  Y.applyUpdate(other, Y.encodeStateAsUpdate(held));
  line.insert(16, '-');
  line.insert(8, '.');
  Y.applyUpdate(other, Y.encodeStateAsUpdate(held));
  const before = Y.encodeStateVector(other);
  other.getText('line').insert(0, 'Det är mycket ');
  takeIn(held, [Y.encodeStateAsUpdate(other, before)]);
  const at = line.toString().indexOf('trapp');
  line.insert(at, 'den ');
  expect(line.toString()).toBe('Det är mycket kallt! i. den trapphu-set');
});
