import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Runs `npm start`'s program as a person would, with data of its own. `up` is the address once it
 * is printed; `ended` its exit code and all it said.
 */
export function oneStart(data, { env = {}, cwd = checkout, command = [process.execPath, join(cwd, 'scripts', 'start.mjs')], detached = false } = {}) {
  const child = spawn(command[0], command.slice(1), { cwd, env: { ...bare(process.env), SAMSYN_DATA: data, PORT: '0', SAMSYN_EXAMPLES: 'off', ...env }, detached, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let tellUp;
  const up = new Promise((resolve) => { tellUp = resolve; });
  const hear = (text) => {
    said += text;
    const found = /Samsyn is at (\S+)/.exec(said);
    if (found) tellUp(found[1]);
  };
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  const ended = new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal, said })));
  const isUp = Promise.race([up, ended.then(({ said: all }) => { throw new Error(`It ended before it was up:\n${all}`); })]);
  // Whoever expects a refusal never asks whether it is up.
  isUp.catch(() => {});
  return {
    child,
    ended,
    up: isUp,
    /** Ctrl-C: a terminal sends it to all that the command began. */
    interrupt() {
      if (child.exitCode === null && child.signalCode === null) process.kill(detached ? -child.pid : child.pid, 'SIGINT');
      return ended;
    },
  };
}

/** The living processes that were begun for this data folder; Linux only. */
export function processesFor(data) {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid).filter((pid) => {
    try {
      const state = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)[0];
      return state !== 'Z' && ['cmdline', 'environ'].some((part) => readFileSync(`/proc/${pid}/${part}`, 'utf8').includes(data));
    } catch {
      return false;
    }
  }).map(Number);
}

/** Waits until something holds, for at most the given seconds. */
export async function until(holds, seconds = 60) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await wait(50)) {
    if (await holds()) return true;
  }
  return false;
}

/** Settings of whoever runs the tests must not change what is tested. */
function bare(env) {
  const ours = /^(SAMSYN_|HOST$|PORT$|PUBLIC_URL$|DATABASE_URL|SMTP_URL|MAIL_FROM$|MEDIA_DIR$|NODE_OPTIONS$|npm_|JEST_)/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ours.test(name)));
}
