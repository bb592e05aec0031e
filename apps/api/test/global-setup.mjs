import { startTestDatabase } from '../../../scripts/test-database.mjs';

/** Once before all test files: one server and one migrated database to copy. */
export default async function globalSetup() {
  // Set from outside when several test runs share a server.
  if (process.env.SAMSYN_TEST_PG) return;
  const database = await startTestDatabase();
  process.env.SAMSYN_TEST_PG = database.url;
  globalThis.samsynTestDatabase = database;
}
