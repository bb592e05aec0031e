import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { axeFaults, browsing, tooWide, type Browsing, type Visitor } from './browser';

let here: Browsing;
let guest: Visitor;
let id: string;

beforeAll(async () => {
  here = await browsing();
  guest = await here.visitor({ name: 'Blå häst' }, { width: 360, height: 740 });
  const { formAlliance } = await guest.asks('mutation($input: FormAlliance!) { formAlliance(input: $input) { id invitations { code } } }', {
    input: { name: 'Ljus på torget', worry: 'Torget är mörkt och tomt på kvällen.', visibility: 'OPEN', newOrganisations: [{ name: 'Gatukontoret' }] },
  });
  id = formAlliance.id;
  const other = await here.visitor({ name: 'Olle' });
  await other.asks('mutation($code: String!) { joinByCode(code: $code) { id } }', { code: formAlliance.invitations[0].code });
  await other.close();
});
afterAll(async () => {
  await here?.close();
});

/** Opens a small window by a button, checks it, and returns it. */
async function opened(press: string | RegExp) {
  await guest.page.getByRole('button', { name: press }).first().click();
  const dialog = guest.page.getByRole('dialog');
  await dialog.getByRole('heading').first().waitFor();
  expect(await axeFaults(guest.page)).toEqual([]);
  expect(await tooWide(guest.page)).toBe(0);
  return dialog;
}

test('[L5] a guest answers for an organisation, and says who represents it with what mandate; the gap closes', async () => {
  const { page } = guest;
  await guest.go(`/a/${id}`);
  await page.getByText('Gatukontoret har inte svarat.').waitFor();
  const answering = await opened(/^Svara för organisationen/);
  await answering.getByRole('button', { name: 'Spara svaret' }).click();
  expect(await answering.innerText()).toMatch(/Välj ett av svaren/);
  await answering.getByLabel('Ja').check();
  await answering.getByLabel(/Varför/).fill('Vi har ansvar för belysningen');
  await answering.getByRole('button', { name: 'Spara svaret' }).click();
  await page.getByText('Ingen företräder Gatukontoret.').waitFor();
  const representing = await opened(/^Företräd organisationen/);
  await representing.getByLabel('Vem?').selectOption({ label: 'Olle' });
  await representing.getByLabel(/Vad får personen göra/).fill('Får lova lampor, inte pengar');
  await representing.getByLabel(/Till och med/).fill('2031-06-30');
  await representing.getByRole('button', { name: 'Spara' }).click();
  await page.getByText('Får lova lampor, inte pengar').waitFor();
  await page.getByText('Gäller till 30 juni 2031').waitFor();
  await page.getByText('Ingen företräder Gatukontoret.').waitFor({ state: 'detached' });
  // A mandate is ended openly, and the gap shows again.
  await page.getByRole('button', { name: /^Avsluta uppdraget/ }).click();
  await page.getByText('Ingen företräder Gatukontoret.').waitFor();
});

