import pg from 'pg';
import { migrate } from './migrate.mjs';
import { startPostgres } from './postgres/start.mjs';

const TEMPLATE = 'samsyn_template';

/**
 * A database server for tests, with a migrated database `samsyn_template` to copy: each test file
 * makes its own by `CREATE DATABASE x TEMPLATE samsyn_template`. TEST_DATABASE_URL names a server
 * to use; otherwise one is started and thrown away.
 *
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startTestDatabase(env = process.env) {
  const server = env.TEST_DATABASE_URL
    ? { url: env.TEST_DATABASE_URL, stop: async () => {} }
    : await startPostgres({ throwaway: true });
  try {
    await run(server.url, `DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`, `CREATE DATABASE ${TEMPLATE}`);
    const url = new URL(server.url);
    url.pathname = `/${TEMPLATE}`;
    await migrate(url.href);
    return { url: url.href, stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function run(url, ...statements) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
