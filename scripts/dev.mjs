import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from './refusal.mjs';
import { readSettings } from './settings.mjs';
import { build } from './start/build.mjs';
import { endGroup } from './start/command.mjs';
import { install, isInstalled } from './start/install.mjs';
import { freeAddress } from './start/port.mjs';
import { progress } from './start/progress.mjs';
import { serverEnvironment } from './start/server.mjs';
import { stopper } from './start/stopper.mjs';

// Database, API and web for whoever changes the code: what is saved is on the screen at once.
const checkout = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = (name) => join(checkout, 'node_modules', '.bin', name);
const follow = join(checkout, 'scripts', 'start', 'follow-parent.mjs');
const stopping = stopper();

try {
  await dev();
} catch (error) {
  if (!stopping.begun) {
    console.error(error instanceof Refusal ? error.message : error);
    await stopping.stop(1);
  }
}

async function dev() {
  const { settings, refusals } = readSettings(process.env);
  if (refusals.length > 0) throw new Refusal(refusals.map(({ name, why }) => `${name} ${why}`).join('\n'));
  const log = (name) => join(settings.data, 'log', `${name}.log`);
  const { step } = progress(3);
  settings.port = await freeAddress(settings.host, settings.port);
  const webPort = await freeAddress(settings.host, settings.port + 1);
  await step('Packages', async (reached) => {
    if (isInstalled(checkout)) return 'all there';
    await install(checkout, { log: log('install'), reached });
    return 'installed';
  });
  const { url } = await step('Database', () => database(settings));
  await step('First build', (reached) => build(checkout, { log: log('build'), reached }));

  settings.publicUrl = process.env.PUBLIC_URL ? settings.publicUrl : `http://${settings.host}:${webPort}`;
  const env = { ...serverEnvironment(process.env, settings, url), NODE_ENV: 'development' };
  const swc = ['src', '-d', 'dist', '--strip-leading-paths', '--copy-files', '--watch', '--quiet'];
  run('domain', bin('swc'), swc, { cwd: join(checkout, 'packages', 'domain'), env });
  run('api', bin('swc'), swc, { cwd: join(checkout, 'apps', 'api'), env });
  run('api', process.execPath, ['--watch-path', join(checkout, 'apps', 'api', 'dist'), '--watch-path', join(checkout, 'packages', 'domain', 'dist'),
    '--watch-preserve-output', '--import', follow, join(checkout, 'apps', 'api', 'dist', 'main.js')], { cwd: checkout, env });
  run('web', bin('vite'), ['--host', settings.host, '--port', String(webPort), '--strictPort'], {
    cwd: join(checkout, 'apps', 'web'), env: { ...env, API_PORT: String(settings.port) },
  });
  console.log(`\nThe web is at http://${settings.host}:${webPort}, the API at http://${settings.host}:${settings.port}/graphql. After a change to a .graphql file or the Prisma schema: npm run codegen`);
  await new Promise(() => {});
}

async function database(settings) {
  const { migrate } = await import('./migrate.mjs');
  const { startPostgres } = await import('./postgres/start.mjs');
  const starting = settings.databaseUrl
    ? Promise.resolve({ url: settings.databaseUrl, stop: async () => {} })
    : startPostgres({ dataDir: settings.data, log: console.log });
  stopping.add(() => starting.then((running) => running.stop(), () => {}));
  const running = await starting;
  await migrate(running.url, { log: console.log });
  return running;
}

/** One of the watchers, its lines marked with whose they are; they end together. */
function run(name, command, args, options) {
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32', stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text) => process.stdout.write(text.replace(/^(?=.)/gm, `${name.padEnd(6)} `)));
  }
  const ended = new Promise((resolve) => child.once('exit', resolve));
  ended.then(() => stopping.begun || (console.error(`${name} ended by itself; everything is stopped.`), stopping.stop(1)));
  stopping.add(async () => {
    endGroup(child, 'SIGTERM');
    const timer = setTimeout(() => endGroup(child, 'SIGKILL'), 5000);
    await ended;
    clearTimeout(timer);
  });
}
