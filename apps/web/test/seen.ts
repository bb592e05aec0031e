import { axeFaults, settled, tooWide, type Browsing, type Visitor } from './browser';

/**
 * What is wrong on a screen, seen in both languages, light and dark, on a phone and on a desk. Empty when nothing is.
 * The screen is opened once in each language and then looked at anew, as when somebody turns their phone.
 */
export async function faultsInEverySight(
  here: Browsing,
  as: Parameters<Browsing['visitor']>[0],
  show: (visitor: Visitor, language: 'sv' | 'en') => Promise<void>,
): Promise<string[]> {
  const faults: string[] = [];
  for (const language of ['sv', 'en'] as const) {
    const visitor = await here.visitor(as, { language, width: 320 });
    await show(visitor, language);
    await settled(visitor.page);
    for (const width of [320, 1280]) {
      await visitor.page.setViewportSize({ width, height: 900 });
      const wide = await tooWide(visitor.page);
      const found = [...(await textsOverEachOther(visitor)), ...(wide > 0 ? [`${wide} pixels too wide`] : [])];
      for (const colorScheme of ['light', 'dark'] as const) {
        await inTheme(visitor, colorScheme);
        found.push(...(await axeFaults(visitor.page)).map((fault) => `${colorScheme}: ${fault}`));
      }
      faults.push(...found.map((fault) => `${language} ${width}: ${fault}`));
    }
    faults.push(...(await missingWords(visitor)), ...visitor.faults);
    await visitor.close();
  }
  return faults;
}

/** Changes the theme, and waits until it has been drawn: before that, colours of both stand beside each other. */
async function inTheme({ page }: Visitor, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(
    (wanted) =>
      new Promise<void>((resolve) => {
        const look = () => (matchMedia(`(prefers-color-scheme: ${wanted})`).matches ? requestAnimationFrame(() => requestAnimationFrame(() => resolve())) : requestAnimationFrame(look));
        look();
      }),
    colorScheme,
  );
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
