import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { browsing, settled, type Browsing, type Visitor } from './browser';
import { aFraming, elsa, press } from './desk';

let house: Browsing;
beforeAll(async () => {
  house = await browsing();
});
afterAll(() => house.close());

/** The files that size.mjs weighs for whoever begins to write. */
function weighed(): string[] {
  const { stdout } = spawnSync(process.execPath, [join(import.meta.dirname, '../size.mjs'), '--files'], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
  return [...(stdout.split(/^writing /m)[1] ?? '').matchAll(/assets\/\S+\.js/g)].map(([file]) => file).sort();
}

/** How far the line one writes in is within what is seen between the bars: both are positive where it is clear of them. */
const clear = ({ page }: Visitor) =>
  page.evaluate(() => {
    const { focusNode, focusOffset } = getSelection() as Selection;
    const range = document.createRange();
    range.setStart(focusNode as Node, Math.max(0, focusOffset - 1));
    range.setEnd(focusNode as Node, focusOffset);
    const words = range.getClientRects().length > 0 ? range.getBoundingClientRect() : (focusNode as HTMLElement).getBoundingClientRect();
    const above = Math.max(...[...document.querySelectorAll('.desk-head, .toolbar')].map((bar) => bar.getBoundingClientRect().bottom));
    const bar = document.querySelector('.frame-bar')?.getBoundingClientRect();
    const below = bar === undefined || bar.height === 0 ? innerHeight : bar.top;
    return { above: words.top - above, below: below - words.bottom };
  });

test.each([
  [320, 640],
  [390, 844],
  [320, 256],
  [1280, 900],
])('[F2] on a screen of %i × %i whoever writes by keyboard sees the line they write in', async (width, height) => {
  const one = await house.visitor(elsa, { width, height });
  const { id } = await aFraming(one);
  await one.go(`/f/${id}`);
  const fetched = new Set<string>();
  one.page.on('request', (request) => fetched.add(new URL(request.url()).pathname.slice(1)));
  await press(one);
  await settled(one.page);
  // What is weighed as fetched on pressing the button is what is fetched, no more and no less.
  expect([...fetched].filter((file) => file.endsWith('.js')).sort()).toEqual(weighed());
  const { keyboard } = one.page;
  for (let steps = 0; steps < 60; steps += 1) {
    await keyboard.press('Tab');
    if (await one.page.evaluate(() => document.activeElement?.classList.contains('written') ?? false)) break;
  }
  const seen = async (when: string) => {
    // The page follows in the frame after.
    await one.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const { above, below } = await clear(one);
    expect([when, above >= 0, below >= 0, above, below]).toEqual([when, true, true, above, below]);
  };
  await seen('on coming in');
  for (let line = 1; line <= 12; line += 1) {
    await keyboard.type(`Rad ${line}: det är mörkt här.`);
    await seen(`line ${line}`);
    await keyboard.press('Enter');
  }
  for (let line = 12; line >= 1; line -= 1) {
    await keyboard.press('ArrowUp');
    await seen(`going up ${line}`);
  }
  await one.close();
});
