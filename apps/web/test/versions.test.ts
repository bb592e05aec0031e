import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { axeFaults, browsing, tooWide, type Browsing, type Visitor } from './browser';
import { aFraming, comes, elsa, fatuma, press, saveLine, write } from './desk';

let house: Browsing;
let one: Visitor;
let framingId: string;

beforeAll(async () => {
  house = await browsing();
  one = await house.visitor(elsa, { width: 1280, height: 900 });
  framingId = (await aFraming(one, { name: 'Mörka vägar' })).id;
  await one.go(`/f/${framingId}`);
  await press(one);
  await one.page.locator('.written').click();
  await one.page.keyboard.type('Vägen är mörk.');
  await saveLine(one, 'saved');
  // What follows was written on another day.
  await house.db.query(`update collab_update set created_at = created_at - interval '2 days' where document_id = $1`, [framingId]);
  await one.page.keyboard.type(' Ingen går där.');
  await saveLine(one, 'saved');
  await one.page.getByRole('button', { name: 'Klar' }).click();
}, 120_000);
afterAll(() => house.close());

test('[V1] whoever takes part goes through the text by keyboard, and each step says when, who and what', async () => {
  const { page } = one;
  await page.getByRole('navigation', { name: 'Mer om bilden' }).getByRole('link', { name: 'Versioner' }).click();
  const slider = page.getByRole('slider', { name: 'Gå genom texten' });
  await page.locator('.player-text ins', { hasText: 'Ingen går där.' }).waitFor();
  expect(await slider.getAttribute('aria-valuetext')).toContain('Elsa Norén');
  await page.locator('.player-text').getByText('Tillagt: ord av Elsa Norén.').waitFor();
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await page.locator('.player-text ins', { hasText: 'Vägen är mörk.' }).waitFor();
  expect(await page.locator('.player-text').innerText()).not.toContain('Ingen går där.');
  await page.getByRole('button', { name: 'Spela upp' }).click();
  await page.locator('.player-text ins', { hasText: 'Ingen går där.' }).waitFor();
  await page.getByText('Vem skrev när?').click();
  expect(await page.locator('.sittings li').count()).toBeGreaterThanOrEqual(2);
  expect(one.faults.splice(0)).toEqual([]);
}, 60_000);

test('[V2 V3] a state gets a name, is read by those outside, and is compared with the text now', async () => {
  const { page } = one;
  await one.go(`/f/${framingId}/versions`);
  await page.locator('.player-text').waitFor();
  await page.getByRole('button', { name: 'Ett steg bakåt' }).click();
  await page.locator('.player-text ins', { hasText: 'Vägen är mörk.' }).waitFor();
  await page.getByRole('button', { name: 'Ge det här läget ett namn' }).click();
  await page.getByLabel('Vad heter versionen?').fill('Före mötet');
  await page.getByRole('button', { name: 'Spara versionen' }).click();
  await page.getByRole('link', { name: 'Före mötet' }).click();
  await page.getByRole('heading', { level: 1, name: 'Före mötet' }).waitFor();
  expect(await page.locator('.read-text').innerText()).toBe('Vägen är mörk.');
  await page.getByRole('link', { name: 'Jämför med texten nu' }).click();
  await page.getByText('Skillnaden i stycken: ett stycke ändrat.').waitFor();
  const row = page.locator('.compared-columns tbody tr').first();
  expect(await row.locator('td').nth(0).innerText()).not.toContain('Ingen');
  expect(await row.locator('ins').innerText()).toContain('Ingen går där.');
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    expect([width, await axeFaults(page), await tooWide(page)]).toEqual([width, [], 0]);
  }
  await page.locator('section', { hasText: 'Skillnaden i stycken' }).locator('.compared ins').first().waitFor();
  // Somebody of another alliance reads the version, not the time line.
  const nobody = await house.visitor(null);
  await nobody.go(`/f/${framingId}/versions`);
  await nobody.page.getByRole('link', { name: 'Före mötet' }).waitFor();
  await nobody.page.getByText('Tidslinjen är för dem som deltar').waitFor();
  expect(await nobody.page.getByRole('slider').count()).toBe(0);
  expect([...one.faults, ...nobody.faults]).toEqual([]);
}, 60_000);

