import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeFor } from './place.mjs';
import { startPostgres } from './start.mjs';

/**
 * The database of this installation, for a command beside it: the one in DATABASE_URL, the embedded one as it runs now,
 * or, where it does not run, started for as long as the command takes.
 *
 * @param {{ databaseUrl?: string, data: string }} settings
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function reachDatabase({ databaseUrl, data }) {
  if (databaseUrl) return { url: databaseUrl, stop: async () => {} };
  const running = runningAt(placeFor(data));
  return running ? { url: running, stop: async () => {} } : startPostgres({ dataDir: data });
}

/** Where the embedded database answers: PostgreSQL writes process, folder, moment and port into its own note. */
function runningAt({ home, data }) {
  const note = join(data, 'postmaster.pid');
  const passwords = join(home, 'passwords.json');
  if (!existsSync(note) || !existsSync(passwords)) return null;
  const [pid, , , port] = readFileSync(note, 'utf8').split('\n');
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    // EPERM: it lives, under another account.
    if (error.code !== 'EPERM') return null;
  }
  return `postgresql://samsyn:${JSON.parse(readFileSync(passwords, 'utf8')).app}@127.0.0.1:${Number(port)}/samsyn`;
}
