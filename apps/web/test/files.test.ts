import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { browsing, type Browsing } from './browser';
import { faultsInEverySight } from './seen';

let here: Browsing;
let alliance: string;
const amina = { example: 'Amina Warsame' };

const text = `# Hissen är inte teknik

## Vad vi sett

Den står stilla **varje vinter**.[^1]

المصعد متوقف كل شتاء

- Sex trappor
- En barnvagn

| År | Stopp |
| --- | --- |
| 2023 | 14 |

![Trapphuset](data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAACgAAAAeCAIAAADRv8uKAAAAGklEQVR4nO3BMQEAAADCoPVP7W8GoAAAAOANDi4AAWSBPj4AAAAASUVORK5CYII=)

[^1]: Sedan 2019.
`;

beforeAll(async () => {
  here = await browsing({ examples: true });
  const visitor = await here.visitor(amina);
  const { me } = await visitor.asks('{ me { participations { alliance { id } } } }');
  alliance = me.participations[0].alliance.id;
  await visitor.close();
});
afterAll(() => here?.close());

test('[X5] a text is brought in as a framing, taken along as a file, and brought in again with the same authors', async () => {
  const visitor = await here.visitor(amina);
  const { page, go } = visitor;
  const choose = async (name: string, buffer: Buffer): Promise<void> => {
    await go(`/a/${alliance}/bring`);
    await page.setInputFiles('input[type=file]', { name, mimeType: 'application/octet-stream', buffer });
    await page.getByRole('button', { name: 'Läs filen' }).click();
  };
  await choose('trasig.docx', Buffer.from('PK\u0003\u0004 inget'));
  await page.getByText('Filen är trasig och går inte att öppna.').waitFor();
  await go(`/a/${alliance}/bring`);
  await page.setInputFiles('input[type=file]', { name: 'stor.md', mimeType: 'text/markdown', buffer: Buffer.alloc(10 * 1024 * 1024 + 1, 'ord ') });
  await page.getByText('Filen är för stor.').waitFor();
  await choose('hissen.md', Buffer.from(text));
  await page.getByRole('heading', { name: '6 stycken i hissen.md' }).waitFor();
  // A heading and what names a column are read as such before the text comes in.
  await page.getByRole('region', { name: 'Texten så som den kommer in' }).getByRole('heading', { name: 'Vad vi sett' }).waitFor();
  await page.getByRole('columnheader', { name: 'Stopp' }).waitFor();
  const address = new URL(page.url());
  const preview = address.pathname + address.search;
  expect(await faultsInEverySight(here, amina, async ({ go: to, page: seen }, language) => {
    await to(preview);
    await seen.getByRole('radio', { name: language === 'sv' ? /^Bidrag/ : /^Contributions/ }).check();
    await seen.getByRole('button', { name: language === 'sv' ? 'Välj alla utom rubriker' : 'Choose all but headings' }).click();
  })).toEqual([]);
  await page.getByRole('radio', { name: /^En ny problembild/ }).check();
  await page.getByLabel('Till vilket problem?').selectOption({ index: 1 });
  await page.getByLabel('Vem har skrivit?').fill('Siv Öberg');
  await page.getByLabel('Vad visar bild 1?').fill('Trapphuset nerifrån');
  expect(await page.getByLabel('Vad ska problembilden heta?').inputValue()).toBe('Hissen är inte teknik');
  await page.getByRole('button', { name: 'Öppna problembilden' }).click();
  await page.getByRole('heading', { level: 1, name: 'Hissen är inte teknik' }).waitFor();
  await page.getByRole('link', { name: 'Hämta', exact: true }).click();
  await page.getByRole('heading', { name: 'Hämta som fil' }).waitFor();
  const file = new URL(page.url()).pathname;
  expect(await faultsInEverySight(here, amina, ({ go: to }) => to(file))).toEqual([]);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Hämta som Data (JSON)' }).click()]);
  expect(download.suggestedFilename()).toBe('Hissen är inte teknik.json');
  await choose('igen.json', readFileSync(await download.path()));
  await page.getByText('Filen är signerad här och oförändrad.').waitFor();
  await page.getByRole('radio', { name: /^Bidrag/ }).check();
  await page.getByRole('button', { name: 'Välj alla utom rubriker' }).click();
  await page.getByRole('button', { name: 'Ta in 5 bidrag' }).click();
  await page.getByText('5 bidrag kom in från igen.json.').waitFor();
  await page.getByRole('button', { name: 'Ångra intagningen av igen.json' }).click();
  await page.getByRole('button', { name: 'Ja, ta bort' }).click();
  await page.getByRole('heading', { name: 'Intagningen är ångrad' }).waitFor();
  await visitor.close();
});
