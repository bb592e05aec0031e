import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { browsing, type Browsing, type Visitor } from './browser';
import { aFraming, atEnd, comes, elsa, fatuma, onServer, saveLine, shown, twoAtIt, write } from './desk';

let house: Browsing;
let guests: Visitor[] = [];
beforeAll(async () => {
  if (process.env['LONG'] === undefined) return;
  house = await browsing();
});
afterEach(async () => {
  const faults = guests.flatMap((guest) => guest.faults);
  await Promise.all(guests.map((guest) => guest.close()));
  guests = [];
  expect(faults).toEqual([]);
});
afterAll(async () => (process.env['LONG'] === undefined ? undefined : house.close()));

const two = async () => {
  const met = await twoAtIt(house);
  guests.push(met.one, met.other);
  return met;
};
const inTheLongRun = process.env['LONG'] === undefined ? test.skip : test;

inTheLongRun('[W1] [W18] a line that breaks at any moment, again and again, loses and doubles no word of two who write and make lists', async () => {
  const [one, other] = [await house.visitor(elsa, { width: 1280, height: 900 }), await house.visitor(fatuma, { width: 1280, height: 900 })];
  guests.push(one, other);
  let breaks = true;
  let cuts = 0;
  for (const who of [one, other]) {
    await who.page.routeWebSocket(/\/collab/, (socket) => {
      const server = socket.connectToServer();
      // After some frames, either way, nothing more comes through; a moment later the socket closes.
      let left = breaks ? 6 + Math.floor(Math.random() * 40) : Infinity;
      const passes = (): boolean => {
        left -= 1;
        if (left === 0) {
          cuts += 1;
          setTimeout(() => void Promise.all([socket.close({ code: 4999 }), server.close()]).catch(() => undefined), 60);
        }
        return left > 0 || !breaks;
      };
      socket.onMessage((message) => (passes() ? server.send(message) : undefined));
      server.onMessage((message) => (passes() ? socket.send(message) : undefined));
    });
  }
  const { id } = await aFraming(one);
  await Promise.all([write(one, id), write(other, id)]);
  await atEnd(one);
  const words = (letter: string) => Array.from({ length: 120 }, (_, at) => `${letter}${at}z`);
  const types = async ({ page }: Visitor, letter: string, key: string): Promise<void> => {
    await page.locator('.written').click();
    for (const [at, word] of words(letter).entries()) {
      await page.keyboard.type(` ${word}`, { delay: 8 });
      if (at % 17 === 16) await page.keyboard.press(key);
    }
  };
  await Promise.all([types(one, 'a', 'Control+Shift+8'), types(other, 'b', 'Control+Shift+9')]);
  breaks = false;
  for (const who of [one, other]) await saveLine(who, 'saved');
  for (const letter of ['a', 'b']) for (const who of [one, other]) await comes(who, `${letter}119z`);
  await Promise.all([saveLine(one, 'saved'), saveLine(other, 'saved')]);
  const text = await onServer(one, id);
  console.log(`${cuts} cuts`);
  const found = (word: string) => text.split(word).length - 1;
  const all = [...words('a'), ...words('b')];
  expect({ lost: all.filter((word) => found(word) === 0), doubled: all.filter((word) => found(word) > 1) }).toEqual({ lost: [], doubled: [] });
  expect(await shown(other)).toBe(await shown(one));
}, 300_000);

inTheLongRun('[W1] [W18] after a day without a network, while others wrote on, made lists and the server was started anew, everything is there once', async () => {
  const { one, other, id } = await two();
  const lines = Array.from({ length: 20 }, (_, at) => `Rad ${at} från början.`);
  await atEnd(one);
  for (const line of lines) {
    await one.page.keyboard.type(line);
    await one.page.keyboard.press('Enter');
  }
  await saveLine(one, 'saved');
  await comes(other, 'Rad 19 från början.');
  // What keeps late words comes when one first sets the caret; without a network it could not.
  await atEnd(other);
  await other.page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('lateWords')));
  await other.context.setOffline(true);
  const goes = async ({ page }: Visitor, at: number): Promise<void> => {
    await page.locator('.written > *, .written li').filter({ hasText: `Rad ${at} ` }).last().click();
    await page.keyboard.press('End');
    await page.waitForFunction(() => new Promise((resolve) => setTimeout(() => resolve(true), 50)));
  };
  for (const at of [1, 5, 9, 13, 17]) {
    await goes(other, at);
    await other.page.keyboard.type(` Borta ${at} dagen lång.`);
    await other.page.keyboard.press('Enter');
    await other.page.keyboard.type(`Ny rad ${at} borta.`);
  }
  await saveLine(other, 'away');
  for (const at of [1, 5, 6, 9, 13]) {
    await goes(one, at);
    await one.page.keyboard.type(` Hemma ${at}.`);
    await one.page.keyboard.press(at % 2 === 1 && at < 6 ? 'Control+Shift+8' : 'Control+Shift+9');
  }
  await saveLine(one, 'saved');
  await house.die();
  // A day goes by.
  await house.db.query(`update collab_update set created_at = created_at - interval '26 hours'`);
  await house.db.query(`update session set last_used_at = last_used_at - interval '26 hours'`);
  await house.rise();
  await saveLine(one, 'saved');
  await other.context.setOffline(false);
  await saveLine(other, 'saved');
  await comes(one, 'Ny rad 17 borta.');
  await saveLine(one, 'saved');
  const text = await onServer(one, id);
  const wanted = [...[1, 5, 9, 13, 17].flatMap((at) => [`Borta ${at} dagen lång.`, `Ny rad ${at} borta.`]), ...[1, 5, 6, 9, 13].map((at) => `Hemma ${at}.`), ...lines.map((line) => line.replace('.', ''))];
  expect(wanted.filter((words) => text.split(words).length !== 2)).toEqual([]);
  expect(await shown(other)).toBe(await shown(one));
}, 200_000);
