import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { browsing, type Browsing, type Visitor } from './browser';
import { aFraming, atEnd, comes, elsa, fatuma, write } from './desk';

let house: Browsing;
const guests: Visitor[] = [];
beforeAll(async () => {
  house = await browsing();
});
afterAll(() => house?.close());
afterEach(() => Promise.all(guests.splice(0).map((guest) => guest.close())));

const somebody = async (...as: Parameters<Browsing['visitor']>): Promise<Visitor> => {
  const guest = await house.visitor(...as);
  guests.push(guest);
  return guest;
};

test('[L4] [F2] whoever leaves an open alliance while writing is no longer here to those who write on, nor to themselves', async () => {
  const [one, other] = [await somebody(elsa), await somebody(fatuma, { width: 1280, height: 900 })];
  const { id, allianceId } = await aFraming(one);
  await Promise.all([write(one, id), write(other, id)]);
  await atEnd(one);
  await one.page.keyboard.type('Innan jag gick.');
  await comes(other, 'Innan jag gick.');
  const here = other.page.locator('.here-people');
  await here.getByText('Elsa Norén').waitFor();
  await one.asks('mutation($id: ID!) { leave(allianceId: $id) { id } }', { id: allianceId });
  await one.page.getByText('Du deltar inte längre här').waitFor();
  await here.getByText('Elsa Norén').waitFor({ state: 'detached' });
  // Wherever the caret goes, and whatever is written: it is of nobody who is here.
  await atEnd(one);
  await one.page.keyboard.type(' Efteråt.');
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect([await here.innerText(), await other.page.locator('.caret').count()]).toEqual(['Fatuma Ali (du)', 0]);
  expect(await one.page.locator('.here').count()).toBe(0);
  await one.asks('mutation($id: ID!) { join(allianceId: $id) { id } }', { id: allianceId });
  await one.page.getByRole('button', { name: 'Försök igen' }).click();
  await here.getByText('Elsa Norén').waitFor();
  await comes(other, 'Innan jag gick. Efteråt.');
});
