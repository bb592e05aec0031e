import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { browsing, type Browsing, type Visitor } from './browser';
import { faultsInEverySight } from './seen';

let here: Browsing;
let alliance: string;
const amina = { example: 'Amina Warsame' };

const sheet = [
  'Nr;Namn;Roll;Kommentar;Kunskapsform;Hur vet du det?;Källa',
  '1;Åsa;boende;"Det är mörkt vid tunneln, och ""ingen"" går där efter sju.";förtrogenhet;levt;',
  '2;محمد;boende;نحتاج إلى ضوء أكثر في النفق;förtrogenhet, färdighet;levt;',
  '3;Rut;forskare;Belysningen mättes till 3 lux.;fakta;mätt;https://example.org/lux',
  '4;;tjänsteperson;;fakta;läst;',
  '5;Bo;tjänsteperson;"Två rader\ni samma cell 👩‍👩‍👧";;;Rapport 2019:4',
  '6;;;Ingen minns vem som sa det här.;;;',
].join('\n');

beforeAll(async () => {
  here = await browsing({ examples: true });
  const visitor = await here.visitor(amina);
  const { me } = await visitor.asks('{ me { participations { alliance { id } } } }');
  alliance = me.participations[0].alliance.id;
  await visitor.close();
});
afterAll(() => here?.close());

/** Chooses a file on the import screen, and waits for what it says. */
async function read({ page, go }: Visitor, name: string, buffer: Buffer, button = 'Läs filen'): Promise<void> {
  await go(`/a/${alliance}/import`);
  await page.setInputFiles('input[type=file]', { name, mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: button }).click();
}

test('[C6] a spreadsheet is looked at, brought in and undone; the one who brings it in never becomes the author', async () => {
  const visitor = await here.visitor(amina);
  const { page } = visitor;
  await read(visitor, 'tunneln.csv', Buffer.from(sheet));
  await page.getByRole('heading', { name: 'Så kommer de första raderna in' }).waitFor();
  // The columns were guessed from their headings.
  expect(await page.getByLabel('Vad som sägs').locator('option:checked').innerText()).toBe('Kommentar');
  expect(await page.getByLabel('Vem som säger det').locator('option:checked').innerText()).toBe('Namn');
  await page.getByLabel('Källa').selectOption({ label: 'Finns inte i filen' });
  await page.getByText('Det här kommer att stå som ”ej angivet” på varje rad: källa.').waitFor();
  await page.getByText('Raden har ingen text.').waitFor();
  await page.getByText('1 rad kommer inte in.').waitFor();
  await page.getByRole('button', { name: 'Läs in 5 rader' }).click();
  await page.getByRole('heading', { name: 'Inläsningen är klar' }).waitFor();
  expect(await page.locator('main').innerText()).toMatch(/5 bidrag kom in från tunneln\.csv\.[\s\S]*1 rad kom inte in[\s\S]*5\s+Raden har ingen text\./);
  const { me } = await visitor.asks('{ me { id } }');
  const { rows } = await here.db.query(
    'select c.stated_author, c.source_url, array_agg(a.actor_id) as actors from contribution c left join contribution_author a on a.contribution_id = c.id where c.import_id is not null group by c.id order by c.import_row',
  );
  expect(rows.map((row) => row.stated_author)).toEqual(['Åsa', 'محمد', 'Rut', 'Bo', null]);
  expect(rows.every((row) => row.source_url === null && !row.actors.includes(me.id))).toBe(true);
  // The alliance's home names whom the file names, each in their own capacity, and nobody where it names none.
  const address = page.url();
  await visitor.go(`/a/${alliance}`);
  const latest = await page.getByRole('region', { name: 'Senaste bidragen' }).innerText();
  expect(latest).toMatch(/Åsa \(enligt filen\), boende ·/);
  expect(latest).toMatch(/Ingen minns vem som sa det här\.\s+Avsändare inte angiven ·/);
  expect(latest).not.toMatch(/någon/i);
  // Found again without its address: from what has happened, and from the list of what was brought in.
  await page.getByRole('button', { name: 'Visa vad som har hänt' }).click();
  await page.getByRole('link', { name: /la in bidrag från en fil/ }).first().click();
  await page.getByRole('heading', { name: 'Inläsningen är klar' }).waitFor();
  expect(page.url()).toBe(address);
  await visitor.go(`/a/${alliance}/import`);
  expect(await page.getByRole('region', { name: 'Inläst förut' }).innerText()).toMatch(/tunneln\.csv\s+5 bidrag kom in\s+Amina Warsame/);
  await page.getByRole('button', { name: 'Ångra inläsningen av tunneln.csv' }).click();
  await page.getByRole('button', { name: 'Ja, ta bort dem' }).click();
  await page.getByText('Ångrad: bidragen är borttagna').waitFor();
  await page.waitForFunction(() => document.activeElement?.id === 'earlier');
  const left = await here.db.query('select count(*)::int as count from contribution where import_id is not null');
  expect(left.rows[0].count).toBe(0);
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});

