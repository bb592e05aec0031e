import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { tailOf } from '../postgres/run.mjs';
import { Refusal } from '../refusal.mjs';
import { endGroup } from './command.mjs';
import { serverFlags } from './flags.mjs';

const READY_SECONDS = 120;
const STOP_SECONDS = 20;
const LARGE_LOG = 10_000_000;
const follow = join(dirname(fileURLToPath(import.meta.url)), 'follow-parent.mjs');

/**
 * Starts the API, which also serves the web. `ready` is fulfilled when it says so itself.
 *
 * @returns {{ ready: Promise<void>, ended: Promise<string>, stop: () => Promise<void> }}
 */
export function startServer(checkout, { settings, databaseUrl, log, env = process.env }) {
  mkdirSync(dirname(log), { recursive: true, mode: 0o711 });
  if (existsSync(log) && statSync(log).size > LARGE_LOG) renameSync(log, `${log}.old`);
  const out = openSync(log, 'a', 0o600);
  const child = spawn(process.execPath, [...serverFlags, '--import', follow, join(checkout, 'apps', 'api', 'dist', 'bundle', 'main.js')], {
    cwd: checkout, env: serverEnvironment(env, settings, databaseUrl),
    // A group of its own: Ctrl-C reaches us first, and we let people's work be saved.
    detached: process.platform !== 'win32', stdio: ['ignore', out, out, 'ipc'],
  });
  closeSync(out);
  const ended = new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`));
    child.once('error', (error) => resolve(error.message));
  });
  const ready = Promise.race([ended, untilReady(settings)]).then((how) => {
    if (how === 'ready') return;
    const last = tailOf(log).trim().split('\n').slice(-12).join('\n');
    throw new Refusal(`The server did not start (${how}). The end of ${log}:\n${last}`);
  });
  return { ready, ended, stop: () => stop(child, ended) };
}

/** The settings as they were read and checked, so that the server sees what the start saw. */
export function serverEnvironment(env, settings, databaseUrl) {
  const { DATABASE_URL_FILE, ...rest } = env;
  return {
    NODE_ENV: 'production', ...rest, HOST: settings.host, PORT: String(settings.port), PUBLIC_URL: settings.publicUrl,
    DATABASE_URL: databaseUrl, SAMSYN_EXAMPLES: settings.examples ? 'on' : 'off', SAMSYN_DATA: settings.data,
  };
}

async function untilReady({ host, port }) {
  const name = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host;
  for (const until = Date.now() + READY_SECONDS * 1000; Date.now() < until; await wait(50)) {
    try {
      const answer = await fetch(`http://${name}:${port}/readyz`, { signal: AbortSignal.timeout(2000) });
      if (answer.ok) return 'ready';
    } catch {
      // Not listening yet.
    }
  }
  return `not ready within ${READY_SECONDS} seconds`;
}

async function stop(child, ended) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => endGroup(child, 'SIGKILL'), STOP_SECONDS * 1000);
  await ended;
  clearTimeout(timer);
}
