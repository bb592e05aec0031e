import { existsSync } from 'node:fs';
import { chromiumPath } from '../../../scripts/chromium.mjs';
import { startTestDatabase } from '../../../scripts/test-database.mjs';
import { Refusal } from '../../../scripts/refusal.mjs';

/** Once before all test files: one migrated database to copy, a build to serve, and a browser that is unpacked. */
export default async function globalSetup() {
  for (const built of ['../dist/index.html', '../../api/dist/bundle/main.js']) {
    if (!existsSync(new URL(built, import.meta.url))) throw new Refusal(`${built} is missing: npm run build comes first.`);
  }
  await chromiumPath();
  process.env.WEB_EXAMPLES = `web_examples_${process.pid}`;
  // Set from outside when several test runs share a server.
  if (process.env.SAMSYN_TEST_PG) return;
  const database = await startTestDatabase();
  process.env.SAMSYN_TEST_PG = database.url;
  globalThis.samsynTestDatabase = database;
}
