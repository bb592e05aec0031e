import { chromium } from 'playwright-core';
import { chromiumPath, CHROMIUM_FLAGS } from '../../../../scripts/chromium.mjs';

/**
 * Somebody opens the page of a framing in a browser that has never been there, and then presses the button to write: how long
 * until the first words of the text can be read, and until they can be written in. The server serves the built web.
 */
export async function see(url, framingId, cookies, times) {
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: [...CHROMIUM_FLAGS] });
  const seen = { read: [], write: [] };
  try {
    for (let n = 0; n < times; n += 1) {
      const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 800 }, locale: 'sv-SE' });
      const [name, value] = cookies[n % cookies.length].split('=');
      await context.addCookies([{ name, value, url }]);
      await context.addInitScript(watch);
      const page = await context.newPage();
      await page.goto(`/f/${framingId}`, { waitUntil: 'commit' });
      seen.read.push(await (await page.waitForFunction(() => window.seen.read)).jsonValue());
      await page.waitForLoadState('networkidle');
      await page.getByRole('button', { name: 'Skriv här' }).click();
      seen.write.push(await (await page.waitForFunction(() => window.seen.write)).jsonValue());
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return seen;
}

function watch() {
  const seen = (window.seen = {});
  let pressed = 0;
  const words = (where) => (document.querySelector(where)?.textContent ?? '').trim().length > 0;
  document.addEventListener('click', () => (pressed = performance.now()), { capture: true, once: true });
  const look = () => {
    // What has been put on the page is seen with the next frame.
    if (seen.reading === undefined && words('.read-text p')) seen.reading = requestAnimationFrame(() => (seen.read = performance.now()));
    if (seen.writing === undefined && words('.written p')) seen.writing = requestAnimationFrame(() => (seen.write = performance.now() - pressed));
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}