test('[C6] the page may be left while 10,000 rows come in, and is found again at the same address', async () => {
  const visitor = await here.visitor(amina);
  const { page } = visitor;
  const rows = Array.from({ length: 10_000 }, (_, nr) => (nr === 499 ? `${'x'.repeat(100_000)},P` : `Rad ${nr},Person ${nr % 40}`));
  await read(visitor, 'stor.csv', Buffer.from(['text,who', ...rows].join('\r\n')));
  await page.getByRole('button', { name: /^Läs in 10/ }).click({ timeout: 60_000 });
  await page.getByRole('progressbar').waitFor();
  const address = page.url();
  await visitor.go('/');
  await page.goto(address);
  await page.getByRole('heading', { name: 'Inläsningen är klar' }).waitFor({ timeout: 60_000 });
  expect((await page.locator('main').innerText()).replace(/\s+/g, ' ')).toMatch(/9 999 bidrag kom in .* 1 rad kom inte in .* 501 Texten på raden är längre än 20 000 tecken\./);
  await page.getByRole('button', { name: 'Ångra inläsningen' }).click();
  await page.getByRole('button', { name: 'Ja, ta bort dem' }).click();
  await page.getByRole('heading', { name: 'Inläsningen är ångrad' }).waitFor({ timeout: 30_000 });
  await visitor.close();
});

test('[C6] a file in an older encoding keeps its letters, and what is no table is refused with a sentence', async () => {
  const visitor = await here.visitor(amina);
  const { page } = visitor;
  await read(visitor, 'gammal.csv', Buffer.from('P\xe5st\xe5ende;Vem\nDet \xe4r kallt \x96 h\xe4r;\xc5sa\n', 'latin1'));
  await page.getByText('Det är kallt – här').waitFor();
  await read(visitor, 'bild.csv', await page.screenshot());
  await page.getByRole('alert').getByText('Filen går inte att läsa som en tabell').waitFor();
  await visitor.close();
});

test('[C6] a file without headings, and words nobody understands, are said before anything comes in', async () => {
  const visitor = await here.visitor(amina, { width: 320 });
  const { page } = visitor;
  await read(visitor, 'utan.csv', Buffer.from('sep=;\nDet är mörkt vid tunneln om kvällen.;Polis\nDet drar i entrén hela vintern.;boende\n'));
  await page.getByRole('heading', { name: 'Så kommer de första raderna in' }).waitFor();
  expect(await page.getByLabel('Första raden är rubriker').isChecked()).toBe(false);
  await page.getByLabel('I vilken egenskap').selectOption({ label: 'Kolumn 2' });
  await page.getByText('I vilken egenskap: 1 ruta går inte att förstå och står som ”ej angivet”, till exempel ”polis”.').waitFor();
  await page.getByRole('button', { name: 'Läs in 2 rader' }).waitFor();
  await page.getByLabel('Första raden är rubriker').click();
  await page.getByRole('button', { name: 'Läs in 1 rad' }).waitFor();
  await read(visitor, 'öppen.csv', Buffer.from('text,vem\nhej,Bo\n"öppet,Eva\n'));
  await page.getByRole('alert').getByText('På rad 3 börjar ett citattecken').waitFor();
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});

test('[R2] who does not take part is shown the way in instead of a file to choose', async () => {
  const stranger = await here.visitor({ name: 'Signe' });
  await stranger.go(`/a/${alliance}/import`);
  await stranger.page.getByText('Gå med i alliansen först.').waitFor();
  expect(await stranger.page.locator('input[type=file]').count()).toBe(0);
  await stranger.close();
});

test('bringing in a spreadsheet can be read and used by everyone: both languages, light and dark, 320 and 1280 px', async () => {
  const faults = await faultsInEverySight(here, amina, async (visitor, language) => {
    await read(visitor, 'tunneln.csv', Buffer.from(sheet), language === 'sv' ? 'Läs filen' : 'Read the file');
    await visitor.page.getByRole('heading', { name: language === 'sv' ? 'Så kommer de första' : 'This is how the first' }).waitFor();
  });
  expect(faults).toEqual([]);
});
