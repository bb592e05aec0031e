import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { browsing, type Browsing, type Visitor } from './browser';
import { faultsInEverySight } from './seen';

let here: Browsing;
let alliance: string;
const amina = { example: 'Amina Warsame' };
const olle = { example: 'Olle Sandberg' };

beforeAll(async () => {
  here = await browsing({ examples: true });
  const visitor = await here.visitor(amina);
  const { me } = await visitor.asks('{ me { participations { alliance { id } } } }');
  alliance = me.participations[0].alliance.id;
  await visitor.close();
});
afterAll(() => here?.close());

const give = (visitor: Visitor, text: string, more: object = {}): Promise<string> =>
  visitor.asks('mutation($i: Give!) { give(input: $i) { id } }', { i: { allianceId: alliance, text, kinds: ['FACTS'], howKnown: ['READ'], ...more } }).then(({ give }) => give.id);

const press = (visitor: Visitor, name: string | RegExp) => visitor.page.getByRole('button', { name }).click();

/** Moves by keyboard alone to the control of this name. */
async function tabTo({ page }: Visitor, name: string): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press('Tab');
    const said = await page.evaluate(() => {
      const at = document.activeElement as HTMLInputElement | null;
      return (at?.labels?.[0]?.innerText ?? at?.innerText ?? '').trim();
    });
    if (said.startsWith(name)) return;
  }
  throw new Error(`${name} cannot be reached by keyboard`);
}

test('[C1] a guest comes from the code to a visible contribution in eight steps, by keyboard alone', async () => {
  const host = await here.visitor(amina);
  const { makeInvitation } = await host.asks('mutation($id: ID!) { makeInvitation(allianceId: $id) { code } }', { id: alliance });
  const guest = await here.visitor(null, { width: 320 });
  await guest.go(`/j/${makeInvitation.code}`);
  let steps = 0;
  const step = async (name: string, keys: string) => {
    await tabTo(guest, name);
    await (keys.length > 1 && keys !== 'Enter' && keys !== 'Space' ? guest.page.keyboard.type(keys) : guest.page.keyboard.press(keys));
    steps += 1;
  };
  await step('Vad vill du kallas?', 'Sixten');
  await guest.page.keyboard.press('Enter');
  steps += 1;
  await guest.page.getByRole('button', { name: 'Berätta vad du vet nu' }).waitFor();
  await step('Berätta vad du vet nu', 'Enter');
  await guest.page.getByRole('heading', { name: 'Vad vet du?' }).waitFor();
  await step('Skriv med egna ord', 'Bussen vänder innan skiftet är slut.');
  await step('Nästa', 'Enter');
  await guest.page.getByRole('heading', { name: 'Hur vet du det?' }).waitFor();
  await step('Jag har levt med det', 'Space');
  await step('Nästa', 'Enter');
  await guest.page.getByRole('heading', { name: 'Så här ser det ut för andra' }).waitFor();
  await step('Dela', 'Enter');
  await guest.page.getByRole('heading', { name: 'Tack!' }).waitFor();
  expect(steps).toBeLessThanOrEqual(8);
  await host.go(`/c/${new URL(guest.page.url()).searchParams.get('thanks')}`);
  await host.page.getByText('Bussen vänder innan skiftet är slut.').waitFor();
  expect(await host.page.getByRole('article').innerText()).toContain('Sixten');
  expect([...guest.faults, ...host.faults]).toEqual([]);
  await guest.close();
  await host.close();
});

test('[C1] what is begun survives a reload and a lost network, and arrives once even when the answer is lost', async () => {
  const visitor = await here.visitor(amina);
  const { page } = visitor;
  await visitor.go(`/a/${alliance}/give`);
  const words = `Grinden gnisslar ${Date.now()}`;
  await page.getByLabel('Skriv med egna ord').fill(words);
  await page.getByText('Sparat i din enhet').waitFor();
  await page.reload();
  expect(await page.getByLabel('Skriv med egna ord').inputValue()).toBe(words);
  await press(visitor, 'Nästa');
  await page.getByLabel('Vet inte').check();
  await press(visitor, 'Nästa');
  await visitor.context.setOffline(true);
  await press(visitor, 'Dela');
  await page.getByText('Du har inget nät just nu.').waitFor();
  await visitor.context.setOffline(false);
  // The server takes it, and the answer is lost on the way back.
  let lost = 0;
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('mutation Give') || lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    await route.abort();
  });
  await press(visitor, 'Dela');
  await page.getByRole('alert').getByText('Vi når inte servern').waitFor();
  await page.reload();
  await press(visitor, 'Dela');
  await page.getByRole('heading', { name: 'Tack!' }).waitFor();
  expect(lost).toBe(1);
  const { rows } = await here.db.query('select count(*)::int as count from contribution where text = $1', [words]);
  expect(rows[0].count).toBe(1);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await visitor.close();
});

