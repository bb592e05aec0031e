import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { axeFaults, browsing, tooWide, type Browsing } from './browser';

let here: Browsing;
beforeAll(async () => {
  here = await browsing();
});
afterAll(async () => {
  await here?.close();
});

test('[J5] [J6] on a phone somebody checks the ledger in their own browser, keeps a receipt, and a stranger finds that it stands', async () => {
  const amina = await here.visitor({ example: 'Amina Warsame' }, { language: 'sv', theme: 'light', width: 320 });
  const { me } = await amina.asks('{ me { participations { alliance { id } } } }');
  const [{ alliance }] = me.participations;
  await amina.go(`/a/${alliance.id}/ledger`);
  const { page } = amina;
  await page.getByRole('button', { name: 'Kontrollera i min webbläsare' }).click();
  await page.getByText(/^Alla \d+ poster stämmer\.$/).waitFor();
  expect([await axeFaults(page), await tooWide(page)]).toEqual([[], 0]);
  await page.getByText('Kvitto', { exact: true }).first().click();
  const receipt = await page.locator('details[open] code').first().innerText();
  const stranger = await here.visitor(null, { language: 'en', theme: 'dark', width: 320 });
  await stranger.go('/receipt');
  await stranger.page.getByLabel('The code of the receipt').fill(receipt.toLowerCase());
  await stranger.page.getByRole('button', { name: 'Check', exact: true }).click();
  await stranger.page.getByRole('heading', { name: 'The entry still stands, and nothing before it was changed.' }).waitFor();
  expect([await axeFaults(stranger.page), await tooWide(stranger.page)]).toEqual([[], 0]);
  await stranger.page.getByLabel('The code of the receipt').fill(`${receipt.slice(0, -1)}${receipt.endsWith('2') ? '3' : '2'}`);
  await stranger.page.getByRole('button', { name: 'Check', exact: true }).click();
  await stranger.page.getByText('The code is not quite copied.').waitFor();
});
