import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath } from './chromium.mjs';
import { startTestDatabase } from './test-database.mjs';

// The four pictures of README, taken from the running product with its examples: `npm run pictures`.
const checkout = fileURLToPath(new URL('..', import.meta.url));
const folder = join(checkout, 'docs', 'pictures');
const port = Number(process.env.PORT ?? 45_800);
const url = `http://127.0.0.1:${port}`;

const database = await startTestDatabase();
const server = spawn(process.execPath, ['apps/api/dist/bundle/main.js'], {
  cwd: checkout,
  env: { ...process.env, DATABASE_URL: database.url, PORT: String(port), SAMSYN_EXAMPLES: 'on', LOG_LEVEL: 'error' },
  stdio: ['ignore', 'ignore', 'inherit'],
});
try {
  await ready();
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_FLAGS });
  const { alliance, framing, people } = await examples();
  await picture(browser, { name: 'alliance', path: `/a/${alliance}`, width: 1280, height: 900, as: people[0] });
  await picture(browser, { name: 'framing', path: `/f/${framing}`, width: 1280, height: 900, as: people[0], press: /^(Ändra|Skriv|Edit)/ });
  await picture(browser, { name: 'knowledge', path: `/a/${alliance}/knowledge`, width: 390, height: 844, as: people[0], scheme: 'dark' });
  await picture(browser, { name: 'whose', path: `/f/${framing}?beside=authors`, width: 1280, height: 900, as: people[0], from: '.beside-choice' });
  await browser.close();
} finally {
  server.kill();
  await database.stop();
}

async function ready() {
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    if (server.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The server did not start; is it built? npm run build');
}

async function ask(query) {
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
  return (await answer.json()).data;
}

async function examples() {
  const { alliances, examplePeople } = await ask('{ alliances { edges { node { id name problems { framings { id name } } } } } examplePeople { actor { id name } } }');
  const { node } = alliances.edges.find((edge) => edge.node.name.startsWith('Familjecentraler'));
  const framing = node.problems[0].framings.find(({ name }) => name.startsWith('Tröskeln')) ?? node.problems[0].framings[0];
  return { alliance: node.id, framing: framing.id, people: examplePeople.map(({ actor }) => actor.id) };
}

async function picture(browser, { name, path, width, height, as, scheme = 'light', press, from }) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, locale: 'sv-SE', reducedMotion: 'reduce' });
  await context.request.post(`${url}/graphql`, { data: { query: `mutation { stepInAs(actorId: "${as}") { id } }` } });
  const page = await context.newPage();
  await page.goto(url + path, { waitUntil: 'networkidle' });
  if (press) {
    await page.getByRole('button', { name: press }).first().click();
    await page.locator('.ProseMirror').waitFor();
    await page.waitForLoadState('networkidle');
  }
  if (from) await page.locator(from).first().evaluate((element) => window.scrollTo(0, element.getBoundingClientRect().top + window.scrollY - 90));
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
}
