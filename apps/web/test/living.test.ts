import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { browsing, comesTo, type Browsing, type Visitor } from './browser';
import { aFraming, atEnd, comes, elsa, onServer, press, saveLine, shown, twoAtIt, write } from './desk';

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

const two = async () => {
  const met = await twoAtIt(house);
  guests.push(met.one, met.other);
  return met;
};

test('[F2] a keyboard that composes writes each letter once, also while another writes in the same paragraph', async () => {
  const { one, other, id } = await two();
  await atEnd(one);
  await one.page.keyboard.type('Början ');
  await comes(other, 'Början');
  // As recorded from a Japanese keyboard: letters are tried, changed and settled; then one that begins anew.
  const keys = await one.context.newCDPSession(one.page);
  const tries = async (...texts: string[]) => {
    for (const text of texts) await keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  };
  await tries('ｎ', 'に', 'にｈ', 'にほ');
  await other.page.locator('.written').click();
  await other.page.keyboard.press('Control+Home');
  await other.page.keyboard.type('Först. ');
  await saveLine(other, 'saved');
  await tries('にほｎ', 'にほん', '日本');
  await keys.send('Input.insertText', { text: '日本' });
  // And a phone that keeps the word under the finger until a blank comes.
  await tries('v', 'vä', 'väg');
  await keys.send('Input.insertText', { text: 'väg ' });
  await one.page.keyboard.type('slut');
  for (const who of [one, other]) {
    await comes(who, '日本väg slut');
    expect(await shown(who)).toBe('Först. Början 日本väg slut');
  }
  await saveLine(one, 'saved');
  expect(await onServer(one, id)).toBe('Först. Början 日本väg slut');
});

test('[F2] a paragraph that is read from the right stands and moves so, beside one that is read from the left', async () => {
  const { one, id } = await two();
  await atEnd(one);
  await one.page.keyboard.type('- الطريق');
  await one.page.keyboard.press('Home');
  await one.page.keyboard.press('ArrowLeft');
  await one.page.keyboard.type('ـ');
  const item = one.page.locator('.written li');
  expect(await item.evaluate((node) => getComputedStyle(node).direction)).toBe('rtl');
  // From the right end one step to the left is one letter into the word.
  expect(await item.textContent()).toBe('اـلطريق');
  // The sign of the list stands on the side the line begins.
  const [list, line] = await one.page.evaluate(() => [document.querySelector('.written li')!, document.querySelector('.written li p')!].map((node) => node.getBoundingClientRect().right));
  expect(line! - list!).toBeLessThanOrEqual(0);
  await one.page.keyboard.press('End');
  await one.page.keyboard.press('Enter');
  await one.page.keyboard.press('Enter');
  await one.page.keyboard.type('Vägen');
  expect(await one.page.locator('.written > p').last().evaluate((node) => getComputedStyle(node).direction)).toBe('ltr');
  await saveLine(one, 'saved');
  expect(await onServer(one, id)).toBe('اـلطريق\nVägen');
});

const inTheLongRun = process.env['LONG'] === undefined ? test.skip : test;

inTheLongRun('[F2] two windows of one person show one person, both are saved, and each takes back its own', async () => {
  const { one, other, id } = await two();
  const second = { ...one, page: await one.context.newPage() };
  await second.page.goto(`/f/${id}`);
  await press(second);
  await atEnd(one);
  await one.page.keyboard.type('Ett.');
  await comes(second, 'Ett.');
  await atEnd(second);
  await second.page.keyboard.type(' Två.');
  await comes(one, 'Två.');
  expect(await other.page.locator('.here-people li').allInnerTexts()).toEqual(['Elsa Norén', 'Fatuma Ali (du)']);
  await one.page.keyboard.press('Control+z');
  expect(await comesTo(() => shown(other), /^ ?Två\.$/)).toMatch(/^ ?Två\.$/);
  await Promise.all([saveLine(one, 'saved'), saveLine(second, 'saved')]);
  expect((await onServer(other, id)).trim()).toBe('Två.');
});

test('[W1] a session that ends while one writes: the words stay, one is told to go in again, and then they are handed in', async () => {
  const one = await house.visitor(elsa);
  guests.push(one);
  const { id } = await aFraming(one);
  await write(one, id);
  await atEnd(one);
  await one.page.keyboard.type('Innan.');
  await saveLine(one, 'saved');
  const kept = await one.context.cookies();
  // The session is ended elsewhere; the network blinks, and the door asks anew.
  await one.context.clearCookies();
  await one.context.setOffline(true);
  await one.page.keyboard.type(' Efteråt.');
  await saveLine(one, 'away');
  await one.context.setOffline(false);
  await one.page.getByText('Du är inte längre inne.').waitFor();
  expect(await saveLine(one, 'refused')).toBe('Inte sparat. Texten finns kvar här.');
  expect(await shown(one)).toBe('Innan. Efteråt.');
  // The same person comes in again, in this browser.
  await one.context.addCookies(kept);
  await one.page.getByRole('button', { name: 'Försök igen' }).click();
  await saveLine(one, 'saved');
  expect(await onServer(one, id)).toBe('Innan. Efteråt.');
});
