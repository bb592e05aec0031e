import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { explain } from '../postgres/explain.mjs';
import { Refusal } from '../refusal.mjs';
import { defaultPublicUrl, readSettings, settingWarnings } from '../settings.mjs';
import { build } from './build.mjs';
import { install, isInstalled } from './install.mjs';
import { freeAddress } from './port.mjs';
import { progress } from './progress.mjs';
import { startServer } from './server.mjs';
import { stopper } from './stopper.mjs';

const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const NEEDED_TO_INSTALL = 1_000_000_000;
const NEEDED_TO_BEGIN = 100_000_000;
const NEEDED_TO_GO_ON = 20_000_000;

/** Brings everything up, from a bare clone if need be, and keeps it up until Ctrl-C. */
export async function up(env) {
  const stopping = stopper();
  try {
    const ended = await bringUp(env, stopping);
    const what = await ended;
    if (!stopping.begun) {
      console.error(what);
      await stopping.stop(1);
    }
  } catch (error) {
    if (stopping.begun) return;
    console.error(error instanceof Refusal ? `\n${error.message}` : error);
    await stopping.stop(1);
  }
}

async function bringUp(env, stopping) {
  const settings = checkedSettings(env);
  const log = (name) => join(settings.data, 'log', `${name}.log`);
  const { step } = progress(5);

  await step('Settings and address', async () => {
    const asked = settings.port;
    settings.port = await freeAddress(settings.host, asked);
    if (asked === 0 && !env.PUBLIC_URL) settings.publicUrl = defaultPublicUrl(settings.host, settings.port);
    if (!settings.databaseUrl) refuseUnusable(settings.data, existsSync(join(settings.data, 'postgres')) ? NEEDED_TO_GO_ON : NEEDED_TO_BEGIN);
  });

  await step('Packages', async (reached) => {
    if (isInstalled(checkout)) return 'all there';
    refuseUnusable(checkout, NEEDED_TO_INSTALL);
    await install(checkout, { log: log('install'), reached, env });
    return 'installed';
  });

  const database = await step('Database', async () => {
    const { migrate } = await import('../migrate.mjs');
    const running = settings.databaseUrl ? { url: settings.databaseUrl } : await startEmbedded(settings, stopping);
    try {
      await migrate(running.url);
    } catch (error) {
      throw explain(error, { folder: settings.data });
    }
    return running;
  });

  await step('Build', (reached) => build(checkout, { log: log('build'), reached, env }));

  const server = startServer(checkout, { settings, databaseUrl: database.url, log: log('api'), env });
  stopping.add(server.stop);
  await step(settings.examples ? 'Server and example alliances' : 'Server', () => server.ready);

  for (const warning of settingWarnings(settings)) console.log(`Note: ${warning}`);
  const here = defaultPublicUrl(settings.host, settings.port);
  const alsoHere = here === settings.publicUrl ? '' : ` (on this machine: ${here})`;
  console.log(`\nSamsyn is at ${settings.publicUrl}${alsoHere}\nStop it with Ctrl-C. What people wrote is kept.`);
  return Promise.race([
    server.ended.then((how) => `\nThe server ended by itself (${how}); ${log('api')} says why. Start again with: npm start`),
    database.ended?.then(() => `\nThe database ended by itself; ${log('postgres')} says why. Start again with: npm start`) ?? new Promise(() => {}),
  ]);
}

async function startEmbedded(settings, stopping) {
  const { startPostgres } = await import('../postgres/start.mjs');
  const starting = startPostgres({ dataDir: settings.data, log: (line) => console.log(`  ${line}`) });
  stopping.add(() => starting.then((running) => running.stop(), () => {}));
  return starting;
}

function checkedSettings(env) {
  const { settings, refusals } = readSettings(env);
  if (refusals.length > 0) throw new Refusal(refusals.map(({ name, why }) => `${name} ${why}`).join('\n'));
  return settings;
}

/** Asked before anything slow, so that nobody waits for a refusal. */
function refuseUnusable(folder, needed) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw explain(error, { folder });
  }
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < needed) throw explain(Object.assign(new Error('too little space'), { code: 'ENOSPC' }), { folder });
}
