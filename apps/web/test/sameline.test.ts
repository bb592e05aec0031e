import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { browsing, type Browsing, type Visitor } from './browser';
import { atEnd, comes, onServer, saveLine, shown, twoAtIt } from './desk';

let house: Browsing;
let guests: Visitor[] = [];
beforeAll(async () => {
  house = await browsing();
});
afterEach(async () => {
  const faults = guests.flatMap((guest) => guest.faults);
  await Promise.all(guests.map((guest) => guest.close()));
  guests = [];
  expect(faults).toEqual([]);
});
afterAll(() => house.close());

const two = async (fields = {}) => {
  const met = await twoAtIt(house, fields);
  guests.push(met.one, met.other);
  return met;
};
const [mine, theirs] = ['Mattan är sliten vid nummer fyra och sju.', 'Barnen går en annan väg när det är mörkt.'];

// Both at once, as fast as people type who know what they want to say.
const bothType = ({ one, other }: { one: Visitor; other: Visitor }) =>
  Promise.all([one.page.keyboard.type(mine, { delay: 35 }), other.page.keyboard.type(theirs, { delay: 30 })]);

// Each sentence is in one piece, nothing else is there, and both see the same as the server.
const bothReadable = async ({ one, other, id }: { one: Visitor; other: Visitor; id: string }, before: string) => {
  await Promise.all([saveLine(one, 'saved'), saveLine(other, 'saved')]);
  await Promise.all([comes(one, theirs), comes(other, mine)]);
  const there = await shown(one);
  expect(await shown(other)).toBe(there);
  expect(await onServer(one, id)).toBe(there);
  expect([`${mine}${theirs}`, `${theirs}${mine}`, `${mine}\n${theirs}`, `${theirs}\n${mine}`].map((text) => before + text)).toContain(there);
};

test('[F2] two people who write at the end of the same line at once get two sentences that can be read', async () => {
  const met = await two();
  await atEnd(met.one);
  await met.one.page.keyboard.type('Så här är det. ');
  await comes(met.other, 'Så här är det. ');
  await Promise.all([atEnd(met.one), atEnd(met.other)]);
  await bothType(met);
  await bothReadable(met, 'Så här är det. ');
});

test('[F2] two people who begin in an empty text at once get two sentences that can be read', async () => {
  const met = await two();
  await Promise.all([atEnd(met.one), atEnd(met.other)]);
  await bothType(met);
  await bothReadable(met, '');
});

test('[F2] two people who begin in the same new line at once get two sentences that can be read', async () => {
  const met = await two();
  await atEnd(met.one);
  await met.one.page.keyboard.type('Så här är det.');
  await met.one.page.keyboard.press('Enter');
  await met.other.page.waitForFunction(() => document.querySelectorAll('.written > p').length === 2);
  await Promise.all([atEnd(met.one), atEnd(met.other)]);
  await bothType(met);
  await bothReadable(met, 'Så här är det.\n');
});

test('[F2] whoever divides a line, or makes it a heading, takes the other’s caret along with the words', async () => {
  const met = await two();
  const { one, other, id } = met;
  await atEnd(one);
  await one.page.keyboard.type('Vägen är mörk. ');
  await comes(other, 'Vägen är mörk. ');
  await atEnd(other);
  await other.page.keyboard.type('Barnen går');
  await comes(one, 'Barnen går');
  await one.page.keyboard.press('Enter');
  await other.page.waitForFunction(() => document.querySelectorAll('.written > p').length === 2);
  await other.page.keyboard.type(' en annan');
  await comes(one, 'Barnen går en annan');
  await one.page.keyboard.press('Control+Alt+2');
  await other.page.locator('.written > h2').waitFor();
  await other.page.keyboard.type(' väg.');
  await Promise.all([saveLine(one, 'saved'), saveLine(other, 'saved')]);
  await comes(one, 'Barnen går en annan väg.');
  expect(await shown(one)).toBe('Vägen är mörk. \nBarnen går en annan väg.');
  expect(await shown(other)).toBe(await shown(one));
  expect(await onServer(one, id)).toBe(await shown(one));
});

