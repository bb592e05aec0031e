import { readFileSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Refusal } from '../refusal.mjs';

/**
 * Takes the data for this process alone. A lock left by a process that was killed is taken over;
 * one that is held is refused. Returns what gives it back.
 */
export function takeLock(home) {
  const file = join(home, 'in-use-by.json');
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify(identity(process.pid)), { flag: 'wx', mode: 0o600 });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = readHolder(file);
    if (holder && isAlive(holder.pid) && identity(holder.pid).born === holder.born) {
      throw new Refusal(`Samsyn is already running on this data (process ${holder.pid}): stop it with Ctrl-C there, or choose another folder with SAMSYN_DATA and another PORT.`);
    }
    rmSync(file, { force: true });
  }
}

/**
 * Ends a PostgreSQL left running by a start that was killed, and removes its stale lock: also where
 * its number now belongs to another process or to one that nobody has reaped, which PostgreSQL
 * itself would take for a running server.
 */
export async function healPostmaster(data, log) {
  const pid = postmasterPid(data);
  if (!pid) return;
  const left = () => processesOn(data, pid);
  if (left().length > 0) log('An earlier start was cut short; its database is being closed properly first.');
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL']) {
    for (const each of left().includes(pid) ? [pid] : left()) kill(each, signal);
    for (const until = Date.now() + 10_000; left().length > 0 && Date.now() < until;) await wait(25);
  }
  if (left().length > 0) {
    throw new Refusal(`A database from an earlier start (process ${left()[0]}) does not end: end it with "kill -9 ${left()[0]}" and start again.`);
  }
  rmSync(join(data, 'postmaster.pid'), { force: true });
}

/** The process that a data folder says it is served by. */
export function postmasterPid(data) {
  try {
    return Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]) || undefined;
  } catch {
    return undefined;
  }
}

/** Living PostgreSQL processes of this data folder: each of them works inside it. */
function processesOn(data, pid) {
  if (process.platform === 'linux') {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((each) => worksIn(each, data) && isAlive(each));
  }
  const args = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  return args.includes(data) && isAlive(pid) ? [pid] : [];
}

function worksIn(pid, folder) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return state(pid) !== 'Z';
}

/** Number and birth of a process: numbers are used again, births are not. */
function identity(pid) {
  return { pid, born: stat(pid)?.[19] ?? null };
}

function state(pid) {
  return stat(pid)?.[0];
}

function stat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function kill(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in the meantime.
  }
}
