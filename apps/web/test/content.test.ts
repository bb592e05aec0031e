import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { axeFaults, browsing, tooWide, type Browsing, type Visitor } from './browser';
import { aFraming, atEnd, comes, elsa, onServer, saveLine, shown, write } from './desk';

let house: Browsing;
let one: Visitor;
beforeAll(async () => {
  house = await browsing();
  one = await house.visitor(elsa, { width: 1280, height: 900 });
  await one.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(() => house.close());
afterEach(() => expect(one.faults.splice(0)).toEqual([]));

const data = (name: string): string => readFileSync(join(import.meta.dirname, 'data/paste', name), 'utf8');

/** The text as an outline: tags without their dress. */
const outline = () =>
  one.page.locator('.written').evaluate((place) => {
    const words = (node: Node): string => {
      if (!(node instanceof Element)) return node.nodeValue ?? '';
      if (node.matches('.ProseMirror-trailingBreak, .ProseMirror-separator, .caret')) return '';
      const inside = [...node.childNodes].map(words).join('');
      if (node.matches('.footnote')) return `{${inside}}`;
      if (node.matches('a')) return `<a ${node.getAttribute('href')}>${inside}</a>`;
      return node.matches('button, span, tbody') ? inside : `<${node.localName}>${inside}</${node.localName}>`;
    };
    return [...place.childNodes].map(words).join('\n');
  });

// Laid on the clipboard as another program would, and pasted by the keys.
async function pastes(html: string, text = 'x'): Promise<void> {
  await one.page.evaluate(([given, plain]) => {
    document.addEventListener(
      'copy',
      (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
        event.clipboardData?.setData('text/html', given ?? '');
        event.clipboardData?.setData('text/plain', plain ?? '');
      },
      { once: true, capture: true },
    );
    document.execCommand('copy');
  }, [html, text]);
  await one.page.locator('.written').click();
  await one.page.keyboard.press('Control+v');
}

const emptied = async (): Promise<string> => {
  const { id } = await aFraming(one);
  await write(one, id);
  await atEnd(one);
  return id;
};

test.each([
  ['word.html', 'Sist en rad', ['<h2>Gångvägen vid skolan</h2>', '<p>Vägen är <strong>mörk</strong> och <em>hal</em> om vintern{Mätt i november av de boende.}. Se <a https://example.org/vag>kartan</a>.</p>', '<ul><li><p>Lampor saknas</p><ul><li><p>vid tunneln</p></li></ul></li><li><p>Sanden kommer sent</p></li></ul><ol><li><p>Ring först</p></li></ol>'.replace('</ul><ol>', '</ul>\n<ol>'), '<table><tr><td><p>Plats och ljus</p></td><td><p></p></td></tr><tr><td><p>Bron</p></td><td><p>två lampor</p></td></tr></table>', '<p>Sist en rad med text.</p>']],
  ['google-docs.html', 'Vad vi såg', ['<h2>Vad vi såg</h2>', '<p>Det var <strong>tomt</strong><em> och tyst</em>, enligt <a https://example.org/rapport>rapporten</a>.</p>', '<ul><li><p>Torget</p><ul><li><p>bänken</p></li></ul></li><li><p>Bron</p></li></ul>']],
  ['libreoffice.html', 'Efter mötet', ['<h3>Efter mötet</h3>', '<p>Vi räknade <strong>fyra</strong> lampor{Två var trasiga.} på väg hem.</p>', '<ol><li><p>Först bron</p></li><li><p>Sedan torget</p></li></ol>', '<p>الطريق مظلم</p>']],
  ['web-page.html', 'En dag vid ån', ['<p>Start</p>', '<h2>En dag vid ån</h2>', '<p>Ån i mars</p>', '<p>Vattnet steg <strong>snabbt</strong>.</p>', '<p>Ingen varnade.</p>', '<p>Läs här, <a https://example.org/a?b=1&c=2>där</a> eller hemma.</p>', '<blockquote><p>Vi såg det komma.</p></blockquote>', '<p>Bara för att lägga ut sidan</p>']],
])('[F2] what is pasted from %s keeps its words, lists, notes and tables, and nothing else', async (name, words, expected) => {
  const id = await emptied();
  await pastes(data(name));
  await comes(one, words);
  expect(await outline()).toBe(expected.join('\n'));
  await saveLine(one, 'saved');
  expect(await onServer(one, id)).toContain(words);
  expect(await one.page.evaluate(() => (window as { stolen?: number }).stolen)).toBeUndefined();
});

test('[F2] what somebody remarked in Word is no part of the text, and what is dragged here is cleaned like what is pasted', async () => {
  const id = await emptied();
  const remarked = `<p class=MsoNormal><span style='font-weight:bold'>Vi</span> <a style='mso-comment-reference:EN_1'>fryser</a><span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[EN1]</a></span> ofta.</p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>· </span>En punkt</p><div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment'><p class=MsoCommentText><a class=msocomanchor href="#_msoanchor_1">[EN1]</a>Är det sant?</p></div></div>`;
  const drops = (given: { html?: string; file?: boolean }) =>
    one.page.locator('.written').evaluate((place, { html, file }) => {
      const held = new DataTransfer();
      if (html !== undefined) held.setData('text/html', html);
      held.setData('text/plain', html === undefined ? '' : 'x');
      if (file === true) held.items.add(new File(['ingen bild'], 'fel.png', { type: 'image/png' }));
      const { x, y } = place.getBoundingClientRect();
      // What nobody takes is opened by the browser, in the place of the page.
      return !place.dispatchEvent(new DragEvent('drop', { dataTransfer: held, clientX: x + 30, clientY: y + 30, bubbles: true, cancelable: true }));
    }, given);
  expect(await drops({ html: remarked })).toBe(true);
  await comes(one, 'En punkt');
  expect(await outline()).toBe('<p><strong>Vi</strong> fryser ofta.</p>\n<ul><li><p>En punkt</p></li></ul>');
  await saveLine(one, 'saved');
  expect(await onServer(one, id)).toBe('Vi fryser ofta.\nEn punkt');
  expect(await drops({ file: true })).toBe(true);
  await one.page.getByText('Det där går inte att visa som bild.').waitFor();
});

test('[F2] 50 MB on the clipboard are refused in a sentence before anything is read, and the page goes on', async () => {
  await emptied();
  await one.page.evaluate(() => {
    const held = new DataTransfer();
    held.setData('text/plain', 'ord '.repeat(12_500_000));
    held.setData('text/html', `<p>${'ord '.repeat(12_500_000)}</p>`);
    const began = performance.now();
    document.querySelector('.written')?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: held, bubbles: true, cancelable: true }));
    document.body.dataset['took'] = String(performance.now() - began);
  });
  await one.page.getByText('Det var för mycket text att klistra in på en gång.').waitFor();
  // Reading it would take many seconds; three is room for a slow machine.
  expect(Number(await one.page.evaluate(() => document.body.dataset['took']))).toBeLessThan(3_000);
  await one.page.keyboard.type('Vidare.');
  expect(await shown(one)).toBe('Vidare.');
});

