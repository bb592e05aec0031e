import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from '../refusal.mjs';

/**
 * The account PostgreSQL runs as: undefined is our own. PostgreSQL refuses to run as root, so root
 * lends it an account that is already there; `owner` is the account that data from before belong to.
 */
export function postgresAccount(owner) {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readAccounts();
  const account = owner
    ? accounts.find(({ uid }) => uid === owner)
    : ['postgres', 'nobody', 'daemon'].map((name) => accounts.find((each) => each.name === name)).find(Boolean)
      ?? accounts.find(({ uid }) => uid > 0);
  if (account) return account;
  throw new Refusal('PostgreSQL does not run as root and found no other account to run as: make one with "useradd --system postgres", start as an ordinary user, or set DATABASE_URL.');
}

/** Whether an account can enter every folder down to this path, and read (4) or enter (1) it. */
export function reachable(path, account, wish = 4) {
  if (!account) return true;
  if (!allows(path, account, wish)) return false;
  for (let at = dirname(path); ; at = dirname(at)) {
    if (!allows(at, account, 1)) return false;
    if (at === dirname(at)) return true;
  }
}

function allows(path, account, bit) {
  const { mode, uid, gid } = statSync(path);
  if (uid === account.uid) return (mode & (bit << 6)) !== 0;
  if (gid === account.gid) return (mode & (bit << 3)) !== 0;
  return (mode & bit) !== 0;
}

/** initdb wants its account to have a line in this file. */
function readAccounts() {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n').filter((line) => line.includes(':')).map((line) => {
      const [name, , uid, gid] = line.split(':');
      return { name, uid: Number(uid), gid: Number(gid) };
    }).filter(({ uid }) => uid > 0);
  } catch {
    return [];
  }
}
