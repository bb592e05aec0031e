import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { axeFaults, browsing, tooWide, type Browsing, type Visitor } from './browser';
import { aFraming, atEnd, comes, elsa, fatuma, press, saveLine, write } from './desk';
import { looks } from './looks';

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

const visitor = async (...given: Parameters<Browsing['visitor']>): Promise<Visitor> => {
  const guest = await house.visitor(...given);
  guests.push(guest);
  return guest;
};

test('[F2] a framing is read first; the editor is fetched when somebody wants to write', async () => {
  const one = await visitor(elsa);
  const { id } = await aFraming(one, { name: 'Mörka vägar', belongs: 'Vägen till skolan.' });
  const asked: string[] = [];
  one.page.on('request', (request) => asked.push(request.url()));
  one.page.on('websocket', (socket) => asked.push(socket.url()));
  await one.go(`/f/${id}`);
  await one.page.getByRole('heading', { level: 1, name: 'Mörka vägar' }).waitFor();
  const heavy = /WritingDesk|prosemirror|\/collab/i;
  expect(asked.filter((url) => heavy.test(url))).toEqual([]);
  await press(one);
  expect(asked.filter((url) => heavy.test(url)).length).toBeGreaterThan(1);
});

test('[F3] naming anew is an act with a reason, everybody sees it, and the line from old to new is read', async () => {
  const one = await visitor(elsa);
  const other = await visitor(fatuma);
  const { id } = await aFraming(one, { name: 'Första namnet' });
  await write(one, id);
  await write(other, id);
  await one.page.getByLabel('Benämning', { exact: true }).fill('Andra namnet');
  await other.page.waitForFunction(() => [...document.querySelectorAll('textarea')].some((area) => area.value === 'Andra namnet'));
  await other.page.getByRole('button', { name: 'Gör det här till det som gäller' }).waitFor();
  await one.page.getByRole('button', { name: 'Gör det här till det som gäller' }).click();
  await one.page.getByRole('button', { name: 'Avbryt' }).click();
  await one.page.waitForFunction(() => document.activeElement?.textContent === 'Gör det här till det som gäller');
  await one.page.keyboard.press('Enter');
  await one.page.getByRole('button', { name: 'Låt det gälla' }).click();
  await one.page.getByText('Skriv med några ord varför.').waitFor();
  await one.page.getByLabel('Varför?').fill('Det är närmare hur vi ser det.');
  await one.page.getByRole('button', { name: 'Låt det gälla' }).click();
  await one.page.getByRole('heading', { level: 1, name: 'Andra namnet' }).waitFor();
  // What had the focus is gone; one goes on in the field.
  expect(await one.page.evaluate(() => (document.activeElement as HTMLTextAreaElement).value)).toBe('Andra namnet');
  // Whoever is writing there too sees it without doing anything.
  await other.page.getByRole('heading', { level: 1, name: 'Andra namnet' }).waitFor({ timeout: 5_000 });
  await other.page.getByRole('button', { name: 'Gör det här till det som gäller' }).waitFor({ state: 'detached' });
  await one.page.getByRole('button', { name: 'Klar' }).click();
  const line = one.page.getByRole('region', { name: 'Så har bilden ändrats' });
  await line.getByText('Det är närmare hur vi ser det.').waitFor();
  const read = await line.innerText();
  for (const words of ['Första namnet', 'Andra namnet', 'Elsa Norén', 'Benämning ändrades']) expect(read).toContain(words);
});

test('[F3] what is being written and does not stand yet is shown beside what stands', async () => {
  const one = await visitor(elsa);
  const { id } = await aFraming(one, { belongs: 'Det gamla.' });
  await write(one, id);
  await one.page.getByLabel('Hör till', { exact: true }).fill('Det nya utkastet.');
  await saveLine(one, 'saved');
  await one.page.getByRole('button', { name: 'Klar' }).click();
  const bounds = one.page.getByRole('region', { name: 'Bestämma' });
  await bounds.getByText('Det nya utkastet.').waitFor();
  const read = await bounds.innerText();
  expect(read).toContain('Det gamla.');
  expect(read).toContain('Det gäller inte än.');
});

