import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../refusal.mjs';
import { postgresEnvironment } from './environment.mjs';
import { makeFolder } from './place.mjs';

/**
 * Makes the database folder where there is none, and checks the one that is there. Returns the
 * passwords: `admin` for making the database, `app` for using it.
 */
export function prepareData({ home, data, account }, { native, major }, { throwaway }) {
  const file = join(home, 'passwords.json');
  for (const left of readdirSync(home).filter((name) => name.startsWith('new-'))) {
    rmSync(join(home, left), { recursive: true, force: true });
  }
  if (!existsSync(join(data, 'PG_VERSION'))) {
    const passwords = { admin: randomBytes(24).toString('hex'), app: randomBytes(24).toString('hex') };
    // Written before the folder gets its name: a database whose password nobody knows cannot arise.
    writeFileSync(file, JSON.stringify(passwords), { mode: 0o600 });
    initdb({ home, data, account }, native, passwords.admin, throwaway);
    return passwords;
  }
  const found = Number(readFileSync(join(data, 'PG_VERSION'), 'utf8'));
  if (found > major) {
    throw new Refusal(`The data in ${data} were written by a newer Samsyn (PostgreSQL ${found}; this one has ${major}): update Samsyn, or choose another folder with SAMSYN_DATA.`);
  }
  if (found < major) {
    throw new Refusal(`The data in ${data} are from PostgreSQL ${found} and this Samsyn has ${major}: docs/operating.md says how to carry them over.`);
  }
  if (account && statSync(data).uid !== account.uid) giveTo(data, account);
  return JSON.parse(readFileSync(file, 'utf8'));
}

function initdb({ home, data, account }, native, password, throwaway) {
  const fresh = join(home, `new-${process.pid}`);
  const passwordFile = join(home, `new-password-${process.pid}`);
  makeFolder(fresh, { account, mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) chownSync(passwordFile, account.uid, account.gid);
  const run = spawnSync(join(native, 'bin', 'initdb'), [
    '--pgdata', fresh, '--username', 'postgres', '--pwfile', passwordFile, '--auth', 'scram-sha-256',
    '--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8',
    '--data-checksums', '--no-instructions', ...(throwaway ? ['--no-sync'] : []),
  ], { cwd: home, encoding: 'utf8', env: postgresEnvironment(), ...(account && { uid: account.uid, gid: account.gid }) });
  rmSync(passwordFile, { force: true });
  if (run.status === 0) {
    rmSync(data, { recursive: true, force: true });
    renameSync(fresh, data);
    return;
  }
  rmSync(fresh, { recursive: true, force: true });
  if (run.error) throw run.error;
  throw new Error(`initdb: ${run.stderr.trim() || run.stdout.trim() || `ended by ${run.signal}`}`);
}

/** A folder copied by root belongs to root; PostgreSQL accepts only what is its own. */
function giveTo(path, account) {
  chownSync(path, account.uid, account.gid);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) giveTo(inner, account);
    else if (entry.isFile()) chownSync(inner, account.uid, account.gid);
  }
}
