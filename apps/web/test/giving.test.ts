import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { browsing, type Browsing, type Visitor } from './browser';
import { faultsInEverySight } from './seen';

let here: Browsing;
let alliance: string;
const amina = { example: 'Amina Warsame' };

beforeAll(async () => {
  here = await browsing({ examples: true });
  const visitor = await here.visitor(amina);
  const { me } = await visitor.asks('{ me { participations { alliance { id } } } }');
  alliance = me.participations[0].alliance.id;
  await visitor.close();
});
afterAll(() => here?.close());

const press = (visitor: Visitor, name: string | RegExp) => visitor.page.getByRole('button', { name }).click();

test('[C9] what somebody can do is noted without words, and the one who notes it does not become the knower', async () => {
  const noting = await here.visitor(amina, { width: 320 });
  const { page } = noting;
  await noting.go(`/a/${alliance}/give`);
  await page.getByText('Lägg till mer').click();
  await page.getByLabel('Någon kan det här').check();
  await press(noting, 'Nästa');
  await page.getByText('Säg vem som kan det. Välj').waitFor();
  await page.getByLabel('Någon annan kan det').check();
  await press(noting, 'Nästa');
  await page.getByText('Säg vem som kan det. Välj').waitFor();
  await page.getByLabel('Eller skriv ett namn').fill('Rut på tvätteriet');
  await press(noting, 'Nästa');
  await page.getByLabel('Personen vet hur man gör').check();
  await press(noting, 'Nästa');
  await page.getByText('Rut på tvätteriet kan det här; det är inte satt i ord än').waitFor();
  await press(noting, 'Dela');
  await page.getByRole('heading', { name: 'Tack!' }).waitFor();
  expect(await page.getByRole('article').innerText()).toMatch(/Rut på tvätteriet kan det här; det är inte satt i ord än[\s\S]*Kunskapen finns hos Rut på tvätteriet[\s\S]*Noterat av Amina Warsame[\s\S]*Ännu inte bekräftat/);
  await noting.go(`/a/${alliance}`);
  await page.getByRole('link', { name: 'Rut på tvätteriet kan det här; det är inte satt i ord än' }).waitFor();
  const { rows } = await here.db.query(`select a.actor_id, c.text from contribution c join contribution_author a on a.contribution_id = c.id where c.stated_author = 'Rut på tvätteriet'`);
  expect(rows).toEqual([{ actor_id: null, text: '' }]);
  expect(noting.faults).toEqual([]);
  await noting.close();
});

test('[C1] a text that is too long is kept whole, and how much too long it is and a wrong link are said before the next step', async () => {
  const visitor = await here.visitor(amina);
  const { page } = visitor;
  await visitor.go(`/a/${alliance}/give`);
  const text = page.getByLabel('Skriv med egna ord');
  await text.fill('ord '.repeat(30_000));
  await page.getByText(/Texten är 99\s999 tecken för lång\. Högst 20\s000 tecken\. Din text finns kvar\./).waitFor();
  await press(visitor, 'Nästa');
  expect((await text.inputValue()).length).toBe(120_000);
  await page.reload();
  expect((await text.inputValue()).length).toBe(120_000);
  await text.fill('Mätningen finns på nätet.');
  await page.getByText('Lägg till mer').click();
  await page.getByLabel('Jag har en länk eller källa').check();
  await page.getByLabel('Länk', { exact: true }).fill('scb punkt se');
  await press(visitor, 'Nästa');
  await page.getByText('Länken ska börja med https://').waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
  await page.getByLabel('Länk', { exact: true }).fill('www.scb.se');
  await press(visitor, 'Nästa');
  await page.getByLabel('Jag har läst').or(page.getByLabel('Vet inte')).first().check();
  await press(visitor, 'Nästa');
  await press(visitor, 'Dela');
  await page.getByRole('heading', { name: 'Tack!' }).waitFor();
  expect(await page.getByRole('link', { name: 'www.scb.se' }).getAttribute('href')).toBe('https://www.scb.se');
  await visitor.close();
});

test('noting what somebody can do can be read and used by everyone, with what is still to be said', async () => {
  const faults = await faultsInEverySight(here, amina, async (visitor, language) => {
    const words = language === 'sv' ? { more: 'Lägg till mer', next: 'Nästa', tacit: 'Någon kan det här', other: 'Någon annan kan det' } : { more: 'Add more', next: 'Next', tacit: 'Somebody knows this', other: 'Somebody else does' };
    await visitor.go(`/a/${alliance}/give`);
    await visitor.page.getByText(words.more).click();
    await visitor.page.getByLabel(words.tacit).check();
    await visitor.page.getByLabel(words.other).check();
    await press(visitor, words.next);
  });
  expect(faults).toEqual([]);
});
