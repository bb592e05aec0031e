import { spawn } from 'node:child_process';
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { endGroup } from '../start/command.mjs';
import { postgresEnvironment } from './environment.mjs';

const START_SECONDS = 120;
const LARGE_LOG = 10_000_000;

/**
 * Runs the server until it takes connections. It has a process group of its own, so that Ctrl-C
 * reaches us first and people's work is saved before the database closes.
 */
export async function runPostgres({ data, account, log }, { native }, { port, throwaway }) {
  if (existsSync(log) && statSync(log).size > LARGE_LOG) renameSync(log, `${log}.old`);
  const out = openSync(log, 'a', 0o600);
  const settings = {
    listen_addresses: '127.0.0.1', port, unix_socket_directories: '',
    // What people wrote stays out of the log, also when a statement fails.
    log_min_error_statement: 'panic', log_error_verbosity: 'terse', log_parameter_max_length_on_error: 0,
    ...(throwaway && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off', max_connections: 200 }),
  };
  const child = spawn(join(native, 'bin', 'postgres'), [
    '-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ], { cwd: '/', detached: true, stdio: ['ignore', out, out], env: postgresEnvironment(), ...(account && { uid: account.uid, gid: account.gid }) });
  closeSync(out);
  let failure;
  const ended = new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve((failure ??= new Error(`postgres ended (${signal ?? code})`))));
    child.once('error', (error) => resolve((failure = error)));
  });
  for (const until = Date.now() + START_SECONDS * 1000; !isReady(data, child.pid); await wait(20)) {
    if (failure) throw Object.assign(failure, { message: `${failure.message}: ${reason(tailOf(log))}` });
    if (Date.now() > until) {
      child.kill('SIGQUIT');
      throw new Error(`postgres did not become ready within ${START_SECONDS} seconds`);
    }
  }
  const guard = watchOver(child.pid, throwaway ? join(data, '..') : undefined);
  ended.then(() => guard && endGroup(guard, 'SIGKILL'));
  child.unref();
  return { pid: child.pid, ended, stop: (signals) => stop(child, ended, signals) };
}

/** The end of a log file. */
export function tailOf(file) {
  if (!existsSync(file)) return '';
  const handle = openSync(file, 'r');
  const { size } = fstatSync(handle);
  const buffer = Buffer.alloc(Math.min(size, 4000));
  readSync(handle, buffer, 0, buffer.length, size - buffer.length);
  closeSync(handle);
  return buffer.toString('utf8');
}

function reason(tail) {
  return tail.split('\n').filter((line) => /FATAL|PANIC|error while loading/.test(line)).at(-1) ?? 'see its log';
}

/** PostgreSQL writes its state on the eighth line of this file. */
function isReady(data, pid) {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

/** A shell that closes PostgreSQL when we are killed and can no longer do it ourselves. */
function watchOver(pid, folder) {
  if (process.platform === 'win32') return undefined;
  const script = folder
    ? 'cat >/dev/null; kill -QUIT "$1"; while kill -0 "$1"; do sleep 0.1; done; rm -rf "$2"'
    : 'cat >/dev/null; kill -INT "$1"';
  const guard = spawn('/bin/sh', ['-c', `exec 2>/dev/null; ${script}`, 'sh', String(pid), folder ?? ''], {
    cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.on('error', () => {});
  guard.unref();
  guard.stdin.unref?.();
  return guard;
}

async function stop(child, ended, signals) {
  child.ref();
  for (const signal of signals) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    if (await within(ended, 15_000)) return;
  }
}

function within(promise, milliseconds) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds, false);
    promise.then(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}
