import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { axeFaults, browsing, comesTo, settled, tooWide, type Browsing, type Visitor } from './browser';
import { aFraming, atEnd, comes, elsa, fatuma, onServer, saveLine, write } from './desk';

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
const focused = ({ page }: Visitor) => page.evaluate(() => document.activeElement?.textContent ?? '');
/** Is all of it on the screen, clear of the bars? */
const inSight = ({ page }: Visitor, what: string) =>
  page.evaluate((wanted) => {
    const { top, bottom } = (document.querySelector(wanted) as Element).getBoundingClientRect();
    const bar = document.querySelector('.frame-bar')?.getBoundingClientRect().top ?? innerHeight;
    const head = document.querySelector('.desk-head')?.getBoundingClientRect().bottom ?? 0;
    return top >= head && bottom <= bar;
  }, what);

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

test('[F2] on the smallest screen, far down in a text, whoever is refused finds out why and what to do; "Klar" shows it too', async () => {
  const one = await somebody(fatuma, { width: 320, height: 640 });
  const { id } = await aFraming(one);
  await write(one, id);
  await atEnd(one);
  await one.page.keyboard.type('Innan.');
  await saveLine(one, 'saved');
  await one.asks('mutation { signOut }');
  await one.page.keyboard.type(' Efteråt.');
  await saveLine(one, 'refused');
  // A button's word stands in one line.
  expect(await one.page.getByRole('button', { name: 'Klar' }).evaluate((button) => button.getBoundingClientRect().height)).toBeLessThan(50);
  expect([await tooWide(one.page), await axeFaults(one.page)]).toEqual([0, []]);
  expect(await inSight(one, '.refusal p')).toBe(false);
  await one.page.getByRole('link', { name: 'Varför?' }).click();
  await comesTo(async () => String(await inSight(one, '.refusal p')), /true/);
  expect(await inSight(one, '.refusal p')).toBe(true);
  await one.page.getByRole('button', { name: 'Klar' }).click();
  await one.page.getByRole('heading', { name: 'Det vi vet om det här' }).waitFor();
  await settled(one.page);
  expect(await comesTo(() => focused(one), /Du är inte längre inne/)).toContain('Gå in igen, så skickas det du skrev.');
  expect([await inSight(one, '.refusal p'), await axeFaults(one.page)]).toEqual([true, []]);
  // Who has gone out is not told to take part in the alliance they are in.
  expect(await one.page.getByText('Du kan läsa. För att skriva').count()).toBe(0);
  const { examplePeople } = await one.asks('{ examplePeople { actor { id name } } }');
  await one.asks('mutation($id: ID!) { stepInAs(actorId: $id) { id } }', { id: examplePeople.find(({ actor }: { actor: { name: string } }) => actor.name === fatuma.example).actor.id });
  await one.page.getByRole('button', { name: 'Försök igen' }).click();
  await one.page.locator('.read-text').getByText('Innan. Efteråt.').waitFor();
  expect(await one.page.locator('.refusal').count()).toBe(0);
  expect(await onServer(one, id)).toBe('Innan. Efteråt.');
}, 60_000);
