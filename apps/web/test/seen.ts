import { axeFaults, settled, tooWide, type Browsing, type Visitor } from './browser';

const every = (['sv', 'en'] as const).flatMap((language) => (['light', 'dark'] as const).map((theme) => ({ language, theme })));
// In the short run Swedish is seen in light and English in the dark, each on both widths.
const rooms = process.env['LONG'] === '1' ? every : every.filter(({ language, theme }) => (language === 'sv') === (theme === 'light'));

/**
 * What is wrong on a screen, seen in both languages, light and dark, on a phone and on a desk; every mixture of them in the long run. Empty when nothing is.
 * Opened once on a phone and then widened, as when somebody turns it; a theme changed under a page that stands
 * leaves single words in their old colour in Chromium, so each theme has its own visitor.
 */
export async function faultsInEverySight(
  here: Browsing,
  as: Parameters<Browsing['visitor']>[0],
  show: (visitor: Visitor, language: 'sv' | 'en') => Promise<void>,
): Promise<string[]> {
  const faults: string[] = [];
  for (const { language, theme } of rooms) {
    const visitor = await here.visitor(as, { language, theme, width: 320 });
    await show(visitor, language);
    await settled(visitor.page);
    for (const width of [320, 1280]) {
      await visitor.page.setViewportSize({ width, height: 900 });
      const wide = await tooWide(visitor.page);
      const found = [...(await axeFaults(visitor.page)), ...(await textsOverEachOther(visitor)), ...(wide > 0 ? [`${wide} pixels too wide`] : [])];
      faults.push(...found.map((fault) => `${language} ${theme} ${width}: ${fault}`));
    }
    faults.push(...(await missingWords(visitor)), ...visitor.faults);
    await visitor.close();
  }
  return faults;
}

/** Texts in pictures that run into each other: axe does not see them. */
async function textsOverEachOther({ page }: Visitor): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const picture of document.querySelectorAll('svg')) {
      const texts = [...picture.querySelectorAll('text')].map((text) => ({ said: text.textContent, box: text.getBoundingClientRect() }));
      texts.forEach((one, nr) => {
        for (const other of texts.slice(nr + 1)) {
          const apart = one.box.right <= other.box.left + 1 || other.box.right <= one.box.left + 1 || one.box.bottom <= other.box.top + 1 || other.box.bottom <= one.box.top + 1;
          if (!apart) found.push(`"${one.said}" over "${other.said}"`);
        }
      });
    }
    return found;
  });
}

/** Keys shown where words should stand. */
async function missingWords({ page }: Visitor): Promise<string[]> {
  const said = await page.evaluate(() => document.body.innerText);
  return said.match(/\b(?:contribution|balance|import|core)\.[a-z][\w.-]+/g) ?? [];
}
