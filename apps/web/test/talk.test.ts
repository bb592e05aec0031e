import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { browsing, comesTo, settled, type Browsing, type Visitor } from './browser';
import { aFraming, atEnd, elsa, fatuma, saveLine, write } from './desk';
import { faultsInEverySight } from './seen';

let here: Browsing;
let one: Visitor;
let framing: { id: string; allianceId: string };

beforeAll(async () => {
  here = await browsing({ examples: true });
  one = await here.visitor(elsa, { width: 1280, height: 900 });
  framing = await aFraming(one);
  await write(one, framing.id);
  await atEnd(one);
  await one.page.keyboard.type('Det är kallt i trapphuset.');
  await saveLine(one, 'saved');
});
afterAll(() => here?.close());

test('[T1] [T4] [T6] one talks about a paragraph and names somebody by the keys, they find it on their page, reply, and the reply comes by itself', async () => {
  const { page } = one;
  await one.go(`/f/${framing.id}?beside=talk`);
  await page.getByRole('button', { name: /^Prata om stycket/ }).click();
  const field = page.getByRole('textbox', { name: 'Vad vill du prata om?' });
  await field.pressSequentially('Hur kallt, @fatu');
  await page.getByRole('option', { name: 'Fatuma Ali' }).waitFor();
  expect(await field.getAttribute('aria-activedescendant')).toBe(await page.getByRole('listbox').getByRole('option', { selected: true }).getAttribute('id'));
  await page.keyboard.press('Enter');
  await page.keyboard.type('vet du?');
  expect(await field.inputValue()).toBe('Hur kallt, @Fatuma Ali vet du?');
  // What is begun is kept when the page goes away.
  await one.go(`/f/${framing.id}?beside=talk`);
  await page.getByRole('button', { name: /^Prata om stycket/ }).click();
  expect(await field.inputValue()).toBe('Hur kallt, @Fatuma Ali vet du?');
  await page.getByRole('button', { name: 'Börja samtalet' }).click();
  await page.locator('.thread-begins', { hasText: 'vet du?' }).waitFor();
  await one.go(`/f/${framing.id}?beside=talk`);
  expect(await page.locator('.talked').innerText()).toBe('Det är kallt i trapphuset.');
  await page.getByRole('button', { name: /1 samtal, 1 öppet/ }).click();
  await page.getByRole('button', { name: 'Visa samtalet (1 inlägg)' }).click();

  const other = await here.visitor(fatuma);
  await other.go('/me');
  await other.page.getByRole('link', { name: 'Elsa Norén har nämnt dig i ett samtal' }).click();
  await other.page.getByRole('textbox', { name: 'Ditt svar' }).fill('Elva grader i går.');
  await other.page.getByRole('button', { name: 'Svara', exact: true }).click();
  await other.page.locator('.post-words', { hasText: 'Elva grader' }).waitFor();
  // Whoever comes back to their window need not wait for the next time it is asked.
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await page.locator('.post-words', { hasText: 'Elva grader' }).waitFor();
  await other.go('/me');
  await other.page.getByRole('heading', { name: 'Väntar på dig' }).waitFor();
  expect(await other.page.getByRole('link', { name: /Elsa Norén har nämnt dig/ }).count()).toBe(0);

  await page.getByRole('button', { name: 'Avsluta samtalet …' }).click();
  await page.getByRole('textbox', { name: 'Vad kom ni fram till?' }).fill('Vi mäter i mars.');
  await page.getByRole('button', { name: 'Avsluta', exact: true }).click();
  await page.locator('.post-RESOLVED', { hasText: 'Vi mäter i mars.' }).waitFor();
  expect(await comesTo(() => page.evaluate(() => document.activeElement?.textContent ?? ''), /Öppna samtalet igen/)).toContain('Öppna samtalet igen');
  await settled(page);
  expect(await page.locator('.talked').count()).toBe(0);
  expect([...one.faults, ...other.faults]).toEqual([]);
  await other.close();
});

test('[T5] from the editor one talks about what is marked; when the words are gone the talk says so', async () => {
  const { page } = one;
  await write(one, framing.id);
  await atEnd(one);
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.getByRole('button', { name: 'Prata om stället' }).click();
  await page.getByRole('textbox', { name: 'Vad vill du prata om?' }).fill('Vilket trapphus?');
  await page.getByRole('button', { name: 'Börja samtalet' }).click();
  await page.getByText('Samtalet är börjat.').waitFor();
  await atEnd(one);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.type('Något annat i trapphuset.');
  await saveLine(one, 'saved');
  await one.go(`/f/${framing.id}/talk`);
  const thread = page.locator('.thread', { hasText: 'Vilket trapphus?' });
  expect(await thread.locator('del').innerText()).toMatch(/trapphuset/);
  expect(await thread.innerText()).toMatch(/borttaget ur texten/);
});

test('[T1] the talk, beside the text and on my page, can be used in both languages, light and dark, on a phone and on a desk', async () => {
  const faults = await faultsInEverySight(here, fatuma, async ({ go, page }, language) => {
    await go(`/f/${framing.id}/talk`);
    // From the last on: what is opened is no longer called so.
    const closed = await page.getByRole('button', { name: language === 'sv' ? /^Visa samtalet/ : /^Show the talk/ }).all();
    for (const button of closed.toReversed()) await button.click();
    await settled(page);
    await page.getByRole('textbox').last().pressSequentially('@');
    await page.getByRole('listbox').getByRole('option').first().waitFor();
    if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/talk-${language}.png`, fullPage: true });
  });
  expect(faults).toEqual([]);
});