test('[C8] a recording made in the browser and a picture with what one sees stand in the contribution', async () => {
  const visitor = await here.visitor(amina);
  const { page } = visitor;
  await visitor.go(`/a/${alliance}/give`);
  await press(visitor, 'Nästa');
  await page.getByText('Skriv något, tala in något').waitFor();
  await press(visitor, 'Tala in');
  await press(visitor, 'Börja tala');
  await page.getByText(/0:0[1-9] av 3:00/).waitFor();
  await press(visitor, 'Stopp');
  await page.getByText('Inspelat:').waitFor();
  expect(await page.getByText('Skriv något, tala in något').count()).toBe(0);
  await page.setInputFiles('input[type=file]', { name: 'trasig.png', mimeType: 'image/png', buffer: Buffer.from('ingen bild') });
  await page.getByText('Filen är inte en bild som går att visa.').waitFor();
  await page.setInputFiles('input[type=file]', { name: 'trappa.png', mimeType: 'image/png', buffer: await page.screenshot() });
  // Where one goes on is where one is.
  await page.waitForFunction(() => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.innerText.includes('Vad ser man?'));
  await page.getByLabel('Vad ser man?').fill('En trappa utan ledstång.');
  // Both wait in the device, also over a reload.
  await page.reload();
  await page.locator('.draft-media audio').waitFor();
  await press(visitor, 'Nästa');
  await page.getByLabel('Jag har levt med det').check();
  await press(visitor, 'Nästa');
  await press(visitor, 'Dela');
  await page.getByRole('heading', { name: 'Tack!' }).waitFor();
  await page.getByRole('img', { name: 'En trappa utan ledstång.' }).waitFor();
  const seconds = await page.locator('.contribution audio').evaluate(
    (audio: HTMLAudioElement) => new Promise<number>((resolve, reject) => {
      audio.muted = true;
      audio.ontimeupdate = () => audio.currentTime > 0 && resolve(audio.currentTime);
      audio.onerror = () => reject(new Error('cannot be played'));
      void audio.play();
    }),
  );
  expect(seconds).toBeGreaterThan(0);
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});

test('[C5] what is written down for somebody names both, and is marked until they approve', async () => {
  const writer = await here.visitor(amina);
  await writer.go(`/a/${alliance}/give`);
  await writer.page.getByLabel('Skriv med egna ord').fill('Nyckeln hänger hos vaktmästaren.');
  await writer.page.getByText('Lägg till mer').click();
  await writer.page.getByLabel('Jag skriver åt någon annan').check();
  await press(writer, 'Nästa');
  // Nobody's words are taken without saying whose they are.
  await writer.page.getByText('Säg vem som sa det.').waitFor();
  await writer.page.getByLabel('Vem sa det?').selectOption({ label: olle.example });
  await press(writer, 'Nästa');
  await writer.page.getByLabel('Personen vet hur man gör').check();
  await press(writer, 'Nästa');
  await press(writer, 'Dela');
  await writer.page.getByRole('heading', { name: 'Tack!' }).waitFor();
  await writer.page.getByText('Ännu inte godkänt').waitFor();
  const id = new URL(writer.page.url()).searchParams.get('thanks');
  await writer.go(`/c/${id}`);
  expect(await writer.page.getByRole('button', { name: 'Godkänn orden' }).count()).toBe(0);
  const said = await here.visitor(olle);
  await said.go(`/c/${id}`);
  expect(await said.page.getByRole('article').innerText()).toMatch(/Sagt av Olle Sandberg[\s\S]*Nedtecknat av Amina Warsame/);
  await press(said, 'Godkänn orden');
  await said.page.getByText('Godkänt av den som sa det').waitFor();
  await said.page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  await writer.close();
  await said.close();
});

test('[C5] somebody who is not here is named on the home as the one who wrote it down says', async () => {
  const writer = await here.visitor(amina);
  await give(writer, 'Pumpen låter innan den stannar.', { saidByName: 'Vaktmästaren', saidByCapacity: 'OFFICIAL' });
  await writer.go(`/a/${alliance}`);
  const latest = await writer.page.getByRole('region', { name: 'Senaste bidragen' }).innerText();
  expect(latest).toMatch(/Pumpen låter innan den stannar\.\s+Vaktmästaren, tjänsteperson[^;]* ·/);
  expect(latest).not.toMatch(/någon som har lämnat/i);
  await writer.close();
});

test('[C4] anyone taking part may ask how one knows; both readings stay when it is answered', async () => {
  const knower = await here.visitor(amina);
  const id = await give(knower, 'Dörren är tung för barnvagnen.');
  const asker = await here.visitor(olle);
  await asker.go(`/c/${id}`);
  expect(await asker.page.getByRole('button', { name: 'Rätta' }).count()).toBe(0);
  await press(asker, 'Jag läser slaget på ett annat sätt');
  expect(await asker.page.getByLabel('Vilket slags kunskap det är').isChecked()).toBe(true);
  await asker.page.getByLabel('Din fråga').fill('Har du inte levt med den?');
  await asker.page.getByLabel('Förtrogenhet').check();
  await press(asker, 'Skicka frågan');
  await asker.page.getByText('Inget svar än').waitFor();
  await knower.go(`/c/${id}`);
  await press(knower, 'Svara');
  await knower.page.getByLabel('Ditt svar').fill('Jag mätte den också.');
  await press(knower, 'Skicka svaret');
  await knower.page.getByText('Står fast').waitFor();
  expect(await knower.page.locator('.contribution .kind').allInnerTexts()).toEqual(['Fakta']);
  expect(await knower.page.locator('.reading').innerText()).toContain('Förtrogenhet');
  const stranger = await here.visitor(null);
  await stranger.go(`/c/${id}`);
  expect(await stranger.page.getByRole('button', { name: 'Fråga: Hur vet du?' }).count()).toBe(0);
  await Promise.all([knower.close(), asker.close(), stranger.close()]);
});

