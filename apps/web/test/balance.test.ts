import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { browsing, settled, type Browsing } from './browser';
import { faultsInEverySight } from './seen';

let here: Browsing;
let alliance: string;
const amina = { example: 'Amina Warsame' };

beforeAll(async () => {
  here = await browsing({ examples: true });
  const visitor = await here.visitor(amina);
  const { me } = await visitor.asks('{ me { participations { alliance { id } } } }');
  alliance = me.participations[0].alliance.id;
  const give = (input: object) => visitor.asks('mutation($i: Give!) { give(input: $i) { id } }', { i: { allianceId: alliance, kinds: [], howKnown: [], text: 'Ett till.', ...input } });
  await give({});
  await give({ saidByName: 'En granne', saidByCapacity: 'RESIDENT', kinds: ['SKILL', 'FACTS'] });
  const { give: questioned } = await give({ kinds: ['FACTS'] });
  const other = await here.visitor({ example: 'Birgitta Lund' });
  await other.asks('mutation($id: ID!) { question(contributionId: $id, about: KIND, text: "Är det?", kinds: [SKILL]) { id } }', { id: questioned.id });
  await other.close();
  await visitor.close();
});
afterAll(() => here?.close());

test('[K1] every number opens exactly as many contributions as it says', async () => {
  const visitor = await here.visitor(amina);
  const { page } = visitor;
  await visitor.go(`/a/${alliance}/knowledge`);
  for (const summary of await page.locator('main summary').all()) await summary.click();
  const numbers = await page.locator('main a[href*="behind="]').evaluateAll((links) => links.map((link) => ({ to: link.getAttribute('href') ?? '', said: link.getAttribute('aria-label') ?? link.textContent ?? '' })).filter(({ said }) => /\d/.test(said)));
  expect(numbers.length).toBeGreaterThan(20);
  const wrong: string[] = [];
  for (const { to, said } of new Map(numbers.map((one) => [one.to, one])).values()) {
    await page.goto(to);
    await page.locator('.contributions').waitFor();
    const shown = /(\d+) bidrag/.exec(await page.locator('main .stack > p').first().innerText())?.[1];
    const meant = /(\d+) bidrag/.exec(said)?.[1];
    if (shown !== meant) wrong.push(`${said}: ${shown}`);
  }
  expect(wrong).toEqual([]);
  await visitor.close();
});

test('[K1] the picture and the table say the same, in the order of the alphabet', async () => {
  const visitor = await here.visitor(amina);
  const { page } = visitor;
  await visitor.go(`/a/${alliance}/knowledge`);
  for (const summary of await page.locator('main summary').all()) await summary.click();
  const marks = await page.locator('.balance-picture a').evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')).sort());
  const kinds = /Fakta|Förståelse|Färdighet|Förtrogenhet/;
  const cells = await page.locator('.balance-table td a').evaluateAll((links) => links.map((link) => link.getAttribute('aria-label') ?? '').sort());
  expect(marks).toEqual(cells.filter((cell) => kinds.test(cell.split(', ').pop() ?? '')));
  const people = await page.locator('table').nth(1).locator('th[scope=row] bdi').allInnerTexts();
  expect(people).toEqual([...people].sort((one, other) => one.localeCompare(other, 'sv')));
  // Organisations that take part and were not spoken for yet stand among the others, as gaps.
  const organisations = await page.locator('table').nth(2).locator('tbody tr').evaluateAll((rows) => rows.map((row) => [row.querySelector('bdi')?.textContent ?? '', row.querySelector('td:last-child')?.textContent ?? '']));
  expect(organisations.map(([name]) => name)).toEqual(['Barnmorskemottagningen', 'Förskoleförvaltningen', 'Malmö universitet']);
  expect(organisations.map(([, total]) => Number(total) > 0)).toEqual([true, true, false]);
  await visitor.close();
});

test('[K1] the first sentence says what is not recorded, never that it is not there', async () => {
  const visitor = await here.visitor({ name: 'Signe' });
  const { formAlliance } = await visitor.asks('mutation($i: FormAlliance!) { formAlliance(input: $i) { id } }', { i: { name: 'Torget', worry: 'Torget är tomt om kvällen.', visibility: 'OPEN' } });
  await visitor.go(`/a/${formAlliance.id}/knowledge`);
  await visitor.page.getByText('Här är inget nedtecknat än.').waitFor();
  for (let nr = 0; nr < 11; nr += 1) {
    await visitor.asks('mutation($i: Give!) { give(input: $i) { id } }', { i: { allianceId: formAlliance.id, text: `Sak ${nr}`, kinds: nr === 0 ? ['SKILL'] : ['FACTS'], howKnown: [] } });
  }
  await visitor.go(`/a/${formAlliance.id}/knowledge`);
  const said = await visitor.page.locator('.gaps').innerText();
  expect(said).toContain('Nästan ingen färdighet är nedtecknad.');
  expect(said).toContain('Ingen förståelse är nedtecknad än.');
  expect(said).not.toContain('fakta');
  await visitor.close();
});

test('[K1] a selection narrows what is counted, stands in the address and in the file', async () => {
  const visitor = await here.visitor(amina);
  const { page } = visitor;
  await visitor.go(`/a/${alliance}/knowledge`);
  await page.getByText('Välj ut').click();
  await page.getByRole('combobox', { name: 'Slag av kunskap' }).selectOption('SKILL');
  await page.getByRole('combobox', { name: 'Egenskap' }).selectOption('OFFICIAL');
  await page.getByRole('button', { name: 'Visa urvalet' }).click();
  await page.getByText('Du ser ett urval.').waitFor();
  // What was counted before stays until the new count has come.
  await settled(page);
  expect(page.url()).toContain('kind=SKILL&capacity=OFFICIAL');
  const total = Number(/(\d+) bidrag räknas/.exec(await page.locator('main').innerText())?.[1]);
  const { alliance: counted } = await visitor.asks('query($id: ID!) { alliance(id: $id) { contributions(filter: { kind: SKILL, capacity: OFFICIAL }) { total } } }', { id: alliance });
  expect(total).toBe(counted.contributions.total);
  const file = await visitor.context.request.get((await page.getByRole('link', { name: 'Hämta som CSV' }).getAttribute('href')) ?? '');
  expect((await file.text()).split('\r\n')[1]).toMatch(new RegExp(`^Alla,,${total},`));
  await visitor.close();
});

test('who brought what can be read by everyone: both languages, light and dark, 320 and 1280 px', async () => {
  const faults = await faultsInEverySight(here, amina, async (visitor) => {
    await visitor.go(`/a/${alliance}/knowledge`);
    for (const summary of await visitor.page.locator('main summary').all()) await summary.click();
  });
  expect(faults).toEqual([]);
});
