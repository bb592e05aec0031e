import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { explain } from './explain.mjs';
import { postgresBinaries } from './binaries.mjs';
import { prepareData } from './initdb.mjs';
import { healPostmaster, takeLock } from './lock.mjs';
import { placeFor, sharedFolder, throwawayPlace } from './place.mjs';
import { ensureDatabase } from './database.mjs';
import { runPostgres, tailOf } from './run.mjs';

/**
 * Starts the embedded PostgreSQL on this machine only and returns its address. With `throwaway` it
 * lives in a folder of its own that is removed when it stops, and does not wait for the disk.
 *
 * @param {{ dataDir?: string, port?: number, throwaway?: boolean, log?: (line: string) => void }} options
 * @returns {Promise<{ url: string, port: number, pid: number, ended: Promise<void>, stop: () => Promise<void> }>}
 */
export async function startPostgres({ dataDir, port, throwaway = false, log = () => {} }) {
  let place;
  try {
    place = throwaway ? throwawayPlace() : placeFor(dataDir);
    return await startIn(place, { port, throwaway, log });
  } catch (error) {
    if (throwaway && place) rmSync(place.home, { recursive: true, force: true });
    throw explain(error, { folder: place?.home ?? dataDir, logTail: place ? tailOf(place.log) : '' });
  }
}

async function startIn(place, { port, throwaway, log }) {
  const release = takeLock(place.home);
  try {
    const binaries = await postgresBinaries({ account: place.account, copyTo: () => (place.account ? sharedFolder() : dirname(place.home)) });
    await healPostmaster(place.data, log);
    const passwords = prepareData(place, binaries, { throwaway });
    const running = await launch(place, binaries, { port, throwaway });
    const stop = async () => {
      await running.stop(throwaway ? ['SIGQUIT', 'SIGKILL'] : ['SIGINT', 'SIGQUIT', 'SIGKILL']);
      release();
      if (throwaway) rmSync(place.home, { recursive: true, force: true, maxRetries: 5 });
    };
    try {
      const url = await ensureDatabase(running.port, passwords);
      return { url, port: running.port, pid: running.pid, ended: running.ended, stop };
    } catch (error) {
      await stop();
      throw error;
    }
  } catch (error) {
    release();
    throw error;
  }
}

/** A free port may be taken by somebody else before PostgreSQL has it: then another one. */
async function launch(place, binaries, { port, throwaway }) {
  for (let attempt = 1; ; attempt += 1) {
    const chosen = port ?? (await freePort());
    try {
      return { port: chosen, ...(await runPostgres(place, binaries, { port: chosen, throwaway })) };
    } catch (error) {
      const again = /could not create any TCP|pre-existing shared memory/.test(error.message);
      if (!again || attempt === 5) throw error;
      await wait(300);
    }
  }
}

/** A port that nobody listens on at this moment. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
