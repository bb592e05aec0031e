import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { axeFaults, browsing, settled, tooWide, type Browsing } from './browser';

let here: Browsing;
beforeAll(async () => {
  here = await browsing({ examples: false });
});
afterAll(async () => {
  await here?.close();
});

const phone = { width: 320, height: 640 };

test('[C20] from a slip on paper to one’s own words on a phone, without e-mail', async () => {
  const olle = await here.visitor({ name: 'Olle' });
  const { formAlliance } = await olle.asks('mutation($input: FormAlliance!) { formAlliance(input: $input) { id } }', { input: { name: 'Trygg väg', worry: 'Barnen vågar inte gå.', visibility: 'CLOSED' } });
  const { give } = await olle.asks('mutation($input: Give!) { give(input: $input) { id } }', { input: { allianceId: formAlliance.id, text: 'Bilarna kör om vid skolan', kinds: ['FAMILIARITY'], howKnown: ['LIVED'], saidByName: 'Berta' } });
  await olle.go(`/c/${give.id}`);
  await olle.page.getByRole('link', { name: 'En lapp till den som berättade' }).click();
  await olle.page.getByRole('button', { name: 'Gör lappen' }).click();
  const code = (await olle.page.locator('.poster-code').innerText()).trim();
  await settled(olle.page);
  expect(await axeFaults(olle.page)).toEqual([]);
  const berta = await here.visitor(null, phone);
  const { page } = berta;
  await berta.go('/claim');
  expect(await page.locator('input[type=email], input[type=password]').count()).toBe(0);
  expect(await tooWide(page)).toBe(0);
  expect(await axeFaults(page)).toEqual([]);
  await page.getByLabel('Koden på lappen').fill(code.toLowerCase());
  await page.getByLabel('Vad vill du kallas?').fill('Berta Berg');
  await page.getByRole('button', { name: 'Ta över' }).click();
  await page.getByRole('heading', { level: 1, name: 'Nu är det ditt' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Öppna bidraget' }).click();
  await page.getByRole('button', { name: /Godkänn/ }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  const { rows } = await here.db.query('select approval, (select name from actor where id = (select actor_id from contribution_author where contribution_id = c.id)) as name from contribution c where id = $1', [give.id]);
  expect(rows).toEqual([{ approval: 'APPROVED', name: 'Berta Berg' }]);
});

test('[A11] on my page one marks oneself, sees one’s own name, and is a resident to others', async () => {
  const sara = await here.visitor({ name: 'Sara Hemlig' }, phone);
  await sara.go('/me');
  await sara.page.getByRole('link', { name: 'Skyddad identitet' }).click();
  await sara.page.getByRole('button', { name: 'Visa mig som en boende' }).click();
  await sara.page.getByText('Du visas som en boende för alla andra.').waitFor();
  await settled(sara.page);
  expect(await sara.page.getByText('Sara Hemlig').count()).toBe(1);
  expect(await axeFaults(sara.page)).toEqual([]);
  expect(await tooWide(sara.page)).toBe(0);
  expect((await here.db.query(`select count(*)::int as n from actor where name like 'Sara%'`)).rows).toEqual([{ n: 0 }]);
});
