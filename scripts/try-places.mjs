import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { oneStart, processesFor, until } from './test/one-start.mjs';

const checkout = dirname(dirname(fileURLToPath(import.meta.url)));
const NOBODY = 65534;

/**
 * `npm start` on clean clones in the places people have: as root where others can read, as root
 * below a closed folder, as an ordinary user, and each of them a second time without a network.
 * Linux and root only, since it changes who it is. Yields what happened in each place.
 */
export async function* tryPlaces({ only } = {}) {
  const base = mkdtempSync(join(tmpdir(), 'samsyn-places-'));
  const closed = mkdtempSync(join(homedir(), 'samsyn-closed-'));
  chmodSync(base, 0o755);
  chmodSync(closed, 0o700);
  const cache = join(base, 'npm-cache');
  const places = [
    { name: 'root, in an open folder, with an empty npm cache', folder: join(base, 'open') },
    { name: 'root, below a folder with mode 700', folder: join(closed, 'samsyn') },
    { name: 'an ordinary user', folder: join(base, 'user'), as: NOBODY },
  ].filter((place, index) => only === undefined || only === index);
  try {
    for (const place of places) {
      clone(place, cache);
      yield { name: place.name, ...(await tryOne(place, cache, [])) };
      yield { name: `${place.name}, again without network`, ...(await tryOne(place, cache, ['unshare', '-n', 'sh', '-c', 'ip link set lo up; exec "$0" "$@"'])) };
      removeData(place.folder);
      rmSync(place.folder, { recursive: true, force: true });
    }
  } finally {
    rmSync(base, { recursive: true, force: true });
    rmSync(closed, { recursive: true, force: true });
  }
}

function clone({ folder, as }, cache) {
  const run = spawnSync('git', ['clone', '--quiet', `file://${checkout}`, folder], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  mkdirSync(cache, { recursive: true });
  if (as) spawnSync('chown', ['-R', `${as}:${as}`, folder, cache]);
  else chownSync(cache, 0, 0);
}

async function tryOne({ folder, as }, cache, before) {
  const user = as ? ['setpriv', `--reuid=${as}`, `--regid=${as}`, '--clear-groups'] : [];
  const [command, ...args] = [...before, ...user, 'npm', 'start'];
  const begun = Date.now();
  const start = oneStart('', { cwd: folder, command: [command, ...args], detached: true, env: {
    SAMSYN_DATA: '', SAMSYN_EXAMPLES: 'on', npm_config_cache: cache, HOME: as ? folder : homedir(),
  } });
  let up;
  // In a network of its own it cannot be asked from here: its own word, which it gives when it is ready, must do.
  const failure = await start.up.then((address) => { up = address; }, (error) => error.message);
  const seconds = (Date.now() - begun) / 1000;
  const page = up && before.length === 0 ? (await fetch(up, { headers: { accept: 'text/html' } })).status : undefined;
  const mark = existsSync(join(folder, '.data', 'postgres-is-at')) ? readFileSync(join(folder, '.data', 'postgres-is-at'), 'utf8').trim() : folder;
  const running = processesFor(folder).length;
  const { code, said } = await start.interrupt();
  const stopped = await until(() => processesFor(folder).length === 0 && processesFor(mark).length === 0, 5);
  return { seconds, up: Boolean(up), page, running, code, stopped, failure, said };
}

/** The database of a closed folder lies outside it. */
function removeData(folder) {
  const note = join(folder, '.data', 'postgres-is-at');
  if (existsSync(note)) rmSync(readFileSync(note, 'utf8').trim(), { recursive: true, force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const only = process.argv[2] === undefined ? undefined : Number(process.argv[2]);
  for await (const { name, seconds, up, page, code, stopped, failure, said } of tryPlaces({ only })) {
    console.log(`${up && stopped ? 'ok    ' : 'FAILED'} ${name}: up after ${seconds.toFixed(1)} s, page ${page ?? '-'}, ended with ${code}, ${stopped ? 'nothing left' : 'SOMETHING LEFT RUNNING'}${failure ? `\n${failure}` : ''}`);
    if (process.argv.includes('--all')) console.log(said);
  }
}
