import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFaults, browsing, comesTo, settled, tooWide, type Browsing, type Visitor } from './browser';

let here: Browsing;
let alliance: { id: string; code: string };
beforeAll(async () => {
  here = await browsing();
  const olle = await here.visitor({ name: 'Olle' });
  const { formAlliance } = await olle.asks('mutation($input: FormAlliance!) { formAlliance(input: $input) { id } }', {
    input: { name: 'Ljus i tunneln', worry: 'Ingen vågar gå genom tunneln.', visibility: 'CLOSED' },
  });
  const { makeInvitation } = await olle.asks('mutation($id: ID!) { makeInvitation(allianceId: $id) { code } }', { id: formAlliance.id });
  alliance = { id: formAlliance.id, code: makeInvitation.code };
  await olle.close();
});
afterAll(async () => {
  await here?.close();
});

const phone = { width: 320, height: 640 };
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const focused = (page: Page) => page.evaluate(() => `${document.activeElement?.tagName.toLowerCase()} ${document.activeElement?.textContent?.trim().slice(0, 60)}`);

/** All that is kept in the device, and how many pictures and recordings wait in it. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const asking = indexedDB.open('samsyn-give');
      asking.onsuccess = () => resolve(asking.result);
      asking.onerror = () => reject(asking.error);
    });
    const media = await new Promise<number>((resolve) => {
      if (!database.objectStoreNames.contains('media')) return resolve(0);
      const count = database.transaction('media').objectStore('media').count();
      count.onsuccess = () => resolve(count.result);
    });
    database.close();
    return { words: JSON.stringify({ ...localStorage, ...sessionStorage }), media };
  });

async function joins({ page, go }: Visitor, name: string): Promise<void> {
  await go(`/j/${alliance.code}`);
  await page.getByLabel('Vad vill du kallas?').fill(name);
  await page.getByRole('button', { name: 'Börja' }).click();
  await page.getByRole('heading', { level: 1, name: /Nu är du med i/ }).waitFor();
}

/** Goes out as a guest does: by the strip, and once more on one's own page. */
async function goesOut({ page }: Visitor): Promise<void> {
  await page.getByRole('complementary').getByRole('button', { name: 'Gå ut' }).click();
  await page.waitForURL('**/me#out');
  await page.locator('main').getByRole('button', { name: 'Gå ut' }).click();
  await page.getByRole('button', { name: 'Ja, gå ut' }).click();
  await page.getByText('Du har inte gått in än').waitFor();
}

test('[C10] what a guest began and did not share is gone when they go out, and the next person at the device begins empty', async () => {
  const device = await here.visitor(null, phone);
  const { page } = device;
  await joins(device, 'Kerstin');
  await device.go(`/a/${alliance.id}/give`);
  await page.getByLabel('Skriv med egna ord').fill('Kerstins egna ord om tunneln.');
  await page.locator('input[type=file]').first().setInputFiles({ name: 'tunnel.png', mimeType: 'image/png', buffer: picture });
  await page.locator('.draft-media').first().waitFor();
  // What is begun outlives a reload, for the one who began it.
  await device.go(`/a/${alliance.id}/give`);
  expect(await page.getByLabel('Skriv något till').inputValue()).toBe('Kerstins egna ord om tunneln.');
  await device.go('/form');
  await page.getByLabel('Skriv det i en mening').fill('Kerstin oroar sig för bron.');
  expect(await kept(page)).toMatchObject({ words: expect.stringMatching(/egna ord om tunneln.*oroar sig för bron|oroar sig för bron.*egna ord om tunneln/), media: 1 });
  await goesOut(device);
  await page.getByText('Det du inte hann dela är borttaget').waitFor();
  await settled(page);
  const left = await kept(page);
  expect(left.words).not.toMatch(/Kerstin|tunneln/);
  expect(left.media).toBe(0);

  await joins(device, 'Bosse');
  await device.go(`/a/${alliance.id}/give`);
  expect(await page.getByLabel('Skriv med egna ord').inputValue()).toBe('');
  await device.go('/form');
  expect(await page.getByLabel('Skriv det i en mening').inputValue()).toBe('');
  expect(device.faults).toEqual([]);
  await device.close();
});

