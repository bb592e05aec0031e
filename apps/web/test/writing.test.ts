import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { browsing, type Browsing, type Visitor } from './browser';
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

const two = async (fields = {}) => {
  const met = await twoAtIt(house, fields);
  guests.push(met.one, met.other);
  return met;
};
const times = (text: string, words: string): number => text.split(words).length - 1;

test('[F2] two people write in the text at once, each sees the other as they type, and nothing is lost', async () => {
  const { one, other, id } = await two();
  await atEnd(one);
  await one.page.keyboard.type('Vägen är mörk.');
  await comes(other, 'Vägen är mörk.');
  await atEnd(other);
  await other.page.keyboard.press('Enter');
  await Promise.all([one.page.keyboard.type(' Den är lång.', { delay: 15 }), other.page.keyboard.type('Barnen går den ändå.', { delay: 12 })]);
  await Promise.all([comes(one, 'Barnen går den ändå.'), comes(other, 'Den är lång.')]);
  expect(await shown(one)).toBe('Vägen är mörk. Den är lång.\nBarnen går den ändå.');
  expect(await shown(other)).toBe(await shown(one));
  await Promise.all([saveLine(one, 'saved'), saveLine(other, 'saved')]);
  expect(await onServer(one, id)).toBe(await shown(one));
});

test('[F2] who is here is seen by name and shape, and read aloud when asked', async () => {
  const { one } = await two();
  const here = one.page.locator('.here-people li');
  await one.page.waitForFunction(() => document.querySelectorAll('.here-people li').length === 2);
  expect(await here.allInnerTexts()).toEqual(['Elsa Norén (du)', 'Fatuma Ali']);
  expect(await here.locator('svg path').count()).toBe(2);
  await one.page.getByRole('button', { name: 'Här nu' }).click();
  await one.page.getByText('Här nu: Elsa Norén (du) och Fatuma Ali.').waitFor({ state: 'attached' });
});

test('[F2] name and bounds are edited by two at once, the caret stays, and undo takes back one’s own words only', async () => {
  const { one, other } = await two({ belongs: 'mitten' });
  const [a, b] = [one, other].map((who) => who.page.getByLabel('Hör till', { exact: true })) as [ReturnType<Visitor['page']['getByLabel']>, ReturnType<Visitor['page']['getByLabel']>];
  await a.click();
  await one.page.keyboard.press('Control+Home');
  await b.click();
  await other.page.keyboard.press('Control+End');
  await Promise.all([one.page.keyboard.type('Före ', { delay: 25 }), other.page.keyboard.type(' efter', { delay: 20 })]);
  for (const who of [one, other]) await who.page.waitForFunction(() => [...document.querySelectorAll('textarea')].some((area) => area.value === 'Före mitten efter'));
  expect(await a.evaluate((area) => (area as HTMLTextAreaElement).selectionStart)).toBe('Före '.length);
  await one.page.keyboard.press('Control+z');
  await other.page.waitForFunction(() => [...document.querySelectorAll('textarea')].some((area) => area.value === 'mitten efter'));
});

test('[F2] words that are being composed are not broken by what others write meanwhile, and are not called saved', async () => {
  const { one, other } = await two({ belongs: 'slut' });
  const field = one.page.getByLabel('Hör till', { exact: true });
  await field.click();
  await one.page.keyboard.press('Control+End');
  await saveLine(one, 'saved');
  const typing = await one.context.newCDPSession(one.page);
  await typing.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
  await typing.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
  await saveLine(one, 'saving');
  await other.page.getByLabel('Hör till', { exact: true }).click();
  await other.page.keyboard.press('Control+Home');
  await other.page.keyboard.type('Början ');
  await saveLine(other, 'saved');
  await typing.send('Input.insertText', { text: '日本' });
  for (const who of [one, other]) await who.page.waitForFunction(() => [...document.querySelectorAll('textarea')].some((area) => area.value === 'Början slut日本'));
  await saveLine(one, 'saved');
});

test('[W1] "Sparat" stands only when the database has it', async () => {
  const one = await house.visitor(elsa);
  guests.push(one);
  const { id } = await aFraming(one);
  await write(one, id);
  await saveLine(one, 'saved');
  const held = await house.db.connect();
  try {
    await held.query('begin');
    await held.query('lock table collab_update in exclusive mode');
    await atEnd(one);
    await one.page.keyboard.type('Medan databasen väntar.');
    await saveLine(one, 'saving');
    // As long as the database has not answered, nothing else may be said; a second is long for a commit.
    await one.page.waitForFunction((from) => Date.now() - from > 1_000, Date.now());
    expect(await one.page.locator('.save-line').getAttribute('data-save')).toBe('saving');
  } finally {
    await held.query('rollback');
    held.release();
  }
  expect(await saveLine(one, 'saved')).toMatch(/^Sparat \d\d\.\d\d$/);
  expect(await onServer(one, id)).toBe('Medan databasen väntar.');
});