test('[F2] [W17] a picture with what one sees in it, a table by Tab alone, a footnote and a source are put in, and read as such', async () => {
  const { page } = one;
  const id = await emptied();
  const puts = async (what: string) => {
    await page.getByRole('button', { name: 'Lägg in', exact: true }).click();
    await page.getByRole('button', { name: what, exact: true }).click();
  };
  await page.keyboard.type('Vägen är mörk.');
  await puts('Fotnot');
  await page.locator('.footnote textarea').waitFor();
  await page.keyboard.type('Mätt i november.');
  await page.keyboard.press('Enter');
  await puts('Källa');
  await page.getByRole('button', { name: 'Ny källa' }).click();
  await page.getByLabel('Titel', { exact: true }).fill('Gångvägar i mörker');
  await page.getByLabel(/^Av vem/).fill('Ek, A.');
  await page.getByLabel(/^År/).fill('2019');
  await page.getByRole('button', { name: 'Lägg till och hänvisa' }).click();
  await page.locator('.citation').filter({ hasText: 'Ek 2019' }).waitFor();
  // What the text leads to stays in the list; once nothing does, it may go.
  await puts('Källa');
  await page.getByRole('button', { name: 'Ta bort Gångvägar i mörker' }).click();
  await page.getByRole('button', { name: 'Ja, ta bort Gångvägar i mörker' }).click();
  await page.getByText('Texten hänvisar till källan.').waitFor();
  await page.getByRole('button', { name: 'Ny källa' }).click();
  await page.getByLabel('Titel', { exact: true }).fill('Ingen leder hit');
  await page.getByRole('button', { name: 'Lägg till och hänvisa' }).click();
  await page.locator('.citation').filter({ hasText: 'Ingen leder hit' }).waitFor();
  await page.keyboard.press('Control+z');
  await page.locator('.citation').filter({ hasText: 'Ingen leder hit' }).waitFor({ state: 'detached' });
  await saveLine(one, 'saved');
  await puts('Källa');
  await page.getByRole('button', { name: 'Ta bort Ingen leder hit' }).click();
  await page.getByRole('button', { name: 'Ja, ta bort Ingen leder hit' }).click();
  await page.getByText('Ingen leder hit står inte längre i listan.').waitFor();
  await page.locator('.source-list').getByText('Ingen leder hit').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Avbryt' }).click();
  await puts('Bild');
  await page.locator('.tool-panel input[type=file]').setInputFiles({ name: 'fel.png', mimeType: 'image/png', buffer: Buffer.from('<html>ingen bild</html>') });
  await page.getByText('Det där går inte att visa som bild.').waitFor();
  // One from the clipboard goes the same way.
  await page.getByRole('button', { name: 'Avbryt' }).click();
  await page.evaluate((bytes) => {
    const held = new DataTransfer();
    held.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], 'tunnel.png', { type: 'image/png' }));
    document.querySelector('.written')?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: held, bubbles: true, cancelable: true }));
  }, png.toString('base64'));
  await page.getByText('tunnel.png').waitFor();
  await page.getByRole('button', { name: 'Lägg in bilden' }).click();
  await page.getByText('Skriv vad man ser').waitFor();
  await page.getByLabel('Vad ser man på bilden?').fill('En tunnel utan lampor');
  await page.getByRole('button', { name: 'Lägg in bilden' }).click();
  await page.locator('.written img[data-media]').waitFor();
  // Whoever suggests with the picture selected keeps the caret, and what they write comes beneath it, from the first letter on.
  await page.locator('.written img[data-media]').click();
  await page.getByRole('button', { name: 'Föreslå', exact: true }).click();
  await page.getByText('Du föreslår.').waitFor({ state: 'attached' });
  await page.keyboard.type('Sedan i våras.');
  expect(await page.locator('.written img + p ins').innerText()).toBe('Sedan i våras.');
  await page.getByRole('button', { name: 'Skriv', exact: true }).click();
  await puts('Tabell');
  await page.locator('.table-tools').waitFor();
  for (const words of ['Plats', 'Ljus']) {
    await page.keyboard.type(words);
    const before = await page.evaluate(() => getSelection()?.anchorNode?.parentElement?.closest('td')?.textContent);
    await page.keyboard.press('Tab');
    await page.waitForFunction((was) => (getSelection()?.anchorNode as Element | null)?.parentElement?.closest('td')?.textContent !== was, before);
  }
  await saveLine(one, 'saved');
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Klar' }).click();
  const read = page.locator('.read-text');
  await read.getByRole('link', { name: 'Fotnot 1', exact: true }).waitFor();
  await read.getByText('(Ek 2019)').waitFor();
  await page.getByRole('heading', { name: 'Källor' }).waitFor();
  expect(await read.getByRole('img', { name: 'En tunnel utan lampor' }).count()).toBe(1);
  expect(await read.getByRole('columnheader').allInnerTexts()).toEqual(['Plats', 'Ljus']);
  expect(await axeFaults(page)).toEqual([]);
  expect(await tooWide(page)).toBe(0);
  expect(await onServer(one, id)).toContain('Vägen är mörk. [Mätt i november.]');
});

