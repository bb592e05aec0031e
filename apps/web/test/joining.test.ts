import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFaults, browsing, comesTo, settled, tooWide, type Browsing } from './browser';

let here: Browsing;
beforeAll(async () => {
  here = await browsing({ examples: false });
});
afterAll(async () => {
  await here?.close();
});

const phone = { width: 360, height: 740 };

/** What a screen reader would say of what has the focus. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement | null;
    const labelled = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? [...(at.labels ?? [])].map((label) => label.textContent).join(' ') : at?.textContent;
    return `${at?.tagName.toLowerCase()} ${labelled?.replace(/\s+/g, ' ').trim()}`;
  });

/** Presses Tab until what is looked for has the focus. */
async function tabTo(page: Page, wanted: RegExp): Promise<number> {
  for (let pressed = 1; pressed <= 40; pressed += 1) {
    await page.keyboard.press('Tab');
    if (wanted.test(await focused(page))) return pressed;
  }
  throw new Error(`Tab never came to ${wanted}`);
}

async function anAlliance(visibility: string): Promise<{ id: string; code: string }> {
  const olle = await here.visitor({ name: 'Olle' });
  const { formAlliance } = await olle.asks('mutation($input: FormAlliance!) { formAlliance(input: $input) { id } }', {
    input: { name: 'Trygg väg till skolan', worry: 'Barnen vågar inte gå till skolan själva.', visibility },
  });
  const { makeInvitation } = await olle.asks('mutation($id: ID!) { makeInvitation(allianceId: $id) { code } }', { id: formAlliance.id });
  await olle.close();
  return { id: formAlliance.id, code: makeInvitation.code };
}

