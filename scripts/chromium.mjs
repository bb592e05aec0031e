import { spawnSync } from 'node:child_process';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Refusal } from './refusal.mjs';

const INSTALLED = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const UNPACK_SECONDS = 120;

/** No sandbox (it does not start as root) and nothing that asks the network by itself. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
  // A microphone that hums, and is allowed without asking.
  '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream',
];

/**
 * A Chromium to test with: $CHROME_PATH, the one npm brought where it can run, or one that is installed. npm's has no
 * windows to draw and takes half the processor time of a whole browser; and all machines test with the same one.
 */
export async function chromiumPath(env = process.env) {
  if (env.CHROME_PATH) {
    if (!existsSync(env.CHROME_PATH)) throw new Refusal(`CHROME_PATH names ${env.CHROME_PATH}, and there is nothing: correct it or leave it out.`);
    return env.CHROME_PATH;
  }
  const installed = process.platform === 'linux' && process.arch === 'x64' ? undefined : INSTALLED.find((path) => existsSync(path));
  return installed ?? unpackedChromium();
}

/** Unpacks npm's Chromium once, however many ask at the same time, and returns its path. */
export async function unpackedChromium(cache = cacheFolder()) {
  const ready = join(cache, 'ready');
  const lock = join(cache, 'lock');
  const start = join(ready, 'start-chromium');
  for (const until = Date.now() + UNPACK_SECONDS * 1000; !existsSync(start); await wait(200)) {
    if (Date.now() > until) throw new Refusal(`Chromium was not unpacked within ${UNPACK_SECONDS} seconds: remove ${cache} and try again.`);
    if (!takeLock(lock)) continue;
    try {
      if (!existsSync(start)) unpack(cache, ready);
    } finally {
      rmSync(lock, { force: true });
    }
  }
  return start;
}

/** In a process of its own: a program still open for writing anywhere cannot be started. */
function unpack(cache, ready) {
  const fresh = mkdtempSync(join(cache, 'unpacking-'));
  const module = pathToFileURL(createRequire(import.meta.url).resolve('@sparticuz/chromium')).href;
  const script = `import(${JSON.stringify(module)}).then(({ default: chromium }) => chromium.executablePath())`;
  const run = spawnSync(process.execPath, ['-e', script], {
    // Named like this, the package also unpacks the libraries that a bare machine lacks.
    env: { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x', NODE_OPTIONS: '' }, encoding: 'utf8',
  });
  if (run.status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new Error(`Chromium could not be unpacked: ${run.stderr}`);
  }
  writeFileSync(join(fresh, 'start-chromium'), startScript(fresh));
  chmodSync(join(fresh, 'start-chromium'), 0o755);
  chmodSync(fresh, 0o755);
  rmSync(ready, { recursive: true, force: true });
  renameSync(fresh, ready);
}

/** The machine's own libraries and fonts are preferred where it has them. */
function startScript(folder) {
  const alone = spawnSync(join(folder, 'chromium'), ['--version'], { encoding: 'utf8' });
  return ['#!/bin/sh', 'here=$(dirname "$0")',
    ...(alone.status === 0 ? [] : ['export LD_LIBRARY_PATH="$here/al2023/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"']),
    ...(existsSync('/etc/fonts/fonts.conf') ? [] : ['export FONTCONFIG_PATH="$here/fonts"']),
    'exec "$here/chromium" "$@"', ''].join('\n');
}

function cacheFolder() {
  const modules = join(dirname(dirname(fileURLToPath(import.meta.url))), 'node_modules');
  try {
    accessSync(modules, constants.W_OK);
    const cache = join(modules, '.cache', 'samsyn-chromium');
    mkdirSync(cache, { recursive: true });
    return cache;
  } catch {
    const cache = join(tmpdir(), `samsyn-chromium-${process.getuid?.() ?? 'own'}`);
    mkdirSync(cache, { recursive: true, mode: 0o700 });
    return cache;
  }
}

function takeLock(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0);
  } catch (error) {
    // Whoever held it was killed; the next round takes it.
    if (error.code === 'ESRCH') rmSync(file, { force: true });
  }
  return false;
}
