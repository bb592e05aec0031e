import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFaults, browsing, settled, tooWide, type Browsing } from './browser';

let here: Browsing;
beforeAll(async () => {
  here = await browsing({ examples: false });
});
afterAll(async () => {
  await here?.close();
});

const phone = { width: 320, height: 640 };

/** What somebody's hands do, one by one. */
function hands(page: Page) {
  let count = 0;
  return {
    count: () => count,
    // Whoever has scanned the code is there: what is counted comes after.
    opens: async (path: string) => {
      await page.goto(path);
      await settled(page);
    },
    writes: async (label: string, words: string) => {
      count += 1;
      await page.getByLabel(label).fill(words);
    },
    chooses: async (label: string) => {
      count += 1;
      await page.getByLabel(label).first().check();
    },
    presses: async (name: string) => {
      count += 1;
      await page.getByRole('button', { name, exact: true }).click();
    },
  };
}

test('[L3] from the code on a poster to a contribution that others see takes at most eight steps on a phone, without an address; the card leads back from another phone [E1]', async () => {
  const olle = await here.visitor({ name: 'Olle' });
  const { formAlliance } = await olle.asks('mutation($input: FormAlliance!) { formAlliance(input: $input) { id } }', {
    input: { name: 'Trygg väg till skolan', worry: 'Barnen vågar inte gå till skolan själva.', visibility: 'CLOSED' },
  });
  const { makeInvitation } = await olle.asks('mutation($id: ID!) { makeInvitation(allianceId: $id) { code } }', { id: formAlliance.id });
  const guest = await here.visitor(null, phone);
  const { page } = guest;
  const hand = hands(page);
  await hand.opens(`/j/${makeInvitation.code}`);
  await hand.writes('Vad vill du kallas?', 'Blå häst');
  await hand.presses('Börja');
  // The card stands there unasked, and in nobody's way.
  await page.locator('.paper-card-words li').nth(5).waitFor();
  const words = await page.locator('.paper-card-words li').allInnerTexts();
  expect([words.length, await page.locator('input[type=email]').count(), await tooWide(page), await axeFaults(page)]).toEqual([6, 0, 0, []]);
  await hand.presses('Berätta vad du vet nu');
  await hand.writes('Skriv med egna ord', 'Bilarna kör för fort vid torget.');
  await hand.presses('Nästa');
  await hand.chooses('Vet inte');
  await hand.presses('Nästa');
  await hand.presses('Dela');
  await page.getByRole('heading', { name: 'Tack!' }).waitFor();
  expect(await page.locator('input[type=email]').count()).toBe(0);
  expect(hand.count()).toBeLessThanOrEqual(8);
  const seen = await olle.asks('query($id: ID!) { alliance(id: $id) { contributions(first: 5) { edges { node { text } } } } }', { id: formAlliance.id });
  expect(seen.alliance.contributions.edges.map(({ node }: { node: { text: string } }) => node.text)).toEqual(['Bilarna kör för fort vid torget.']);

  const other = await here.visitor(null, phone);
  // As the QR code of the card leads there.
  await other.go(`/back#${encodeURI(words.join('-'))}`);
  expect([await tooWide(other.page), await axeFaults(other.page)]).toEqual([0, []]);
  expect((await other.asks('{ me { id } }')).me).toBeNull();
  await other.page.getByRole('button', { name: 'Kom tillbaka', exact: true }).click();
  await other.page.getByRole('heading', { name: 'Här är du inne' }).waitFor();
  await settled(other.page);
  expect([await tooWide(other.page), await axeFaults(other.page)]).toEqual([0, []]);
  await other.page.getByRole('button', { name: 'Gå ut överallt utom här' }).click();
  await other.page.getByText('Du är inte längre inne där.').first().waitFor();
  expect((await guest.asks('{ me { id } }')).me).toBeNull();
  // A new card makes the old one worthless; that it is the last way is said before it goes.
  await other.page.getByRole('button', { name: 'Gör ett nytt kort i stället' }).click();
  await other.page.locator('.paper-card-words li').nth(5).waitFor();
  await other.page.getByRole('button', { name: 'Gör kortet ogiltigt' }).click();
  await other.page.getByText('Det är ditt enda sätt att komma tillbaka.', { exact: false }).waitFor();
  await guest.go(`/back#${encodeURI(words.join('-'))}`);
  await page.getByRole('button', { name: 'Kom tillbaka', exact: true }).click();
  await page.getByText('Orden hör inte till något kort som gäller', { exact: false }).waitFor();
  expect([guest.faults, other.faults]).toEqual([[], []]);
  for (const visitor of [olle, guest, other]) await visitor.close();
}, 120_000);
