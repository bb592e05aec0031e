import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { Refusal } from './refusal.mjs';

const FOLDER = join(dirname(dirname(fileURLToPath(import.meta.url))), 'prisma', 'migrations');

/** The number Prisma's own command locks with, so that the two never run at once. */
const LOCK = 72707369;
const LOCK_SECONDS = 60;
const OLDEST_POSTGRES = 150000;

/** Prisma's own table, so that its commands and ours agree on what has been applied. */
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  varchar(36) PRIMARY KEY NOT NULL,
  checksum            varchar(64) NOT NULL,
  finished_at         timestamptz,
  migration_name      varchar(255) NOT NULL,
  logs                text,
  rolled_back_at      timestamptz,
  started_at          timestamptz NOT NULL DEFAULT now(),
  applied_steps_count integer NOT NULL DEFAULT 0
)`;

/**
 * Brings a database to what the code expects: every migration once, in order, each in a transaction
 * of its own. Returns the names of those applied now.
 *
 * @param {string} url
 * @param {{ log?: (line: string) => void, folder?: string }} [options]
 * @returns {Promise<string[]>}
 */
export async function migrate(url, { log = () => {}, folder = FOLDER } = {}) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await connect(client);
  try {
    await refuseOldPostgres(client);
    await lock(client);
    await client.query(TABLE);
    const migrations = readMigrations(folder);
    const applied = await readApplied(client);
    refuseForeign(migrations, applied);
    const missing = migrations.filter(({ name }) => !applied.some((row) => row.migration_name === name));
    for (const migration of missing) {
      log(`migration ${migration.name}`);
      await apply(client, migration);
    }
    return missing.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** All migrations of a folder in Prisma's form, in the order of their names. */
export function readMigrations(folder = FOLDER) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, sql: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function connect(client) {
  try {
    await client.connect();
  } catch (error) {
    const where = `${client.host}:${client.port}`;
    // Five digits and letters are PostgreSQL's own answer; everything else never reached it.
    throw new Refusal(/^[0-9A-Z]{5}$/.test(error.code ?? '')
      ? `The database at ${where} does not let us in (${error.code}): check the name, the password and the database in DATABASE_URL.`
      : `The database at ${where} does not answer (${error.code ?? error.message}): check DATABASE_URL and that PostgreSQL is running there.`);
  }
}

async function refuseOldPostgres(client) {
  const { rows: [{ server_version_num: number, server_version: name }] } =
    await client.query("SELECT current_setting('server_version_num')::int AS server_version_num, current_setting('server_version') AS server_version");
  if (number < OLDEST_POSTGRES) {
    throw new Refusal(`The database is PostgreSQL ${name}, and Samsyn needs 15 or newer: update it, or give another one in DATABASE_URL.`);
  }
}

/** Held until the connection closes, however that happens. */
async function lock(client) {
  for (const until = Date.now() + LOCK_SECONDS * 1000; ; await wait(200)) {
    const { rows: [{ got }] } = await client.query('SELECT pg_try_advisory_lock($1) AS got', [LOCK]);
    if (got) return;
    if (Date.now() > until) {
      throw new Refusal(`Another start has been migrating the database for over ${LOCK_SECONDS} seconds: wait for it to finish, or stop it, and start again.`);
    }
  }
}

async function readApplied(client) {
  const { rows } = await client.query(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at');
  return rows;
}

function refuseForeign(migrations, applied) {
  for (const row of applied) {
    const known = migrations.find(({ name }) => name === row.migration_name);
    if (!known) {
      throw new Refusal(`The database was written by a newer Samsyn (it holds ${row.migration_name}): update Samsyn, or use another database.`);
    }
    if (!row.finished_at) {
      throw new Refusal(`The migration ${row.migration_name} was begun on this database by another program and did not finish: restore a backup, or mark it with "prisma migrate resolve", and start again.`);
    }
    if (row.checksum !== checksum(known.sql)) {
      throw new Refusal(`The migration ${row.migration_name} was changed after this database had applied it: put the file back as it was, or run "npm run reset" to begin with empty data.`);
    }
  }
}

async function apply(client, { name, sql }) {
  await client.query('BEGIN');
  try {
    // A reader that stays must not make everybody behind us wait as well.
    await client.query("SET LOCAL lock_timeout = '5s'");
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`, [randomUUID(), checksum(sql), name]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    if (error.code === '55P03') {
      throw new Refusal(`The migration ${name} could not get at a table that somebody else is using: try again when it is quieter; nothing was changed.`);
    }
    if (error.code === '42501' && error.hint === 'samsyn roles') {
      throw new Refusal('The account in DATABASE_URL may not make the roles samsyn_runtime and samsyn_system: let an administrator of the database run scripts/postgres/roles.sql once (docs/operating.md says how), and start again; nothing was changed.');
    }
    if (error.code === '53100') {
      throw new Refusal(`The disk of the database is full: free some space and start again; the migration ${name} was not begun.`);
    }
    error.message = `migration ${name}: ${error.message}${lineOf(error, sql)}`;
    throw error;
  }
}

function lineOf(error, sql) {
  return error.position ? ` (line ${sql.slice(0, Number(error.position)).split('\n').length})` : '';
}

function checksum(sql) {
  return createHash('sha256').update(sql).digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { readSettings } = await import('./settings.mjs');
  const { settings } = readSettings(process.env);
  try {
    if (!settings.databaseUrl) throw new Refusal('Say which database to migrate with DATABASE_URL; the embedded one is migrated by "npm start".');
    const names = await migrate(settings.databaseUrl, { log: console.log });
    console.log(names.length ? `${names.length} applied` : 'nothing to do');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