test('[F1] what somebody has put into words in a small window is not thrown away by a slip on Escape or beside it', async () => {
  const { page } = guest;
  await guest.go(`/a/${id}`);
  const opening = await opened(/^Öppna en problembild/);
  // Nothing has been written: it closes, and is opened again.
  await page.keyboard.press('Escape');
  await opening.waitFor({ state: 'detached' });
  await opened(/^Öppna en problembild/);
  const field = opening.getByRole('textbox').first();
  await field.fill('Ett mörkt torg');
  for (const slip of [() => page.keyboard.press('Escape'), () => page.mouse.click(5, 5)]) {
    await slip();
    await opening.getByText('Du har skrivit något här som inte är sparat.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.waitForFunction(() => document.activeElement?.textContent === 'Skriv vidare');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => (document.activeElement as HTMLInputElement | null)?.value === 'Ett mörkt torg');
  }
  await page.keyboard.press('Escape');
  await opening.getByRole('button', { name: 'Släng det' }).click();
  await opening.waitFor({ state: 'detached' });
});

test('[F1] a guest opens a framing beside the problem and comes to it', async () => {
  const { page } = guest;
  await guest.go(`/a/${id}`);
  const opening = await opened(/^Öppna en problembild/);
  await opening.getByRole('button', { name: 'Öppna', exact: true }).click();
  // Refused in words, and nothing that was written is lost.
  await opening.locator('.refusal').waitFor();
  await opening.getByLabel(/Vad är det för sorts problem/).fill('Mörkret är inte problemet, tomheten är det');
  await opening.getByRole('button', { name: 'Öppna', exact: true }).click();
  await page.waitForURL('**/f/*');
  await guest.go(`/a/${id}`);
  await page.getByRole('link', { name: 'Mörkret är inte problemet, tomheten är det' }).waitFor();
});

test('[F1] something else that worries is named, and stands beside the first', async () => {
  const { page } = guest;
  await guest.go(`/a/${id}`);
  const naming = await opened('Något mer oroar');
  await naming.getByLabel('Vad mer oroar er?').fill('Kiosken har stängt.');
  await naming.getByRole('button', { name: 'Lägg till' }).click();
  await page.getByRole('heading', { name: 'Kiosken har stängt.' }).waitFor();
});

test('[L6] coordinating is passed on openly, and whoever passed it on keeps every right', async () => {
  const { page } = guest;
  await guest.go(`/a/${id}`);
  const before = await guest.asks('query($id: ID!) { alliance(id: $id) { rights { verb may } } }', { id });
  const passing = await opened(/^Lämna över uppgiften/);
  await passing.getByLabel('Till vem?').selectOption({ label: 'Olle' });
  await passing.getByRole('button', { name: 'Lämna över uppgiften' }).click();
  await page.getByText('Tog över efter Blå häst').waitFor();
  const after = await guest.asks('query($id: ID!) { alliance(id: $id) { rights { verb may } } }', { id });
  expect(after).toEqual(before);
});

test('[A2] one says in what capacity one takes part, and changes it', async () => {
  const { page } = guest;
  await guest.go(`/a/${id}`);
  const speaking = await opened('I vilken egenskap är jag med?');
  await speaking.getByLabel('Forskare').check();
  await speaking.getByRole('button', { name: 'Spara' }).click();
  await page.getByText('Sparat.').waitFor();
  await guest.go(`/a/${id}/people`);
  expect(await page.locator('main').innerText()).toMatch(/Blå häst\s+Forskare/);
});

test('what the alliance agrees on is changed by anyone who takes part, and an organisation is asked', async () => {
  const { page } = guest;
  await guest.go(`/a/${id}`);
  const describing = await opened('Ändra namn, syfte och regler');
  await describing.getByLabel('Vad alliansen vill').fill('Att torget ska leva efter klockan sex.');
  await describing.getByRole('button', { name: 'Spara' }).click();
  await page.getByText('Att torget ska leva efter klockan sex.').waitFor();
  const asking = await opened('Fråga en organisation');
  await asking.getByRole('combobox').pressSequentially('Nattvandrarna');
  await page.getByRole('option', { name: /Lägg till/ }).click();
  await asking.getByRole('button', { name: 'Fråga' }).click();
  await page.getByRole('heading', { name: 'Nattvandrarna' }).waitFor();
});

test('[L2] whoever opens a closed alliance is told that others will read what stands there', async () => {
  const { page } = guest;
  await guest.asks('mutation($id: ID!) { describeAlliance(id: $id, visibility: CLOSED) { id } }', { id });
  await guest.go(`/a/${id}`);
  const describing = await opened('Ändra namn, syfte och regler');
  await describing.getByLabel('Öppen').check();
  await describing.getByText('När du sparar kan andra läsa allt som redan står här.', { exact: false }).waitFor();
  await describing.getByRole('button', { name: 'Spara' }).click();
  await page.getByText('Öppen allians', { exact: false }).first().waitFor();
});

test('[A1] an alliance that was asked by another answers from its own home', async () => {
  const neighbour = await here.visitor({ name: 'Grannen' });
  const { formAlliance } = await neighbour.asks('mutation($input: FormAlliance!) { formAlliance(input: $input) { id } }', { input: { name: 'Hela stadsdelen', worry: 'Det är mörkt överallt.', visibility: 'OPEN' } });
  await neighbour.asks('mutation($id: ID!, $who: ID!) { inviteAlliance(allianceId: $id, invitedId: $who) { id } }', { id: formAlliance.id, who: id });
  await neighbour.close();
  const { page } = guest;
  await guest.go(`/a/${id}`);
  const answering = await opened(/^Svara för vår allians/);
  await answering.getByLabel('Ja').check();
  await answering.getByRole('button', { name: 'Spara svaret' }).click();
  await page.getByText('Svaret är sparat.').first().waitFor();
  await page.getByRole('button', { name: /^Svara för vår allians/ }).waitFor({ state: 'detached' });
});

test('[L3] people are invited by e-mail, and an address that is wrong is kept to be mended', async () => {
  const { page } = guest;
  await guest.go(`/a/${id}`);
  const inviting = await opened('Bjud in');
  await inviting.getByRole('img', { name: /QR-kod/ }).waitFor();
  await inviting.getByLabel('Bjud in med e-post').fill('maja@example.org, fel');
  await inviting.getByRole('button', { name: 'Skicka inbjudan' }).click();
  expect(await inviting.innerText()).toMatch(/ser inte ut som en e-postadress: fel/);
  await inviting.getByLabel('Bjud in med e-post').fill('maja@example.org');
  await inviting.getByRole('button', { name: 'Skicka inbjudan' }).click();
  await inviting.getByRole('heading', { name: 'Inbjudna med e-post' }).waitFor();
  await page.keyboard.press('Escape');
  await inviting.waitFor({ state: 'detached' });
  // The focus comes back to where it was.
  await page.waitForFunction(() => document.activeElement?.textContent === 'Bjud in');
});

test('the small windows and the list of organisations speak English too', async () => {
  const english = await here.visitor({ example: 'Amina Warsame' }, { language: 'en', width: 1280, theme: 'dark' });
  const { me } = await english.asks('{ me { participations { alliance { id } } } }');
  await english.go(`/a/${me.participations[0].alliance.id}`);
  await english.page.getByRole('button', { name: 'Ask an organisation' }).click();
  const dialog = english.page.getByRole('dialog', { name: 'Ask an organisation' });
  await dialog.getByRole('combobox').pressSequentially('Malm');
  await english.page.getByRole('option', { name: /Malmö stad/ }).first().waitFor();
  expect(await axeFaults(english.page)).toEqual([]);
  expect(english.faults).toEqual([]);
  await english.close();
});

test('[L4] one leaves, is told that what one gave stays, and sees the alliance from outside', async () => {
  const { page } = guest;
  await guest.go(`/a/${id}`);
  const leaving = await opened('Lämna alliansen');
  expect(await leaving.innerText()).toMatch(/finns kvar/);
  await leaving.getByRole('button', { name: 'Lämna alliansen' }).click();
  await page.getByRole('button', { name: 'Gå med' }).waitFor();
  expect(await page.getByRole('link', { name: 'Bidra med det du vet' }).count()).toBe(0);
  expect(guest.faults).toEqual([]);
});