test('[V4 V5] a text is restored with a reason, and what was taken away is found and put back as a quotation', async () => {
  const { page } = one;
  await page.setViewportSize({ width: 390, height: 844 });
  await one.go(`/f/${framingId}/versions/1`);
  await page.getByRole('button', { name: 'Återställ hit' }).click();
  await page.getByLabel('Varför?').fill('Det var klarare förut');
  await page.getByRole('button', { name: 'Återställ texten' }).click();
  await page.getByText('Texten är återställd.').waitFor();
  await one.go(`/f/${framingId}/versions`);
  await page.getByText('Det var klarare förut').waitFor();
  await page.getByRole('button', { name: 'Visa borttagen text' }).click();
  await page.getByLabel('Sök i borttagen text').fill('ingen går');
  const gone = page.locator('.deleted-list > li', { hasText: 'Ingen går där.' });
  await gone.getByText('Elsa Norén').first().waitFor();
  await gone.getByRole('button', { name: 'Sätt tillbaka som citat' }).click();
  await gone.getByText('Orden står i texten igen.').waitFor();
  await gone.getByLabel('Välj för att rensa').check();
  await page.getByRole('button', { name: 'Rensa det valda' }).click();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByLabel('Varför?').fill('Mitt eget');
  await page.getByRole('button', { name: 'Rensa för gott' }).click();
  // The version made before the text was restored holds the words, and never changes.
  await page.getByText('Orden står i versionen').waitFor();
  expect([await tooWide(page), one.faults]).toEqual([0, []]);
}, 60_000);

test('[V6] others’ words are cleared by two people, to the end: asked for with a reason, agreed to on a phone, and found nowhere', async () => {
  const { page } = one;
  const other = await house.visitor(fatuma, { width: 320, height: 640 });
  const { id } = await aFraming(one, { name: 'Något som pekar ut' });
  await write(other, id);
  await other.page.locator('.written').click();
  await other.page.keyboard.type('Hon på tredje våningen.');
  await saveLine(other, 'saved');
  await page.setViewportSize({ width: 1280, height: 900 });
  await write(one, id);
  await comes(one, 'tredje våningen.');
  await page.locator('.written').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.type('Någon i huset.');
  await saveLine(one, 'saved');
  await one.go(`/f/${id}/versions`);
  await page.getByRole('button', { name: 'Visa borttagen text' }).click();
  await page.getByLabel('Välj för att rensa').check();
  await page.getByRole('button', { name: 'Rensa det valda' }).click();
  await page.getByLabel('Varför?').fill('Det pekar ut en enskild.');
  await page.getByRole('button', { name: 'Be om att det rensas' }).click();
  await page.locator('.deleted-list').getByText('Någon har bett att de rensas.').waitFor();
  // It is asked once; nothing is left that could be pressed to no avail.
  expect(await page.getByRole('button', { name: 'Rensa det valda' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Håll med och rensa' }).count()).toBe(0);
  await other.go(`/f/${id}/versions`);
  await other.page.getByRole('button', { name: 'Visa borttagen text' }).click();
  await other.page.locator('.deleted-list').getByText('tredje våningen').first().waitFor();
  await other.page.getByRole('button', { name: 'Håll med och rensa' }).click();
  await other.page.getByText('Ingen text har tagits bort.').waitFor();
  expect([await axeFaults(other.page), await tooWide(other.page)]).toEqual([[], 0]);
  for (const who of [one, other]) {
    await who.go(`/f/${id}/versions`);
    await who.page.locator('.player-text').getByText('Någon i huset.').waitFor();
    await who.page.getByRole('button', { name: 'Visa borttagen text' }).click();
    await who.page.getByText('Det pekar ut en enskild.').waitFor();
    expect(await who.page.locator('main').innerText()).not.toContain('tredje våningen');
  }
  expect([one.faults, other.faults]).toEqual([[], []]);
  await other.close();
}, 90_000);
