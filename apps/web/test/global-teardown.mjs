import pg from 'pg';

/** Once after all test files: the examples that were loaded for them, and the server if it was ours. */
export default async function globalTeardown() {
  const url = new URL(process.env.SAMSYN_TEST_PG);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(`drop database if exists ${process.env.WEB_EXAMPLES} with (force)`);
  await client.end();
  await globalThis.samsynTestDatabase?.stop();
}
