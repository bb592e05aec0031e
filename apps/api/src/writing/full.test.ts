import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { limits } from '@samsyn/domain/shared/limits';
import * as Y from 'yjs';
import { anInstallation, type Installation, type Somebody } from '../../test/installation.js';
import { aRoom, open, until, type Pen, type Room } from '../../test/room.js';

let here: Installation;
let amina: Somebody;
let guest: Somebody;
beforeAll(async () => {
  here = await anInstallation();
  amina = await here.people.aResident();
  guest = await here.people.anOfficial();
});
afterAll(async () => {
  await here.close();
});

const aRoomForBoth = async (): Promise<Room> => {
  const room = await aRoom(here);
  await room.takesPart(amina, guest);
  return room;
};
const entered = async (who: Somebody, room: Room): Promise<Pen> => {
  const pen = open(here.url, who, room.framingId);
  await until('in', pen.saved);
  return pen;
};
const much = (part: number): string => 'x'.repeat(limits.text * part);

test('[W5] whoever fills a text is refused at its end; the other writes on, and nothing acknowledged is lost', async () => {
  const room = await aRoomForBoth();
  const [pen, other] = [await entered(guest, room), await entered(amina, room)];
  other.write('Trapphuset är kallt.');
  await until('saved', other.saved);
  // One piece fits, and another; a third does not.
  for (let piece = 0; piece < 2; piece += 1) {
    pen.write(much(0.4));
    await until('saved', pen.saved);
  }
  pen.write(much(0.4));
  await until('refused', () => pen.closes.length > 0);
  expect(pen.closes[0]).toEqual({ code: 4413, reason: 'writing/full' });
  pen.destroy();
  other.write(' Och fönstren drar.');
  await until('saved', other.saved);
  expect(other.closes).toEqual([]);
  expect(await room.replayed()).toContain('Trapphuset är kallt. Och fönstren drar.');
  const { framing } = await amina.asks('query ($id: ID!) { framing(id: $id) { reading { plain } } }', { id: room.framingId });
  expect(framing.reading.plain.length).toBeGreaterThan(limits.text * 0.8);
  expect(framing.reading.plain.length).toBeLessThan(limits.text);
  other.destroy();
});

test('[W5] many who send at once do not get in together what none of them would get in alone', async () => {
  const room = await aRoomForBoth();
  const pens = await Promise.all(Array.from({ length: 6 }, () => entered(guest, room)));
  for (const pen of pens) pen.write(much(0.9));
  await until('all answered', () => pens.every((pen) => pen.saved() || pen.closes.length > 0));
  expect(pens.filter((pen) => pen.closes.length > 0).map((pen) => pen.closes[0]?.reason)).toEqual(Array(5).fill('writing/full'));
  for (const pen of pens) pen.destroy();
  expect((await room.replayed()).length).toBeLessThan(limits.text);
});

test('[W5] in a full text one can take away, and then write again, also when it has been read anew from its log', async () => {
  const room = await aRoomForBoth();
  const first = await entered(guest, room);
  first.write(much(0.999));
  await until('saved', first.saved);
  first.destroy();
  const refused = await entered(amina, room);
  refused.write(much(0.01));
  await until('refused', () => refused.closes.length > 0);
  refused.destroy();
  const pen = await entered(amina, room);
  const words = (pen.document.getXmlFragment('text').get(0) as Y.XmlElement).get(0) as Y.XmlText;
  // Joining two lines writes the words of the second once more: what goes in the same edit makes room for it.
  pen.document.transact(() => {
    words.delete(0, limits.text * 0.5);
    words.insert(0, much(0.3));
  });
  await until('saved', pen.saved);
  pen.write('Här får det plats.');
  await until('saved', pen.saved);
  expect(pen.closes).toEqual([]);
  expect(await room.replayed()).toContain('Här får det plats.');
  pen.destroy();
});