test('[F2] words are found and others put in their place, words are counted, and the sheet of keys opens by "?"', async () => {
  const { page } = one;
  const id = await emptied();
  await page.keyboard.type('Vägen är mörk. vägen är hal. Ingen sandar vägen.');
  await page.keyboard.press('Control+Shift+f');
  await page.getByLabel('Sök efter').fill('vägen');
  await page.getByText('Ställe 1 av 3').waitFor();
  await page.getByLabel('Skilj på stora och små bokstäver').check();
  await page.getByText('Ställe 1 av 2').waitFor();
  await page.getByLabel('Ersätt med').fill('gången');
  await page.getByRole('button', { name: 'Ersätt', exact: true }).click();
  await page.getByText('Ett ställe ersatt').waitFor();
  await page.getByRole('button', { name: 'Ersätt alla' }).click();
  expect(await shown(one)).toBe('Vägen är mörk. gången är hal. Ingen sandar gången.');
  await page.getByLabel('Sök efter').fill('finns inte');
  await page.getByText('Finns inte i texten.').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByLabel('Sök efter').press('Escape');
  await page.waitForFunction(() => document.activeElement?.classList.contains('written'));
  await page.getByRole('button', { name: 'Räkna ord' }).click();
  await page.getByText('9 ord, 50 tecken i ett stycke.').waitFor();
  // On a Nordic keyboard 7 and the slash are one key: that is a numbered list, not the sheet.
  await page.locator('.written').focus();
  const keys = await one.context.newCDPSession(page);
  const presses = async (key: string, code: string, windowsVirtualKeyCode: number) => {
    for (const type of ['rawKeyDown', 'keyUp'] as const) await keys.send('Input.dispatchKeyEvent', { type, key, code, windowsVirtualKeyCode, modifiers: 10 });
  };
  await presses('/', 'Digit7', 55);
  await page.locator('.written ol').waitFor();
  await presses('/', 'Digit7', 55);
  await presses('"', 'Digit2', 50);
  await page.locator('.written h2').waitFor();
  await presses('!', 'Digit1', 49);
  await page.locator('.written > p').waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.getByRole('button', { name: 'Räkna ord' }).press('?');
  const sheet = page.getByRole('dialog', { name: 'Kortkommandon' });
  await sheet.getByText('Sök och ersätt').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await saveLine(one, 'saved');
  expect(await onServer(one, id)).toBe('Vägen är mörk. gången är hal. Ingen sandar gången.');
});

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