test('[C10] of two people at one device each finds their own words, and what nobody had stepped in to write comes along', async () => {
  const device = await here.visitor(null, phone);
  const { page } = device;
  await device.go('/form');
  await page.getByLabel('Skriv det i en mening').fill('Bron är hal.');
  await device.go('/sign-in?to=/form');
  await page.getByLabel('Vad vill du kallas?').fill('Kerstin');
  await page.getByRole('button', { name: 'Gå in', exact: true }).click();
  await page.waitForURL('**/form');
  expect(await page.getByLabel('Skriv det i en mening').inputValue()).toBe('Bron är hal.');
  // Another session takes over without anybody having gone out.
  await device.asks('mutation { signOut stepIn(name: "Bosse") { id } }');
  await device.go('/form');
  expect(await page.getByLabel('Skriv det i en mening').inputValue()).toBe('');
  await page.getByLabel('Skriv det i en mening').fill('Torget är mörkt.');
  await device.context.clearCookies();
  await device.go('/form');
  expect(await page.getByLabel('Skriv det i en mening').inputValue()).toBe('');
  await device.close();
});

test('[M3] a guest does not lose their name by one press, and the one who changes their mind stays', async () => {
  const device = await here.visitor({ name: 'Kerstin' }, phone);
  const { page } = device;
  await device.go('/help');
  const strip = page.getByRole('complementary');
  await strip.getByRole('button', { name: 'Gå ut' }).click();
  await page.waitForURL('**/me#out');
  await page.getByText('Går du ut kan du inte komma tillbaka till samma namn').waitFor();
  await settled(page);
  expect(await comesTo(() => focused(page), /^h2 Gå ut$/)).toBe('h2 Gå ut');
  expect(await strip.getByRole('button').count()).toBe(1);
  await page.locator('main').getByRole('button', { name: 'Gå ut' }).click();
  expect(await axeFaults(page)).toEqual([]);
  expect(await tooWide(page)).toBe(0);
  await page.getByRole('button', { name: 'Avbryt' }).click();
  expect((await device.asks('{ me { name } }')).me.name).toBe('Kerstin');
  await device.close();
});

test('[L4] whoever leaves a closed alliance comes to their own page with a goodbye', async () => {
  const guest = await here.visitor(null, phone);
  const { page } = guest;
  await joins(guest, 'Kerstin');
  await guest.go(`/a/${alliance.id}`);
  await page.getByRole('button', { name: 'Lämna alliansen' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Lämna alliansen' }).click();
  await page.waitForURL('**/me');
  await page.getByText('Du har lämnat Ljus i tunneln.').waitFor();
  await settled(page);
  expect(await comesTo(() => focused(page), /^h1 Min sida$/)).toBe('h1 Min sida');
  await guest.close();
});

test('the focus stays with what one does: stepping in as an example, changing one’s name', async () => {
  const visitor = await here.visitor(null, phone);
  const { page } = visitor;
  await visitor.go('/');
  await page.getByRole('button', { name: /^Prova som/ }).first().click();
  await page.getByRole('complementary').getByText('påhittad person').waitFor();
  await settled(page);
  expect(await comesTo(() => focused(page), /^h1 /)).toMatch(/^h1 /);
  await visitor.close();
  const guest = await here.visitor({ name: 'Kerstin' }, phone);
  await guest.go('/me');
  await guest.page.getByRole('button', { name: 'Byt namn' }).click();
  await guest.page.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
  await guest.page.keyboard.press('End');
  await guest.page.keyboard.type(' A');
  await guest.page.keyboard.press('Enter');
  await guest.page.waitForFunction(() => document.activeElement?.id === 'rename');
  expect((await guest.asks('{ me { name } }')).me.name).toBe('Kerstin A');
  await guest.close();
});