test('[F1] anyone taking part opens a framing of their own beside the others, and none goes before another', async () => {
  const one = await visitor(fatuma);
  const { id } = await aFraming(one);
  await one.go(`/f/${id}`);
  await one.page.getByRole('button', { name: 'Öppna en annan bild' }).click();
  const form = one.page.locator('.open-framing');
  await form.getByRole('button', { name: 'Öppna bilden' }).click();
  await form.getByRole('alert').getByText(/./).first().waitFor();
  await form.getByLabel('Benämning').fill('En helt annan bild');
  await form.getByLabel(/^Normer/).fill('Alla ska kunna gå hem.');
  await form.getByRole('button', { name: 'Öppna bilden' }).click();
  await one.page.getByRole('heading', { level: 1, name: 'En helt annan bild' }).waitFor();
  await one.page.getByText('Alla ska kunna gå hem.').waitFor();
  const beside = await one.page.locator('.side-by-side h3').allInnerTexts();
  expect(beside).toContain('En helt annan bild');
  expect(beside.length).toBeGreaterThan(2);
  expect(beside.at(-1)).toBe('En helt annan bild');
});

test('[R2] whoever does not take part reads everything and is told how to write; nobody is shown a door that is shut', async () => {
  const one = await visitor(elsa);
  const { id } = await aFraming(one, { belongs: 'Läses av alla.' });
  for (const as of [null, { name: 'Utanför' }]) {
    const outside = await visitor(as);
    await outside.go(`/f/${id}`);
    await outside.page.getByText('Läses av alla.').first().waitFor();
    expect(await outside.page.getByRole('button', { name: 'Skriv här' }).count()).toBe(0);
    await outside.page.getByText(as === null ? 'Gå in för att skriva.' : 'behöver du delta i alliansen').waitFor();
  }
});

test('[C7] a paragraph is spoken about from the text as it is read, without marking anything', async () => {
  const one = await visitor(elsa);
  const { id } = await aFraming(one);
  await write(one, id);
  await atEnd(one);
  await one.page.keyboard.type('Skolvägen är mörk.');
  await one.page.keyboard.press('Enter');
  await one.page.keyboard.type('Ingen har mätt ljuset.');
  await saveLine(one, 'saved');
  await one.go(`/f/${id}`);
  await one.page.getByRole('button', { name: 'Säg något om ett stycke' }).click();
  await one.page.getByText('Vilket stycke vet du något om?').waitFor();
  expect(await one.page.locator('.paragraphs p').allInnerTexts()).toEqual(['Skolvägen är mörk.', 'Ingen har mätt ljuset.']);
  expect(await axeFaults(one.page)).toEqual([]);
  await one.page.locator('.paragraphs li').nth(1).getByRole('button').click();
  await one.page.waitForURL(/\/give\?framing=.*passage=1/);
  await one.page.getByText('Ingen har mätt ljuset.').first().waitFor();
  await one.page.getByLabel('Skriv med egna ord').fill('Jag har mätt med mobilen.');
  await one.page.getByRole('button', { name: 'Nästa' }).click();
  await one.page.getByLabel('Jag har levt med det').check();
  await one.page.getByRole('button', { name: 'Nästa' }).click();
  await one.page.getByRole('button', { name: 'Dela' }).click();
  await one.page.waitForFunction(() => document.body.textContent?.includes('Tack') === true);
  const { framing } = await one.asks('query($id: ID!) { framing(id: $id) { contributions { edges { node { passage { quote removed } } } } } }', { id });
  expect(framing.contributions.edges).toEqual([{ node: { passage: { quote: 'Ingen har mätt ljuset.', removed: false } } }]);
});

