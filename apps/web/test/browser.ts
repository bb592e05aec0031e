import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { chromiumPath, CHROMIUM_FLAGS } from '../../../scripts/chromium.mjs';
import { aHouse, type House } from './house';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** How somebody looks at the screens. */
export interface Sight {
  readonly language?: 'sv' | 'en';
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
}

/** Somebody at a browser of their own. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong unseen: script errors, refusals by the content security policy, requests to elsewhere. */
  readonly faults: string[];
  /** Goes to an address and waits until what it shows is there. */
  go(path: string): Promise<void>;
  /** Asks the API as this person. */
  asks(query: string, variables?: Record<string, unknown>): Promise<any>;
  close(): Promise<void>;
}

/** An installation with a browser before it. */
export interface Browsing extends House {
  /** Somebody comes: as an example person by name, with a self-chosen name, or as nobody. */
  visitor(as: { example: string } | { name: string } | null, sight?: Sight): Promise<Visitor>;
}

/** Starts an installation and a browser. */
export async function browsing(given: { examples?: boolean } = {}): Promise<Browsing> {
  const house = await aHouse(given);
  const browser: Browser = await chromium.launch({ executablePath: await chromiumPath(), args: [...CHROMIUM_FLAGS] });
  return {
    ...house,
    visitor: (as, sight) => aVisitor(house.url, browser, as, sight),
    close: async () => {
      await browser.close();
      await house.close();
    },
  };
}

async function aVisitor(url: string, browser: Browser, as: { example: string } | { name: string } | null, sight: Sight = {}): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: sight.width ?? 390, height: sight.height ?? 844 },
    locale: sight.language === 'en' ? 'en-GB' : 'sv-SE',
    colorScheme: sight.theme ?? 'light',
    reducedMotion: 'reduce',
  });
  const asks = async (query: string, variables: Record<string, unknown> = {}) => {
    const response = await context.request.post('/graphql', { data: { query, variables }, headers: { origin: url } });
    const answer = (await response.json()) as { data: any; errors?: unknown[] };
    if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  };
  if (as !== null && 'example' in as) {
    const { examplePeople } = await asks('{ examplePeople { actor { id name } } }');
    const person = examplePeople.find(({ actor }: { actor: { name: string } }) => actor.name === as.example);
    await asks('mutation($id: ID!) { stepInAs(actorId: $id) { id } }', { id: person.actor.id });
  }
  if (as !== null && 'name' in as) await asks('mutation($name: String!) { stepIn(name: $name) { id } }', as);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  listen(page);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) faults.push(`asked elsewhere: ${request.url()}`);
  });
  return { page, context, faults, go: (path) => goTo(page, path), asks, close: () => context.close() };
}

/** Goes to an address and waits until nothing is on its way any more. */
async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

// What each page is waiting for, and when that last changed. Quicker than waiting for half a second of silence.
const traffic = new WeakMap<Page, { open: number; changed: number }>();
const quiet = 120;

function listen(page: Page): void {
  const state = { open: 0, changed: Date.now() };
  traffic.set(page, state);
  const change = (by: number) => () => {
    state.open += by;
    state.changed = Date.now();
  };
  page.on('request', change(1));
  page.on('requestfinished', change(-1));
  page.on('requestfailed', change(-1));
}

/** Waits until the heading stands, nothing says that it is still coming, and nothing is on its way. */
export async function settled(page: Page): Promise<void> {
  const state = traffic.get(page) ?? { open: 0, changed: 0 };
  for (const until = Date.now() + 20_000; ; await new Promise((resolve) => setTimeout(resolve, 40))) {
    const shown = await page.evaluate(() => document.querySelector('h1') !== null && document.querySelector('.bone') === null && document.fonts.status === 'loaded').catch(() => false);
    if (shown && state.open <= 0 && Date.now() - state.changed > quiet) return;
    if (Date.now() > until) throw new Error(`${page.url()} did not come to rest: ${state.open} requests open`);
  }
}

/** What axe finds on the page as it stands, one line for each rule that is broken. */
export async function axeFaults(page: Page): Promise<string[]> {
  // Axe is put in as the browser's own, so that the pages' content security policy stays as it is, and only where it
  // looks: every page would spend longer on reading it than on itself.
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(async (runOnly) => {
    // A list that hangs on a field is drawn outside the landmarks while it is open; it belongs to the field by its ids.
    const rules = { region: { enabled: document.querySelector('[role=combobox][aria-expanded=true]') === null } };
    const { axe } = window as unknown as { axe: { run: (where: Document, options: object) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> } };
    const { violations } = await axe.run(document, { runOnly, rules });
    return violations.map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 200)} ${nodes[0]?.failureSummary ?? ''}`);
  }, tags);
}

/** How many pixels the page is wider than the screen; 0 when it can be read without scrolling sideways. */
export async function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}

/** Looks until what is seen reads as wanted, for ten seconds at most, and gives what was seen last: a focus may be a frame late. */
export async function comesTo(look: () => Promise<string>, wanted: RegExp): Promise<string> {
  for (const until = Date.now() + 10_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const seen = await look();
    if (wanted.test(seen) || Date.now() > until) return seen;
  }
}
