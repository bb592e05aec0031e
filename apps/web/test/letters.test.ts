import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFaults, browsing, comesTo, settled, tooWide, type Browsing, type Visitor } from './browser';

let here: Browsing;
beforeAll(async () => {
  here = await browsing();
});
afterAll(async () => {
  await here?.close();
});

const phone = { width: 320, height: 640 };

const focused = (page: Page) => page.evaluate(() => `${document.activeElement?.tagName.toLowerCase()} ${document.activeElement?.textContent?.trim().slice(0, 60)}`);

/** The link in the newest letter to an address, as it stands in the outbox. */
async function linkIn(visitor: Visitor, address: string): Promise<string> {
  await visitor.go('/outbox');
  return visitor.page.locator('.letter', { hasText: address }).first().locator('a').first().innerText();
}

/** An alliance with a letter of invitation to an address. */
async function invited(address: string, visibility = 'CLOSED'): Promise<string> {
  const olle = await here.visitor({ name: 'Olle' });
  const { formAlliance } = await olle.asks('mutation($input: FormAlliance!) { formAlliance(input: $input) { id } }', {
    input: { name: 'Ljus i tunneln', worry: 'Ingen vågar gå genom tunneln.', visibility, emails: [address], language: 'sv' },
  });
  await olle.close();
  return formAlliance.id;
}

test('[L3] whoever comes by a letter of invitation is welcomed, says in what capacity they speak, and comes back by the same letter', async () => {
  const id = await invited('leyla@example.org');
  const guest = await here.visitor(null, phone);
  const { page } = guest;
  const link = new URL(await linkIn(guest, 'leyla@example.org')).pathname;
  await guest.go(link);
  await page.getByLabel('Vad vill du kallas?').fill('Leyla');
  await page.getByRole('button', { name: 'Börja' }).click();
  await page.getByRole('heading', { level: 1, name: /Nu är du med i/ }).waitFor();
  // The code is used up by now; that must not turn her away.
  await settled(page);
  expect(await comesTo(() => focused(page), /^h1 Nu är du med i Ljus i tunneln$/)).toBe('h1 Nu är du med i Ljus i tunneln');
  expect(await axeFaults(page)).toEqual([]);
  expect(await tooWide(page)).toBe(0);
  await page.getByLabel('Boende').check();
  await page.getByLabel(/Jag vet något/).fill('Tunneln på kvällen');
  // Telling something at once keeps what was said.
  await page.getByRole('button', { name: 'Berätta vad du vet nu' }).click();
  await page.waitForURL(`**/a/${id}/give`);
  const { alliance } = await guest.asks('query($id: ID!) { alliance(id: $id) { mine { capacity knows } } }', { id });
  expect(alliance.mine).toEqual({ capacity: 'RESIDENT', knows: 'Tunneln på kvällen' });
  await guest.go(link);
  await page.getByRole('link', { name: /Du är redan med/ }).click();
  await page.waitForURL(`**/a/${id}`);
  expect(guest.faults).toEqual([]);
  await guest.close();
  // Whoever else finds the letter is told that it leads nowhere.
  const finder = await here.visitor({ name: 'Hittaren' }, phone);
  await finder.go(link);
  expect(await finder.page.locator('h1').innerText()).toBe('Koden leder ingenstans');
  await finder.close();
});

test('[M3] a guest adds an address on their own page, comes back with it, and is asked before one that is somebody else’s takes them away', async () => {
  const guest = await here.visitor({ name: 'Kerstin' }, phone);
  const { page } = guest;
  const ask = async (email: string) => {
    await guest.go('/me');
    await page.getByLabel('Din e-post').fill(email);
    await page.getByRole('button', { name: 'Skicka brevet' }).click();
    await page.getByText(`Ett brev är på väg till ${email}`).waitFor();
    expect(await comesTo(() => focused(page), /^div Ett brev är på väg/)).toMatch(/^div Ett brev är på väg/);
    await page.goto(await linkIn(guest, email));
  };
  // Somebody has the first address already.
  const siv = await here.visitor(null, phone);
  await siv.asks('mutation { askForSignIn(email: "siv@example.org", language: sv) }');
  await siv.go(await linkIn(siv, 'siv@example.org'));
  await siv.page.getByRole('button', { name: 'Gå in', exact: true }).click();
  await siv.page.getByLabel('Vad vill du kallas?').waitFor();
  expect(await siv.page.getByRole('alert').innerText()).toBe('');
  await siv.page.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
  await siv.page.keyboard.press('Enter');
  await siv.page.getByText('Skriv vad du vill kallas.').waitFor();
  await siv.page.keyboard.type('Siv');
  await siv.page.keyboard.press('Enter');
  await siv.page.waitForURL((url) => url.pathname === '/');
  await siv.close();

  await ask('siv@example.org');
  await page.getByRole('button', { name: 'Lägg till adressen' }).click();
  await page.getByText('Adressen hör redan till någon').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  expect(await tooWide(page)).toBe(0);
  await page.getByRole('link', { name: 'Stanna kvar som Kerstin' }).click();
  await page.waitForURL('**/me');
  await ask('kerstin@example.org');
  await page.getByRole('button', { name: 'Lägg till adressen' }).click();
  await page.getByText('Adressen är din').waitFor();
  await settled(page);
  expect(await page.locator('main').innerText()).toMatch(/kerstin@example\.org/);
  expect(await page.getByLabel('Din e-post').count()).toBe(0);
  expect((await guest.asks('{ me { name email guest } }')).me).toEqual({ name: 'Kerstin', email: 'kerstin@example.org', guest: false });
  expect(guest.faults).toEqual([]);
  await guest.close();
});
