import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { browsing, type Browsing, type Visitor } from './browser';
import { atEnd, comes, onServer, saveLine, twoAtIt } from './desk';

let house: Browsing;
let guests: Visitor[] = [];
beforeAll(async () => {
  house = await browsing();
});
afterEach(async () => {
  const faults = guests.flatMap((guest) => guest.faults);
  await Promise.all(guests.map((guest) => guest.close()));
  guests = [];
  expect(faults).toEqual([]);
});
afterAll(() => house.close());

const button = ({ page }: Visitor, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
// Others' carets are no text.
const marked = ({ page }: Visitor, tag: 'ins' | 'del') =>
  page.locator(`.written ${tag}`).evaluateAll((places) =>
    places
      .map((place) => {
        const copy = place.cloneNode(true) as HTMLElement;
        for (const caret of copy.querySelectorAll('.caret')) caret.remove();
        return copy.textContent;
      })
      .join(''),
  );

/** One has written a line, and another, who has it too, suggests from now on. */
async function oneSuggests(line: string): ReturnType<typeof twoAtIt> {
  const met = await twoAtIt(house);
  const { one, other } = met;
  guests.push(one, other);
  await atEnd(one);
  await one.page.keyboard.type(line);
  await saveLine(one, 'saved');
  await comes(other, line);
  await button(other, 'Föreslå').click();
  await other.page.getByText('Du föreslår.').waitFor({ state: 'attached' });
  return met;
}

test('[W12 W13] one suggests, another sees who and why, accepts one and says no to the other; the text follows on both screens', async () => {
  const { one, other, id } = await twoAtIt(house);
  guests.push(one, other);
  await atEnd(one);
  await one.page.keyboard.type('Vägen är mörk på kvällen.');
  await saveLine(one, 'saved');
  await comes(other, 'på kvällen.');

  // On a slow line suggesting takes a while to come; what is typed meanwhile must not be written in the text.
  let comesNow = (): void => undefined;
  const slow = new Promise<void>((resolve) => (comesNow = resolve));
  await other.page.route(/\/Suggesting-[^/]*\.js$/, (route) => slow.then(() => route.continue()));
  await button(other, 'Föreslå').click();
  await other.page.locator('.written').click();
  await other.page.keyboard.type('För tidigt. ');
  comesNow();
  await other.page.getByText('Du föreslår.').waitFor({ state: 'attached' });
  await atEnd(other);
  // What would change a line that stands is not done, and it is said where one is, however long the text.
  await button(other, 'Rubrik').click();
  await other.page.locator('.said', { hasText: 'Det går inte att föreslå.' }).waitFor();
  expect(await other.page.locator('.written h2').count()).toBe(0);
  await atEnd(other);
  // Backwards over the last words, and others in their place.
  for (let at = 0; at < 'kvällen.'.length; at += 1) await other.page.keyboard.press('Backspace');
  await other.page.keyboard.type('vintern.');
  await other.page.keyboard.press('Enter');
  // A keyboard that composes.
  const composing = await other.context.newCDPSession(other.page);
  await composing.send('Input.imeSetComposition', { text: 'Lamp', selectionStart: 4, selectionEnd: 4 });
  await composing.send('Input.imeSetComposition', { text: 'Lampor', selectionStart: 6, selectionEnd: 6 });
  await composing.send('Input.insertText', { text: 'Lampor' });
  await other.page.keyboard.type(' saknas.');
  await saveLine(other, 'saved');
  await comes(one, 'saknas.');
  expect(await onServer(one, id)).toBe('Vägen är mörk på kvällen.');
  expect([await marked(one, 'del'), await marked(one, 'ins')]).toEqual(['kvällen.', 'vintern.Lampor saknas.']);

  // Somewhere else it is another suggestion.
  await other.page.keyboard.press('Control+Home');
  await other.page.keyboard.type('Nu: ');
  await other.page.getByRole('heading', { name: 'Förslag som väntar på svar (2)' }).waitFor();
  // What one has suggested is undone and redone like all that one writes, and nothing else goes with it.
  await other.page.keyboard.press('Control+z');
  await other.page.waitForFunction(() => document.querySelector('.written')?.textContent?.startsWith('Vägen är') ?? false);
  await other.page.keyboard.press('Control+y');
  await comes(other, 'Nu: Vägen är');
  expect([await marked(other, 'del'), await marked(other, 'ins')]).toEqual(['kvällen.', 'Nu: vintern.Lampor saknas.']);
  await other.page.locator('.suggestion').filter({ hasText: 'vintern' }).getByRole('button', { name: 'Säg varför' }).click();
  await other.page.getByLabel('Varför föreslår du det?').fill('Det gäller inte alltid');
  await button(other, 'Spara varför').click();
  await one.page.locator('.suggestion').filter({ hasText: 'Fatuma Ali' }).filter({ hasText: 'Nu:' }).waitFor();

  const first = one.page.locator('.suggestion').filter({ hasText: 'Nu:' });
  await first.getByRole('button', { name: 'Säg nej' }).click();
  await first.getByRole('button', { name: 'Säg nej till förslaget' }).click();
  await one.page.getByText('Skriv några ord, så att').waitFor();
  await first.getByLabel('Varför inte?').fill('Det gäller alltid');
  await first.getByRole('button', { name: 'Säg nej till förslaget' }).click();
  await one.page.getByRole('heading', { name: 'Förslag som väntar på svar (1)' }).waitFor();
  await one.page.getByText('Det gäller inte alltid').waitFor();
  await one.page.locator('.suggestion').filter({ hasText: 'vintern' }).getByRole('button', { name: 'Godta' }).click();
  await button(one, 'Godta förslaget').click();
  await one.page.getByRole('heading', { name: 'Förslag som väntar på svar (0)' }).waitFor();
  for (const who of [one, other]) await who.page.waitForFunction(() => document.querySelectorAll('.written ins, .written del').length === 0);
  expect(await onServer(one, id)).toBe('Vägen är mörk på vintern.\nLampor saknas.');

  // The other reads the answer beside the text, and is asked to suggest again the next time.
  await button(other, 'Klar').click();
  await other.page.getByLabel('Bredvid texten').selectOption('suggestions');
  await other.page.getByText('Förslag som har fått svar (2)').click();
  await other.page.getByText('Det gäller alltid', { exact: true }).waitFor();
  await button(other, 'Skriv här').click();
  expect(await button(other, 'Föreslå').getAttribute('aria-pressed')).toBe('true');
  // What begins with a new line is given as one's own like any other, with the capacity one speaks in.
  await other.page.getByText('Du föreslår.').waitFor({ state: 'attached' });
  await atEnd(other);
  await other.page.keyboard.press('Enter');
  await other.page.keyboard.type('Och lampor behövs.');
  await other.page.locator('.suggestion').filter({ hasText: 'Och lampor behövs.' }).filter({ hasText: 'boende' }).waitFor();
}, 90_000);

test('[W13] words written in the midst of what another suggests to take away stand when that is accepted, also those of a keyboard that composes', async () => {
  const { one, other, id } = await oneSuggests('Vägen är mycketmörk.');
  await atEnd(other);
  for (let at = 0; at < 'mycketmörk.'.length; at += 1) await other.page.keyboard.press('Backspace');
  await saveLine(other, 'saved');
  await one.page.locator('.written del').waitFor();
  // Whoever writes does so between the two words that are struck.
  await atEnd(one);
  for (let at = 0; at < 'mörk.'.length; at += 1) await one.page.keyboard.press('ArrowLeft');
  await one.page.keyboard.type(' väl ');
  const composing = await one.context.newCDPSession(one.page);
  for (let at = 0; at < 'mö'.length; at += 1) await one.page.keyboard.press('ArrowRight');
  await composing.send('Input.imeSetComposition', { text: 'upp', selectionStart: 3, selectionEnd: 3 });
  await composing.send('Input.imeSetComposition', { text: 'upplyst', selectionStart: 7, selectionEnd: 7 });
  await composing.send('Input.insertText', { text: 'upplyst' });
  // And in the place of a letter of theirs.
  await one.page.keyboard.press('Shift+ArrowRight');
  await one.page.keyboard.type(' nu');
  await saveLine(one, 'saved');
  await comes(other, 'mycket väl möupplyst nuk.');
  expect(await marked(other, 'del')).toBe('mycketmök.');
  await other.page.locator('.suggestion').getByText('mycket … mö … k.').waitFor();
  await other.page.locator('.suggestion').getByRole('button', { name: 'Godta' }).click();
  await button(other, 'Godta förslaget').click();
  for (const who of [one, other]) await who.page.waitForFunction(() => document.querySelectorAll('.written del').length === 0);
  expect(await onServer(one, id)).toBe('Vägen är  väl upplyst nu');
}, 60_000);

test('[W13] a suggestion that one undoes oneself is taken back by itself; redone, it waits for an answer again; what another takes away is not taken back', async () => {
  const { one, other } = await oneSuggests('Vägen är mörk.');
  const waiting = (many: number) => Promise.all([one, other].map(({ page }) => page.getByRole('heading', { name: `Förslag som väntar på svar (${many})` }).waitFor()));
  await atEnd(other);
  await other.page.keyboard.type(' Tänd.');
  await waiting(1);
  // Its words are kept for the record when the text has rested for a second.
  await other.page.waitForTimeout(2_000);
  await other.page.keyboard.press('Control+z');
  await waiting(0);
  await other.page.getByText('Förslag som har fått svar (1)').click();
  await other.page.locator('.suggestion', { hasText: 'Tänd.' }).getByText('Taget tillbaka').waitFor();
  await other.page.keyboard.press('Escape');
  await other.page.locator('.written').focus();
  await other.page.keyboard.press('Control+y');
  await comes(one, 'mörk. Tänd.');
  await waiting(1);
  // What another takes away waits for its author to say what becomes of it.
  await other.page.keyboard.press('Control+Home');
  await other.page.keyboard.type('Nu: ');
  await waiting(2);
  await atEnd(one);
  await one.page.keyboard.press('Control+Home');
  for (let letter = 0; letter < 'Nu: '.length; letter += 1) await one.page.keyboard.press('Delete');
  await other.page.locator('.suggestion .note').waitFor();
  await other.page.waitForTimeout(2_000);
  await waiting(2);
}, 90_000);

test('[W13] what somebody writes in a suggestion after one has seen it is not taken away with it: one reads it anew first', async () => {
  const { one, other, id } = await oneSuggests('Vägen är mörk.');
  await atEnd(other);
  for (let at = 0; at < ' mörk.'.length; at += 1) await other.page.keyboard.press('Backspace');
  await saveLine(other, 'saved');
  const suggestion = one.page.locator('.suggestion');
  await suggestion.locator('del', { hasText: 'mörk.' }).waitFor();
  // From now on the list on one's screen is the one that was read.
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  const isList = (body: string | null): boolean => body?.includes('query Suggestions(') ?? false;
  await one.page.route('**/graphql', (route) => (isList(route.request().postData()) ? held.then(() => route.continue()) : route.continue()));
  await suggestion.getByRole('button', { name: 'Godta' }).click();
  // Its author goes on in it meanwhile.
  await other.page.keyboard.press('Backspace');
  await other.page.keyboard.press('Backspace');
  await saveLine(other, 'saved');
  await one.page.waitForFunction(() => document.querySelector('.written del')?.textContent?.includes('är') ?? false);
  await button(one, 'Godta förslaget').click();
  await one.page.getByText('Någon har skrivit i förslaget sedan du såg det.').waitFor();
  goOn();
  await suggestion.locator('del', { hasText: 'är mörk.' }).waitFor();
  await button(one, 'Godta förslaget').click();
  for (const who of [one, other]) await who.page.waitForFunction(() => document.querySelectorAll('.written del').length === 0);
  expect(await onServer(one, id)).toBe('Vägen ');
}, 60_000);