test('[C7] what one says about a passage is found at its words, and says "removed" when the words are gone', async () => {
  const one = await visitor(elsa);
  const { id } = await aFraming(one);
  await write(one, id);
  await atEnd(one);
  await one.page.keyboard.type('Skolvägen är mörk. Ingen har mätt ljuset.');
  await saveLine(one, 'saved');
  await one.page.keyboard.press('Control+Home');
  await one.page.keyboard.down('Shift');
  for (let at = 0; at < 'Skolvägen är mörk'.length; at += 1) await one.page.keyboard.press('ArrowRight');
  await one.page.keyboard.up('Shift');
  await one.page.waitForFunction(() => String(getSelection()) === 'Skolvägen är mörk');
  await one.page.getByRole('button', { name: 'Säg vad du vet om det här' }).click();
  await one.page.waitForURL(/\/give\?framing=.*passage=1/);
  await one.page.getByText('Skolvägen är mörk').first().waitFor();
  await one.page.getByLabel('Skriv med egna ord').fill('Lamporna har varit trasiga sedan i våras.');
  await one.page.getByRole('button', { name: 'Nästa' }).click();
  await one.page.getByLabel('Jag har levt med det').check();
  await one.page.getByRole('button', { name: 'Nästa' }).click();
  await one.page.getByRole('button', { name: 'Dela' }).click();
  await one.page.waitForFunction(() => document.body.textContent?.includes('Tack') === true);

  await one.go(`/f/${id}`);
  await one.page.getByLabel('Bredvid texten').selectOption({ label: 'Vilken kunskap' });
  await one.page.locator('.read-text mark').waitFor();
  expect(await one.page.locator('.read-text mark').allInnerTexts()).toEqual(['Skolvägen är mörk']);
  await press(one);
  await one.page.getByRole('button', { name: 'Visa ett ställe som någon sagt något om' }).click();
  await one.page.locator('.written mark').waitFor();
  await atEnd(one);
  await one.page.keyboard.press('Control+a');
  await one.page.keyboard.type('Något helt annat.');
  await comes(one, 'Något helt annat.');
  await saveLine(one, 'saved');
  expect(await one.page.locator('.written mark').count()).toBe(0);
  await one.page.getByRole('button', { name: 'Klar' }).click();
  await one.page.getByLabel('Bredvid texten').selectOption({ label: 'Vilken kunskap' });
  await one.page.getByRole('heading', { name: 'Borttaget ur texten' }).waitFor();
  expect(await one.page.locator('.read-text mark').count()).toBe(0);
});

test('the tools of the text are one stop for Tab, and arrows go between them', async () => {
  const one = await visitor(elsa, { width: 1280 });
  const { id } = await aFraming(one);
  await write(one, id);
  await atEnd(one);
  await one.page.keyboard.type('ord');
  await comes(one, 'ord');
  await one.page.keyboard.press('Shift+Home');
  // The browser tells the editor of a selection a moment after the key.
  await one.page.waitForFunction(() => getSelection()?.toString() === 'ord');
  await one.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await one.page.keyboard.press('Shift+Tab');
  expect(await one.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Fet');
  await one.page.keyboard.press('ArrowRight');
  await one.page.keyboard.press('Enter');
  await one.page.locator('.written em').waitFor();
  expect(await one.page.getByRole('button', { name: 'Kursiv' }).getAttribute('aria-pressed')).toBe('true');
  await one.page.keyboard.press('Control+b');
  await one.page.locator('.written strong').waitFor();
});

test('a link in the text can only lead where people can follow it', async () => {
  const one = await visitor(elsa, { width: 1280 });
  const { id } = await aFraming(one);
  await write(one, id);
  await atEnd(one);
  await one.page.getByRole('button', { name: 'Länk', exact: true }).click();
  await one.page.getByLabel('Adress').fill('javascript:alert(1)');
  await one.page.getByRole('button', { name: 'Lägg in länken' }).click();
  await one.page.getByText('Adressen går inte att följa.').waitFor();
  await one.page.getByLabel('Adress').fill('www.malmo.se');
  await one.page.getByRole('button', { name: 'Lägg in länken' }).click();
  await saveLine(one, 'saved');
  await one.page.getByRole('button', { name: 'Klar' }).click();
  const link = one.page.locator('.read-text a');
  await link.waitFor();
  expect(await link.getAttribute('href')).toBe('https://www.malmo.se');
});

test.each(looks)('the framing is read and written without a fault for axe and without scrolling sideways: $language $theme $width', async (sight) => {
  const one = await visitor(elsa, sight);
  const { id } = await aFraming(one, { name: 'Donaudampfschifffahrtsgesellschaftskapitänsmütze eller motsvarande', belongs: 'Det långa.' });
  await one.go(`/f/${id}`);
  const [writeHere, text] = sight.language === 'sv' ? ['Skriv här', 'Texten'] : ['Write here', 'The text'];
  expect(await axeFaults(one.page)).toEqual([]);
  expect(await tooWide(one.page)).toBe(0);
  await one.page.getByRole('button', { name: writeHere }).click();
  await one.page.getByRole('textbox', { name: text }).waitFor();
  await one.page.locator('#desk-text').scrollIntoViewIfNeeded();
  expect(await axeFaults(one.page)).toEqual([]);
  expect(await tooWide(one.page)).toBe(0);
});
