import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { axeFaults, browsing, comesTo, tooWide, type Browsing, type Visitor } from './browser';
import { aFraming, atEnd, comes, elsa, fatuma, onServer, press, saveLine, shown, twoAtIt, write } from './desk';

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

const two = async () => {
  const met = await twoAtIt(house);
  guests.push(met.one, met.other);
  return met;
};

test('[F2] a keyboard that composes writes each letter once, also while another writes in the same paragraph', async () => {
  const { one, other, id } = await two();
  await atEnd(one);
  await one.page.keyboard.type('Början ');
  await comes(other, 'Början');
  // As recorded from a Japanese keyboard: letters are tried, changed and settled; then one that begins anew.
  const keys = await one.context.newCDPSession(one.page);
  const tries = async (...texts: string[]) => {
    for (const text of texts) await keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  };
  await tries('ｎ', 'に', 'にｈ', 'にほ');
  await other.page.locator('.written').click();
  await other.page.keyboard.press('Control+Home');
  await other.page.keyboard.type('Först. ');
  await saveLine(other, 'saved');
  await tries('にほｎ', 'にほん', '日本');
  await keys.send('Input.insertText', { text: '日本' });
  // And a phone that keeps the word under the finger until a blank comes.
  await tries('v', 'vä', 'väg');
  await keys.send('Input.insertText', { text: 'väg ' });
  await one.page.keyboard.type('slut');
  for (const who of [one, other]) {
    // What others write is shown a moment after the word is done.
    await comes(who, 'Först. Början 日本väg slut');
    expect(await shown(who)).toBe('Först. Början 日本väg slut');
  }
  await saveLine(one, 'saved');
  expect(await onServer(one, id)).toBe('Först. Början 日本väg slut');
});

test('[F2] a paragraph that is read from the right stands and moves so, beside one that is read from the left', async () => {
  const { one, id } = await two();
  await atEnd(one);
  await one.page.keyboard.type('- الطريق');
  await one.page.keyboard.press('Home');
  await one.page.keyboard.press('ArrowLeft');
  await one.page.keyboard.type('ـ');
  const item = one.page.locator('.written li');
  expect(await item.evaluate((node) => getComputedStyle(node).direction)).toBe('rtl');
  // From the right end one step to the left is one letter into the word.
  expect(await item.textContent()).toBe('اـلطريق');
  // The sign of the list stands on the side the line begins.
  const [list, line] = await one.page.evaluate(() => [document.querySelector('.written li')!, document.querySelector('.written li p')!].map((node) => node.getBoundingClientRect().right));
  expect(line! - list!).toBeLessThanOrEqual(0);
  await atEnd(one);
  await one.page.keyboard.press('Enter');
  await one.page.keyboard.press('Enter');
  await one.page.keyboard.type('Vägen');
  expect(await one.page.locator('.written > p').last().evaluate((node) => getComputedStyle(node).direction)).toBe('ltr');
  await saveLine(one, 'saved');
  expect(await onServer(one, id)).toBe('اـلطريق\nVägen');
});

const inTheLongRun = process.env['LONG'] === undefined ? test.skip : test;

inTheLongRun('[F2] two windows of one person show one person, both are saved, and each takes back its own', async () => {
  const { one, other, id } = await two();
  const second = { ...one, page: await one.context.newPage() };
  await second.page.goto(`/f/${id}`);
  await press(second);
  await atEnd(one);
  await one.page.keyboard.type('Ett.');
  await comes(second, 'Ett.');
  await atEnd(second);
  await second.page.keyboard.type(' Två.');
  await comes(one, 'Två.');
  expect(await other.page.locator('.here-people li').allInnerTexts()).toEqual(['Elsa Norén', 'Fatuma Ali (du)']);
  await one.page.keyboard.press('Control+z');
  expect(await comesTo(() => shown(other), /^ ?Två\.$/)).toMatch(/^ ?Två\.$/);
  await Promise.all([saveLine(one, 'saved'), saveLine(second, 'saved')]);
  expect((await onServer(other, id)).trim()).toBe('Två.');
});

