import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const NAME = 'samsyn';

const ROLES = join(dirname(fileURLToPath(import.meta.url)), 'roles.sql');

/**
 * Makes the database and the account that uses it, where they are missing. That account is no
 * superuser: a fault in the API cannot reach outside its own database.
 */
export async function ensureDatabase(port, passwords) {
  const admin = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password: passwords.admin, database: 'postgres' });
  await admin.connect();
  try {
    const { rows: [found] } = await admin.query(
      'SELECT (SELECT true FROM pg_roles WHERE rolname = $1) AS role, (SELECT true FROM pg_database WHERE datname = $1) AS database', [NAME]);
    if (!found.role) await admin.query(`CREATE ROLE ${NAME} LOGIN CREATEDB PASSWORD '${passwords.app}'`);
    await makeRoles(admin);
    if (!found.database) await admin.query(`CREATE DATABASE ${NAME} OWNER ${NAME}`);
  } finally {
    await admin.end();
  }
  return `postgresql://${NAME}:${passwords.app}@127.0.0.1:${port}/${NAME}`;
}

/** The roles the API acts as: the same statements that an administrator of another PostgreSQL runs by hand. */
async function makeRoles(admin) {
  await admin.query(readFileSync(ROLES, 'utf8').replaceAll('ACCOUNT', NAME));
}