test('[W1] [W2] what is written without a network stays in the device when the page is closed, and arrives once', async () => {
  const { one, other, id } = await two();
  await atEnd(one);
  await one.page.keyboard.type('Med nät.');
  await comes(other, 'Med nät.');
  await one.context.setOffline(true);
  await one.page.keyboard.type(' Utan nät.');
  expect(await saveLine(one, 'away')).toBe('Sparat i din enhet – skickas när du har nät');
  await atEnd(other);
  await other.page.keyboard.press('Enter');
  await other.page.keyboard.type('Från någon annan.');
  await one.page.close({ runBeforeUnload: false });
  await one.context.setOffline(false);
  const notice = 'Det finns text i den här enheten som inte är skickad.';
  // As long as the server cannot be reached by the socket, the page says so.
  const cut = await one.context.newPage();
  await cut.routeWebSocket(/\/collab/, (socket) => void socket.close());
  await cut.goto(`/f/${id}`);
  await cut.getByText(notice).waitFor();
  await cut.close();
  // Then it is sent by itself, before anybody writes, and the page no longer says so.
  const back = { ...one, page: await one.context.newPage() };
  await back.page.goto(`/f/${id}`);
  await comes(other, 'Utan nät.');
  await back.page.locator('.read-text').getByText('Utan nät.').waitFor();
  await back.page.getByText(notice).waitFor({ state: 'detached' });
  await press(back);
  await comes(back, 'Från någon annan.');
  await saveLine(back, 'saved');
  expect(await shown(back)).toBe('Med nät. Utan nät.\nFrån någon annan.');
  expect(await shown(other)).toBe(await shown(back));
  expect(times(await onServer(other, id), 'Utan nät.')).toBe(1);
  await back.page.getByRole('button', { name: 'Klar' }).click();
  await back.page.locator('.read-text').getByText('Utan nät.').waitFor();
  // Once the server has everything, the device keeps nothing behind.
  await back.page.waitForFunction(async () => (await indexedDB.databases()).every((one) => !one.name?.startsWith('samsyn.text')));
});

test('[W1] words that were sent just before the page was closed are not called unsent when one comes back', async () => {
  const one = await house.visitor(elsa);
  guests.push(one);
  const { id } = await aFraming(one);
  let answers = true;
  await one.page.routeWebSocket(/\/collab/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => (answers ? socket.send(message) : undefined));
  });
  await write(one, id);
  await atEnd(one);
  answers = false;
  await one.page.keyboard.type('I sista stund.');
  for (const until = Date.now() + 10_000; !(await onServer(one, id)).includes('I sista stund.'); ) expect(Date.now()).toBeLessThan(until);
  await saveLine(one, 'saving');
  await one.page.close({ runBeforeUnload: false });
  const back = { ...one, page: await one.context.newPage() };
  await back.page.goto(`/f/${id}`);
  await back.page.locator('.read-text').getByText('I sista stund.').waitFor();
  await back.page.getByText('Det finns text i den här enheten som inte är skickad.').waitFor({ state: 'detached', timeout: 10_000 });
  expect(times(await onServer(one, id), 'I sista stund.')).toBe(1);
});

test('[W1] what one window wrote without a network is not thrown away by another window of the same person', async () => {
  const one = await house.visitor(elsa);
  guests.push(one);
  const { id } = await aFraming(one);
  await write(one, id);
  const second = { ...one, page: await one.context.newPage() };
  await second.page.goto(`/f/${id}`);
  await press(second);
  await one.context.setOffline(true);
  await atEnd(one);
  await one.page.keyboard.type('Ur den första.');
  await saveLine(one, 'away');
  await one.page.close({ runBeforeUnload: false });
  await one.context.setOffline(false);
  await saveLine(second, 'saved');
  await second.page.getByRole('button', { name: 'Klar' }).click();
  await second.page.locator('.read-text').getByText('Ur den första.').waitFor();
  await press(second);
  await comes(second, 'Ur den första.');
  await saveLine(second, 'saved');
  expect(await onServer(second, id)).toBe('Ur den första.');
});

test('[W1] the server is killed while people write: the text is kept, and arrives once', async () => {
  const { one, other, id } = await two();
  await atEnd(one);
  const sentence = 'Det här skrivs medan servern dör och kommer igen.';
  const typing = one.page.keyboard.type(sentence, { delay: 30 });
  await comes(other, 'Det här');
  await house.die();
  await typing;
  expect(await saveLine(one, 'away')).toBe('Sparat i din enhet – skickas när du har nät');
  await house.rise();
  await Promise.all([comes(other, sentence), saveLine(one, 'saved')]);
  expect(await shown(one)).toBe(sentence);
  expect(await shown(other)).toBe(sentence);
  expect(await onServer(one, id)).toBe(sentence);
});

test('[F2] "Klar" while away does not throw the words away: the save line stays until they have arrived', async () => {
  const { one, other, id } = await two();
  await one.context.setOffline(true);
  await atEnd(one);
  await one.page.keyboard.type('Skickas senare.');
  await saveLine(one, 'away');
  await one.page.getByRole('button', { name: 'Klar' }).click();
  await one.page.getByRole('button', { name: 'Skriv här' }).waitFor();
  expect(await saveLine(one, 'away')).toBe('Sparat i din enhet – skickas när du har nät');
  await one.context.setOffline(false);
  await comes(other, 'Skickas senare.');
  await one.page.locator('.read-text').getByText('Skickas senare.').waitFor();
  expect(times(await onServer(other, id), 'Skickas senare.')).toBe(1);
});

test('[F2] whoever no longer takes part is told so calmly, and keeps what they wrote', async () => {
  const { one, id, allianceId } = await two();
  await one.asks('mutation($id: ID!) { leave(allianceId: $id) { id } }', { id: allianceId });
  await one.page.getByText('Du deltar inte längre här').waitFor();
  await atEnd(one);
  await one.page.keyboard.type('Kvar hos mig.');
  expect(await saveLine(one, 'refused')).toBe('Inte sparat. Texten finns kvar här.');
  expect(await shown(one)).toContain('Kvar hos mig.');
  expect(await onServer(one, id)).not.toContain('Kvar hos mig.');
  await one.asks('mutation($id: ID!) { join(allianceId: $id) { id } }', { id: allianceId });
  await one.page.getByRole('button', { name: 'Försök igen' }).click();
  await saveLine(one, 'saved');
  expect(await onServer(one, id)).toContain('Kvar hos mig.');
});