test('[F2] an arrow key counts also on a page that is busy while another writes or moves', async () => {
  const met = await two();
  const { one, other, id } = met;
  await atEnd(one);
  await one.page.keyboard.type('Vägen är mörk.');
  await comes(other, 'mörk.');
  await atEnd(other);
  const busy = (): Promise<void> =>
    one.page.evaluate(() => {
      const end = Date.now() + 300;
      while (Date.now() < end);
    });
  // What another does has come before the key, and is read after it.
  for (const key of ['Home', 'A', 'End', 'Home', 'B', 'ArrowRight']) {
    const long = busy();
    await other.page.keyboard.press(key);
    await other.page.waitForTimeout(120);
    await Promise.all([one.page.keyboard.press('ArrowLeft'), long]);
  }
  await one.page.keyboard.type('!');
  await comes(other, '!');
  const there = 'BAVägen är! mörk.';
  for (const text of [await shown(one), await shown(other), await onServer(one, id)]) expect(text).toBe(there);
});

test('[F2] a word that is composed within a bold one is written once, and saved, while another writes before it in the line', async () => {
  const met = await two();
  const { one, other, id } = met;
  await atEnd(one);
  await one.page.keyboard.type('Vi ');
  await one.page.keyboard.press('Control+b');
  await one.page.keyboard.type('fryser');
  await one.page.keyboard.press('Control+b');
  await one.page.keyboard.type(' här.');
  await saveLine(one, 'saved');
  await comes(other, 'här.');
  await atEnd(other);
  await other.page.keyboard.press('Control+Home');
  await one.page.locator('.written .caret').waitFor();
  for (let at = 0; at < 6; at += 1) await one.page.keyboard.press('ArrowLeft');
  const keys = await one.context.newCDPSession(one.page);
  const tries = (text: string) => keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await tries('o');
  await tries('oc');
  await other.page.keyboard.type('Ja. ');
  await comes(one, 'Ja. ');
  await tries('och');
  await keys.send('Input.insertText', { text: 'och' });
  await one.page.keyboard.type('!');
  await saveLine(one, 'saved');
  await comes(other, 'och!');
  for (const text of [await shown(one), await shown(other), await onServer(one, id)]) expect(text).toBe('Ja. Vi fryseoch!r här.');
});

test('[F2] two people who write at the end of the same field at once get two sentences that can be read', async () => {
  const met = await two({ belongs: 'Här. ' });
  for (const { page } of [met.one, met.other]) {
    await page.getByLabel('Hör till', { exact: true }).click();
    await page.keyboard.press('Control+End');
  }
  await bothType(met);
  const held = await Promise.all(
    [met.one, met.other].map(async ({ page }) => {
      const field = page.getByLabel('Hör till', { exact: true });
      await page.waitForFunction((length) => [...document.querySelectorAll('textarea')].some((area) => area.value.length === length), `Här.${mine}${theirs}`.length);
      return field.inputValue();
    }),
  );
  expect([`Här.${mine}${theirs}`, `Här.${theirs}${mine}`]).toContain(held[0]);
  expect(held[1]).toBe(held[0]);
});

test('[F2] what somebody writes beside the words another has marked is not taken away with them', async () => {
  const met = await two();
  await atEnd(met.one);
  await met.one.page.keyboard.type('Gammalt.');
  await comes(met.other, 'Gammalt.');
  await atEnd(met.other);
  await atEnd(met.one);
  for (let letters = 'Gammalt.'.length; letters > 0; letters -= 1) await met.one.page.keyboard.press('Shift+ArrowLeft');
  await met.one.page.waitForFunction(() => String(getSelection()) === 'Gammalt.');
  await met.other.page.keyboard.type(' Tillägg.');
  await comes(met.one, 'Tillägg.');
  await met.one.page.keyboard.type('Nytt.');
  await comes(met.other, 'Nytt.');
  expect(await shown(met.one)).toBe('Nytt. Tillägg.');
  expect(await shown(met.other)).toBe('Nytt. Tillägg.');
});