test('[W1] a session that ends while one writes: the words stay, one is told to go in again, and then they are handed in', async () => {
  const one = await house.visitor(elsa);
  guests.push(one);
  const { id } = await aFraming(one);
  await write(one, id);
  await atEnd(one);
  await one.page.keyboard.type('Innan.');
  await saveLine(one, 'saved');
  const kept = await one.context.cookies();
  // The session is ended elsewhere; the network blinks, and the door asks anew.
  await one.context.clearCookies();
  await one.context.setOffline(true);
  await one.page.keyboard.type(' Efteråt.');
  await saveLine(one, 'away');
  await one.context.setOffline(false);
  await one.page.getByText('Du är inte längre inne.').waitFor();
  expect(await saveLine(one, 'refused')).toBe('Inte sparat. Texten finns kvar här.');
  expect(await shown(one)).toBe('Innan. Efteråt.');
  // The same person comes in again, in this browser.
  await one.context.addCookies(kept);
  await one.page.getByRole('button', { name: 'Försök igen' }).click();
  await saveLine(one, 'saved');
  expect(await onServer(one, id)).toBe('Innan. Efteråt.');
});

inTheLongRun('[F2] whoever asks is told by name who leaves, who comes and who writes near; nobody else hears of it', async () => {
  const { one, other, id } = await two();
  const asks = one.page.getByRole('button', { name: 'Säg till när någon kommer, går eller skriver nära mig' });
  expect(await asks.getAttribute('aria-pressed')).toBe('false');
  const told = one.page.locator('[data-told]');
  expect(await told.count()).toBe(0);
  await atEnd(one);
  await asks.click();
  await told.getByText('Här nu: Elsa Norén (du) och Fatuma Ali.').waitFor({ state: 'attached' });
  await atEnd(one);
  await atEnd(other);
  await other.page.keyboard.type('Nära.');
  await told.getByText('Fatuma Ali skriver nära dig.').waitFor({ state: 'attached' });
  await saveLine(other, 'saved');
  await other.page.goto('about:blank');
  await told.getByText('Fatuma Ali har gått.').waitFor({ state: 'attached' });
  await other.page.goto(`/f/${id}`);
  await press(other);
  await told.getByText(/Fatuma Ali har kommit\./).waitFor({ state: 'attached' });
  // It is remembered for this person in this browser, and off for the others.
  expect(await other.page.locator('[data-told]').count()).toBe(0);
  await one.page.reload();
  await press(one);
  expect(await one.page.locator('.here-tell').getAttribute('aria-pressed')).toBe('true');
});

test('[W18] [F2] what one writes without a network in a line the other makes a list of stands in the list, whoever was away; and a screen that differs is healed', async () => {
  const { one, other, id } = await two();
  await atEnd(one);
  await one.page.keyboard.type('Vägen är mörk');
  await saveLine(one, 'saved');
  await comes(other, 'Vägen är mörk');
  await atEnd(other);
  await other.page.keyboard.type(' och');
  await comes(one, ' och');
  await other.context.setOffline(true);
  await other.page.keyboard.type(' hal');
  await saveLine(other, 'away');
  await atEnd(one);
  await one.page.keyboard.press('Control+Shift+8');
  await one.page.locator('.written li').waitFor();
  await saveLine(one, 'saved');
  await other.context.setOffline(false);
  for (const who of [one, other]) await comes(who, 'Vägen är mörk och hal');
  // The caret has gone along.
  await other.page.keyboard.type(' om vintern');
  await comes(one, 'Vägen är mörk och hal om vintern');
  // And the other way round: whoever made the quotation was away.
  await one.context.setOffline(true);
  await one.page.keyboard.press('Control+Shift+8');
  await one.page.locator('.written > p').waitFor();
  await other.page.keyboard.type('. Alltid.');
  await saveLine(other, 'saved');
  await one.context.setOffline(false);
  for (const who of [one, other]) {
    await comes(who, 'Alltid.');
    await who.page.waitForFunction(() => document.querySelectorAll('.written li').length === 0);
    await saveLine(who, 'saved');
    expect(await shown(who)).toBe('Vägen är mörk och hal om vintern. Alltid.');
  }
  // Now the screen is broken on purpose: it no longer hears what becomes of the text. It is noticed, and drawn anew.
  await one.page.evaluate(() => {
    const bar = document.querySelector('.toolbar') as unknown as Record<string, unknown>;
    let fiber = bar[Object.keys(bar).find((key) => key.startsWith('__reactFiber$')) ?? ''] as { memoizedProps: { view?: any } | null; return: any } | null;
    while (fiber !== null && fiber.memoizedProps?.view?.dispatch === undefined) fiber = fiber.return;
    const view = fiber?.memoizedProps?.view;
    const { binding } = view.state['y-sync$'];
    binding.type.unobserveDeep(binding._observeFunction);
  });
  await atEnd(other);
  await other.page.keyboard.type(' Nu.');
  await saveLine(other, 'saved');
  await comes(one, 'Alltid. Nu.');
  await atEnd(one);
  await one.page.keyboard.type(' Ja.');
  await comes(other, 'Ja.');
  for (const text of [await shown(other), await onServer(one, id)]) expect(text).toBe('Vägen är mörk och hal om vintern. Alltid. Nu. Ja.');
});

