import { expect, test } from '@jest/globals';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { installed } from '../../test/installed.js';
import { aRoom, bare, frame, open, tokenFrame, until } from '../../test/room.js';
import { Database } from '../core/database.js';
import { fill } from './fill.js';
import { isKnown } from './guard.js';
import { Texts } from './texts.js';

const here = await installed();
const words = 'Det är kallt i trapphuset. '.repeat(400);

test('[W1] whoever comes to look is sent the text once, and for that the server reads it once', async () => {
  const room = await aRoom(here);
  const [amina, olle] = [await here.people.aResident(), await here.people.anOfficial()];
  await room.takesPart(amina, olle);
  const pen = open(here.url, amina, room.framingId);
  pen.write(words);
  await until('saved', pen.saved);
  pen.destroy();
  const texts = here.app.get(Texts);
  await until('nobody is there', () => texts.held(room.framingId) === null);

  const { pool } = here.app.get(Database);
  const query = pool.query.bind(pool) as (given: unknown) => Promise<unknown>;
  const asked: string[] = [];
  pool.query = ((given: { name?: string }) => (asked.push(given.name ?? ''), query(given))) as never;
  const reader = await bare(here.url, { cookie: olle.cookie });
  try {
    const sync = (type: number, payload: Uint8Array): void =>
      reader.say(frame(room.framingId, 0, (encoder) => (encoding.writeVarUint(encoder, type), encoding.writeVarUint8Array(encoder, payload))));
    reader.say(tokenFrame(room.framingId, 7));
    sync(0, Y.encodeStateVector(new Y.Doc()));
    await until('shown', () => whole(reader.heard) > 0);
    // What a provider says next: that it has nothing the server lacks. It is answered, and only then would a second copy have come too.
    const heard = reader.heard.length;
    sync(1, Y.encodeStateAsUpdate(pen.document, Y.encodeStateVector(pen.document)));
    await until('answered', () => reader.heard.length > heard);
    expect(whole(reader.heard)).toBe(1);
    expect(asked.filter((name) => /^(history|lineage)\./.test(name))).toEqual(['history.has', 'history.snapshot', 'history.rows']);
  } finally {
    pool.query = query as never;
    reader.ws.terminate();
  }
});

test('[W1] a document is filled without a word to those who listen, who hear everything from then on', () => {
  const [from, to] = [new Y.Doc(), new Y.Doc()];
  from.getXmlFragment('text').push([new Y.XmlElement('paragraph')]);
  const heard: Uint8Array[] = [];
  to.on('update', (update: Uint8Array) => heard.push(update));
  const state = Y.encodeStateAsUpdate(from);
  fill(to, [state]);
  expect([to.getXmlFragment('text').length, heard.length]).toEqual([1, 0]);
  expect(() => fill(to, [Uint8Array.of(255)])).toThrow();
  to.getXmlFragment('text').push([new Y.XmlElement('paragraph')]);
  expect(heard).toHaveLength(1);
  expect([isKnown(to, state), isKnown(from, heard[0] as Uint8Array)]).toEqual([true, false]);
});

function whole(heard: readonly Uint8Array[]): number {
  return heard.filter(({ byteLength }) => byteLength > words.length).length;
}