test('[L3] a resident joins by code on a phone with the keyboard only, a name and no e-mail', async () => {
  const { id, code } = await anAlliance('CLOSED');
  const resident = await here.visitor(null, phone);
  const { page } = resident;
  await resident.go(`/j/${code.toLowerCase()}`);
  expect(await page.locator('h1').innerText()).toMatch(/Välkommen till\s+Trygg väg till skolan/);
  expect(await page.locator('input[type=email], input[type=password]').count()).toBe(0);
  expect(await axeFaults(page)).toEqual([]);
  await tabTo(page, /Vad vill du kallas/);
  await page.keyboard.type('Blå häst');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /Nu är du med i/ }).waitFor();
  // The heading has the focus, so that a screen reader says where one has come.
  expect(await comesTo(() => focused(page), /^h1 Nu är du med/)).toMatch(/^h1 Nu är du med/);
  expect(await axeFaults(page)).toEqual([]);
  await tabTo(page, /Boende|Vill inte säga/);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await tabTo(page, /^textarea Jag vet något/);
  await page.keyboard.type('Övergångsstället vid torget');
  await tabTo(page, /^button Spara/);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/a/${id}`);
  await settled(page);
  expect(await comesTo(() => focused(page), /^h1 Trygg väg till skolan$/)).toBe('h1 Trygg väg till skolan');
  expect(await tooWide(page)).toBe(0);
  const { alliance } = await resident.asks('query($id: ID!) { alliance(id: $id) { mine { standing capacity knows actor { name } } } }', { id });
  expect(alliance.mine).toEqual({ standing: 'TAKES_PART', capacity: 'RESIDENT', knows: 'Övergångsstället vid torget', actor: { name: 'Blå häst' } });
  expect(resident.faults).toEqual([]);
  await resident.close();
});

test('[L3] a code that leads nowhere says so kindly, and an empty name says how to go on', async () => {
  const { code } = await anAlliance('OPEN');
  const resident = await here.visitor(null, phone);
  await resident.go('/j/ZZZZZZZZ');
  expect(await resident.page.locator('main').innerText()).toMatch(/Koden leder ingenstans/);
  await resident.go(`/j/${code}`);
  await resident.page.getByRole('button', { name: 'Börja' }).click();
  expect(await resident.page.locator('main').innerText()).toMatch(/Skriv vad du vill kallas/);
  expect(await comesTo(() => focused(resident.page), /^input Vad vill du kallas/)).toMatch(/^input Vad vill du kallas/);
  await resident.close();
});

test('[L3] the start page takes a code as it stands on the poster', async () => {
  const { code } = await anAlliance('LINK');
  const resident = await here.visitor(null, { ...phone, language: 'en' });
  await resident.go('/');
  await resident.page.getByLabel('Your code').fill(`${code.slice(0, 4)} ${code.slice(4).toLowerCase()}`);
  await resident.page.getByRole('button', { name: 'Go on' }).click();
  await resident.page.getByRole('heading', { level: 1, name: /Welcome to/ }).waitFor();
  await resident.close();
});

test('[L3] somebody who finds a closed alliance asks to take part, and anyone who takes part lets them in', async () => {
  const { id, code } = await anAlliance('CLOSED');
  const asker = await here.visitor({ name: 'Leyla' }, phone);
  await asker.go(`/a/${id}`);
  expect(await asker.page.locator('main').innerText()).not.toMatch(/Trygg väg/);
  await asker.page.getByLabel(/Varför vill du vara med/).fill('Jag bor vid tunneln');
  await asker.page.getByRole('button', { name: 'Be om att få vara med' }).click();
  await asker.page.getByText('Du har bett om att få vara med').first().waitFor();
  // What one asked can be taken back, and asked again.
  await asker.go('/me');
  await asker.page.getByRole('button', { name: 'Ta tillbaka min fråga' }).click();
  expect(await axeFaults(asker.page)).toEqual([]);
  await asker.page.getByRole('button', { name: 'Ta tillbaka min fråga' }).click();
  await asker.page.getByText('Du har tagit tillbaka din fråga.').first().waitFor();
  await asker.page.getByText(/^Du lämnade/).waitFor();
  await asker.go(`/a/${id}`);
  await asker.page.getByRole('button', { name: 'Be om att få vara med' }).click();
  await asker.page.getByText('Du har bett om att få vara med').first().waitFor();

  const guest = await here.visitor(null, phone);
  await guest.go(`/j/${code}`);
  await guest.page.getByLabel('Vad vill du kallas?').fill('Gästen');
  await guest.page.getByRole('button', { name: 'Börja' }).click();
  await guest.page.getByRole('link', { name: 'Hoppa över' }).click();
  await guest.page.getByRole('button', { name: 'Släpp in Leyla' }).click();
  await guest.page.getByText('Leyla är nu med.').waitFor();
  await asker.go(`/a/${id}`);
  expect(await asker.page.locator('h1').innerText()).toBe('Trygg väg till skolan');
  await asker.go(`/a/${id}/people`);
  expect(await asker.page.locator('main').innerText()).toMatch(/Insläppt av Gästen/);
  await guest.close();
  await asker.close();
});

test('[M2] where no letters are sent nobody is asked for an address, and there is no outbox', async () => {
  const guest = await here.visitor({ name: 'Kerstin' }, phone);
  const { page } = guest;
  await guest.go('/sign-in');
  expect(await page.locator('main').innerText()).toMatch(/skickar inga brev/);
  expect(await page.locator('input[type=email]').count()).toBe(0);
  await guest.go('/me');
  expect(await page.locator('input[type=email]').count()).toBe(0);
  await guest.go('/outbox');
  expect(await page.locator('h1').innerText()).toBe('Sidan finns inte');
  await guest.go('/form');
  await page.getByLabel('Skriv det i en mening').fill('Bron är hal.');
  await page.getByRole('button', { name: 'Nästa' }).click();
  await page.getByRole('button', { name: 'Nästa' }).click();
  await page.getByLabel('Vad ska alliansen heta?').fill('Säker bro');
  await page.getByRole('button', { name: 'Nästa' }).click();
  await page.getByText('får du en länk, en kod och en affisch').waitFor();
  expect(await page.locator('input[type=email], textarea[inputmode=email]').count()).toBe(0);
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Bilda alliansen' }).click();
  await page.getByText('Bjud in med länken, koden eller affischen.').waitFor();
  await guest.close();
});