inTheLongRun('[F2] an older page that knows less says so, lets one read, and takes away nothing of what it does not know', async () => {
  const other = await house.visitor(fatuma, { width: 1280, height: 900 });
  const old = await house.visitor(elsa, { width: 1280, height: 900 });
  guests.push(other, old);
  // A page from before there were footnotes.
  await old.page.route('**/assets/*.js', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replaceAll('footnote', 'notyetnote') });
  });
  const { id } = await aFraming(old);
  await Promise.all([write(old, id), write(other, id)]);
  await atEnd(old);
  await old.page.keyboard.type('Vägen är mörk.');
  await comes(other, 'Vägen är mörk.');
  await atEnd(other);
  await other.page.keyboard.press('Control+Alt+f');
  await other.page.locator('.footnote textarea').waitFor();
  await other.page.keyboard.type('Mätt i november.');
  await other.page.keyboard.press('Escape');
  await old.page.getByText('Texten innehåller något som den här sidan inte känner igen.').waitFor();
  expect(await old.page.locator('.written').count()).toBe(0);
  await saveLine(other, 'saved');
  await old.page.getByRole('button', { name: 'Klar' }).click();
  await old.page.locator('.read-text').getByText('Vägen är mörk.').waitFor();
  expect(await onServer(other, id)).toBe('Vägen är mörk. [Mätt i november.]');
});

test('[W6 W8] what is cut and put in elsewhere keeps its author, and one sees whose words are whose, from either side', async () => {
  const { one, other } = await two();
  const { page } = other;
  await atEnd(one);
  await one.page.keyboard.type('Vägen är mörk.');
  await comes(other, 'Vägen är mörk.');
  await atEnd(other);
  // So few letters that only the browser knows where they come from. Each act comes in the task that moves the caret, as
  // on a busy machine: the browser has not told of the caret yet.
  const written = page.locator('.written');
  const taken = await written.evaluate((place) => {
    for (let letter = 0; letter < 5; letter += 1) getSelection()!.modify('extend', 'backward', 'character');
    const data = new DataTransfer();
    place.dispatchEvent(new ClipboardEvent('cut', { clipboardData: data, bubbles: true, cancelable: true }));
    return data.getData('text/html');
  });
  expect(taken).toContain('mörk.');
  await written.evaluate((place, html) => {
    getSelection()!.modify('move', 'backward', 'documentboundary');
    const data = new DataTransfer();
    data.setData('text/html', html);
    place.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, taken);
  await comes(other, 'mörk.Vägen');
  await written.evaluate((place) => {
    getSelection()!.modify('move', 'forward', 'documentboundary');
    place.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13, bubbles: true, cancelable: true }));
  });
  await page.keyboard.type('الطريق مظلم');
  // A line that is nothing but another's words, copied.
  await written.evaluate((place) => {
    getSelection()!.modify('move', 'backward', 'documentboundary');
    for (let letter = 0; letter < 10; letter += 1) getSelection()!.modify('extend', 'forward', 'character');
    const data = new DataTransfer();
    place.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
    getSelection()!.modify('move', 'forward', 'documentboundary');
    place.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13, bubbles: true, cancelable: true }));
    place.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await saveLine(other, 'saved');
  await page.getByRole('button', { name: 'Klar' }).click();
  await page.getByLabel('Bredvid texten').selectOption({ label: 'Vems orden är' });
  const names = page.locator('.whose-names');
  await names.nth(2).waitFor();
  expect((await names.allInnerTexts()).map((said) => said.replaceAll(' (påhittad person)', ''))).toEqual(['Skrivet av Elsa Norén', 'Skrivet av Fatuma Ali', 'Citat av Elsa Norén']);
  expect(await page.locator('[data-line="1"] .whose').first().evaluate((node) => getComputedStyle(node).direction)).toBe('rtl');
  expect(await axeFaults(page)).toEqual([]);
  expect(await tooWide(page)).toBe(0);
});