test('[C3] one corrects and takes back what one gave; the old wording can be read, and then nothing is left', async () => {
  const visitor = await here.visitor(amina);
  const { page } = visitor;
  const id = await give(visitor, 'Belysningen är svag.');
  await visitor.go(`/c/${id}`);
  await page.getByRole('button', { name: 'Rätta', exact: true }).click();
  await page.getByLabel('Skriv med egna ord').fill('Belysningen är svag vid tunneln.');
  await press(visitor, 'Spara rättelsen');
  await page.getByText('Så löd det förut').click();
  await page.getByText('Belysningen är svag.', { exact: true }).waitFor();
  await press(visitor, 'Ta tillbaka');
  await press(visitor, 'Ja, ta bort det');
  await page.getByText('Bidraget är återtaget', { exact: true }).waitFor();
  const { rows } = await here.db.query('select text, (select count(*)::int from correction where contribution_id = c.id) as corrections from contribution c where id = $1', [id]);
  expect(rows[0]).toEqual({ text: '', corrections: 0 });
  await visitor.close();
});

test('[C7] a passage handed over from the text comes along, once', async () => {
  const visitor = await here.visitor(amina);
  const { page } = visitor;
  const { alliance: found } = await visitor.asks('query($id: ID!) { alliance(id: $id) { problems { framings { id } } } }', { id: alliance });
  const framing = found.problems[0].framings[0].id;
  await visitor.go(`/f/${framing}`);
  await page.evaluate((framingId) => sessionStorage.setItem('samsyn.passage', JSON.stringify({ framingId, anchor: { start: { a: 1 }, end: { a: 2 } }, quote: 'under samma tak' })), framing);
  await visitor.go(`/a/${alliance}/give?framing=${framing}&passage=1`);
  await page.getByText('under samma tak', { exact: true }).waitFor();
  expect(await page.evaluate(() => sessionStorage.getItem('samsyn.passage'))).toBeNull();
  await page.getByLabel('Skriv med egna ord').fill('Taket räcker inte, det är trappan.');
  await press(visitor, 'Nästa');
  await page.getByLabel('Jag förstår varför').check();
  await press(visitor, 'Nästa');
  await press(visitor, 'Dela');
  await page.getByRole('heading', { name: 'Tack!' }).waitFor();
  const { contribution } = await visitor.asks('query($id: ID!) { contribution(id: $id) { framing { id } passage { quote } } }', { id: new URL(page.url()).searchParams.get('thanks') });
  expect(contribution).toEqual({ framing: { id: framing }, passage: { quote: 'under samma tak' } });
  await visitor.close();
});

test('the steps of contributing can be read and used by everyone: both languages, light and dark, 320 and 1280 px', async () => {
  const faults = await faultsInEverySight(here, amina, async (visitor, language) => {
    const words = language === 'sv' ? { text: 'Skriv med egna ord', more: 'Lägg till mer', next: 'Nästa', tacit: 'Någon kan det här' } : { text: 'Write in your own words', more: 'Add more', next: 'Next', tacit: 'Somebody knows this' };
    await visitor.go(`/a/${alliance}/give`);
    await visitor.page.getByLabel(words.text).fill('Rampen är för brant.');
    await visitor.page.getByText(words.more).click();
    await visitor.page.getByLabel(words.tacit).check();
  });
  expect(faults).toEqual([]);
});

test('a contribution with everything on it can be read by everyone', async () => {
  const knower = await here.visitor(amina);
  const id = await give(knower, 'نحتاج إلى ضوء أكثر في النفق', { kinds: ['SKILL', 'FAMILIARITY'], proposal: true, tacit: true, telling: { situation: 'Kvällen då lampan slocknade.', saw: '', did: 'Jag ringde.', newcomer: '' }, sourceText: 'Rapport', sourceUrl: 'https://example.org/en/lang/vag/som/tar/plats' });
  const asker = await here.visitor(olle);
  await asker.asks('mutation($id: ID!) { question(contributionId: $id, about: KIND, text: "Är det inte fakta?", kinds: [FACTS]) { id } }', { id });
  const faults = await faultsInEverySight(here, amina, (visitor) => visitor.go(`/c/${id}`));
  expect(faults).toEqual([]);
  await Promise.all([knower.close(), asker.close()]);
});
