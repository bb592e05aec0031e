import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '../refusal.mjs';
import { postgresAccount, reachable } from './account.mjs';

/** Where root keeps what another account must reach, when the checkout lies in a closed folder. */
const SHARED = ['/var/lib/samsyn', '/opt/samsyn', '/srv/samsyn'];

/**
 * Where PostgreSQL's files live: `home` (ours: password, lock), `data` inside it (belongs to the
 * account PostgreSQL runs as) and that account. Below a folder others cannot enter, root's data go
 * elsewhere, and the data folder keeps a note of where, so that they are found again when it moves.
 */
export function placeFor(dataDir) {
  makeFolder(dataDir);
  const note = join(dataDir, 'postgres-is-at');
  const inside = join(dataDir, 'postgres');
  if (existsSync(note)) return place(readFileSync(note, 'utf8').trim(), dataDir);
  if (existsSync(inside) || reachable(dataDir, postgresAccount(), 1)) return place(inside, dataDir);
  const outside = join(sharedFolder(), `data-${randomBytes(6).toString('hex')}`);
  writeFileSync(note, `${outside}\n`);
  return place(outside, dataDir);
}

/** A place that is thrown away afterwards, for tests. */
export function throwawayPlace() {
  const account = postgresAccount();
  const base = [tmpdir(), '/tmp', '/var/tmp', '/dev/shm'].find((path) => existsSync(path) && reachable(path, account, 1));
  const home = mkdtempSync(join(base ?? sharedFolder(), 'samsyn-'));
  chmodSync(home, 0o711);
  return { home, data: join(home, 'data'), account, log: join(home, 'postgres.log') };
}

/** The folder for copies that the account PostgreSQL runs as must reach. */
export function sharedFolder() {
  for (const folder of SHARED) {
    try {
      mkdirSync(folder, { recursive: true });
      chmodSync(folder, 0o755);
      return folder;
    } catch {
      continue;
    }
  }
  throw new Refusal(`The account PostgreSQL runs as cannot reach this folder, and ${SHARED[0]} cannot be made: choose an open folder with SAMSYN_DATA, or set DATABASE_URL.`);
}

/** Makes a folder if it is missing, and hands it to an account. */
export function makeFolder(path, { account, mode = 0o711 } = {}) {
  const isNew = mkdirSync(path, { recursive: true, mode }) !== undefined;
  if (isNew) chmodSync(path, mode);
  if (account) chownSync(path, account.uid, account.gid);
}

function place(home, dataDir) {
  makeFolder(home);
  makeFolder(join(dataDir, 'log'), { mode: 0o700 });
  const data = join(home, 'data');
  const account = postgresAccount(existsSync(data) ? statSync(data).uid : undefined);
  if (existsSync(data) && account && !reachable(home, account, 1)) {
    throw new Refusal(`PostgreSQL runs as the account ${account.name} and cannot reach its data in ${data}: let others enter the folders above it (chmod o+x), or move the checkout back.`);
  }
  return { home, data, account, log: join(dataDir, 'log', 'postgres.log') };
}
