import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { axeFaults, browsing, tooWide, type Browsing } from './browser';
import { aFraming, atEnd, comes, elsa, fatuma, press, saveLine, write } from './desk';

let house: Browsing;
beforeAll(async () => (house = await browsing()), 60_000);
afterAll(() => house.close());

test('[C11 C13 C14] words are marked where one writes, cited and rested on where one reads, by keyboard and by dragging, and go along to another framing', async () => {
  const one = await house.visitor(elsa);
  const { page } = one;
  const { id, allianceId } = await aFraming(one);
  await write(one, id);
  await atEnd(one);
  await page.keyboard.type('Skolvägen är mörk.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Ingen har mätt ljuset.');
  await saveLine(one, 'saved');
  await page.keyboard.press('Shift+Home');
  await page.waitForFunction(() => String(getSelection()) === 'Ingen har mätt ljuset.');
  await page.getByRole('button', { name: 'Säg vad det är för kunskap' }).click();
  await page.getByRole('dialog').getByLabel('Jag har läst eller mätt det').check();
  await page.getByRole('dialog').getByLabel('Jag har levt med det').check();
  // The sign of a kind stands beside its name, here as where one gives a contribution.
  for (const kind of await page.getByRole('dialog').locator('.choice .choice-kind').all()) expect((await kind.boundingBox())?.height).toBeLessThan(30);
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Dela som bidrag' }).click();
  await page.locator('.written [data-contribution]').waitFor();
  // The desk is as it was, with what was written.
  await comes(one, 'Skolvägen är mörk.');
  await page.getByRole('button', { name: 'Klar' }).click();

  await page.getByLabel('Bredvid texten').selectOption({ label: 'Vilken kunskap' });
  await page.locator('.read-text mark', { hasText: 'Ingen har mätt ljuset.' }).waitFor();
  const second = page.locator('[data-line="1"] .line-beside');
  expect(await second.innerText()).toMatch(/Fakta[^]*Förtrogenhet[^]*Elsa Norén/);

  // A paragraph of its own becomes a contribution in the read view, by keyboard alone.
  await page.locator('[data-line="0"]').getByRole('button', { name: 'Säg vad stycket är för kunskap' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-line="0"]').getByLabel('Jag förstår varför det är så').check();
  await page.getByRole('button', { name: 'Dela som bidrag' }).press('Enter');
  await page.locator('.read-text mark', { hasText: 'Skolvägen är mörk.' }).waitFor();

  // Another rests a paragraph on a contribution: chosen, and dragged.
  const other = await house.visitor(fatuma, { width: 1280, height: 900 });
  await other.go(`/f/${id}?beside=basis`);
  await other.page.locator('[data-line="0"]').getByRole('button', { name: 'Säg vad det vilar på' }).click();
  await other.page.locator('[data-line="0"] .panel').getByRole('button', { name: 'Välj' }).first().click();
  await other.page.locator('[data-line="0"]').getByLabel('Nyanserar').check();
  await other.page.locator('[data-line="0"]').getByRole('button', { name: 'Spara' }).click();
  await other.page.locator('[data-line="0"] .stance-NUANCES', { hasText: 'Fatuma Ali' }).waitFor();
  // One sees which line would take it. A machine that drags is heard of a move late.
  const dropAt = other.page.locator('[data-line="1"] p').first();
  await other.page.locator('.passage-cards > li[draggable]').first().hover({ position: { x: 30, y: 5 } });
  await other.page.mouse.down();
  const shown = other.page.locator('[data-line="1"] .passage-under');
  for (let x = 5; x < 100 && (await shown.count()) === 0; x += 1) await dropAt.hover({ position: { x, y: 5 } });
  expect(await shown.count()).toBe(1);
  await other.page.mouse.up();
  await shown.waitFor({ state: 'detached' });
  await other.page.locator('[data-line="1"]').getByLabel('Stöder').check();
  await other.page.locator('[data-line="1"]').getByRole('button', { name: 'Spara' }).click();
  await other.page.locator('[data-line="1"] .stance-SUPPORTS').waitFor();
  expect(await axeFaults(other.page)).toEqual([]);
  const { framing } = await other.asks('query($id: ID!) { framing(id: $id) { basis { line stances { stance } } } }', { id });
  expect(framing.basis).toEqual([{ line: 0, stances: [{ stance: 'NUANCES' }] }, { line: 1, stances: [{ stance: 'SUPPORTS' }] }]);
  await other.page.locator('[data-line="0"]').getByRole('button', { name: 'Ta tillbaka' }).click();
  await other.page.locator('.stance-NUANCES').waitFor({ state: 'detached' });

  // Copied to another framing, the ids go along.
  await one.go(`/f/${id}`);
  await press(one);
  await page.getByRole('textbox', { name: 'Texten' }).click();
  await page.keyboard.press('Control+a');
  const slice = await page.locator('.written').evaluate((place) => {
    const data = new DataTransfer();
    place.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
    return data.getData('text/html');
  });
  await page.getByRole('button', { name: 'Klar' }).click();
  const { id: copy } = await aFraming(one, { name: 'En annan bild på prov' });
  await write(one, copy);
  await page.locator('.written').click();
  await page.locator('.written').evaluate((place, html) => {
    const data = new DataTransfer();
    data.setData('text/html', html);
    place.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, slice);
  await comes(one, 'Ingen har mätt ljuset.');
  await saveLine(one, 'saved');
  // Of just the words one chose one says what rests on them, without leaving the desk.
  await atEnd(one);
  await page.keyboard.press('Shift+Home');
  await page.waitForFunction(() => String(getSelection()) === 'Ingen har mätt ljuset.');
  await page.getByRole('button', { name: 'Säg vad det är för kunskap' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Ett bidrag stöder, ifrågasätter eller nyanserar det').check();
  await dialog.getByRole('button', { name: 'Välj' }).first().click();
  await dialog.getByRole('radio', { name: /^Ifrågasätter/ }).check();
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Spara' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect((await one.asks('query($id: ID!) { framing(id: $id) { basis { quote stances { stance } } } }', { id: copy })).framing.basis).toEqual([{ quote: 'Ingen har mätt ljuset.', stances: [{ stance: 'CHALLENGES' }] }]);
  const { alliance } = await one.asks('query($id: ID!) { alliance(id: $id) { contributions(first: 2) { edges { node { id stands { framing { id } removed } } } } } }', { id: allianceId });
  for (const { node } of alliance.contributions.edges) expect(node.stands).toEqual([{ framing: { id }, removed: false }, { framing: { id: copy }, removed: false }]);
  await one.go(`/c/${alliance.contributions.edges[0].node.id}`);
  await page.getByRole('heading', { name: 'Står i texten' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);

  for (const beside of ['knowledge', 'basis']) {
    const narrow = await house.visitor(elsa, { width: 320, language: 'en', theme: 'dark' });
    await narrow.go(`/f/${id}?beside=${beside}`);
    await narrow.page.locator('.passage-card').first().waitFor();
    expect(await tooWide(narrow.page)).toBe(0);
    expect(await axeFaults(narrow.page)).toEqual([]);
    expect(narrow.faults).toEqual([]);
    if (process.env['PICTURES'] !== undefined) {
      await narrow.page.screenshot({ path: `${process.env['PICTURES']}/${beside}-320.png`, fullPage: true });
      const wide = await house.visitor(elsa, { width: 1280, height: 900 });
      await wide.go(`/f/${id}?beside=${beside}`);
      await wide.page.locator('.passage-card').first().waitFor();
      await wide.page.screenshot({ path: `${process.env['PICTURES']}/${beside}-1280.png`, fullPage: true });
      await wide.close();
    }
    await narrow.close();
  }
  expect(one.faults.concat(other.faults)).toEqual([]);
}, 120_000);
