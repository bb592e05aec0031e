import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Commands under way, so that Ctrl-C can end them with everything they began. */
const underWay = new Set();

/**
 * Runs a command to its end with its output in a log file. `onText` sees the output as it comes.
 * Returns the exit code and the last of what it said.
 */
export function runCommand(command, args, { cwd, env, log, onText = () => {} }) {
  mkdirSync(dirname(log), { recursive: true, mode: 0o711 });
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, detached: process.platform !== 'win32', stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const hear = (chunk) => {
      const text = String(chunk);
      said = (said + text).slice(-8000);
      appendFileSync(log, text);
      onText(text);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    underWay.add(child);
    child.once('error', (error) => {
      underWay.delete(child);
      reject(error);
    });
    child.once('close', (code) => {
      underWay.delete(child);
      resolve({ code, said });
    });
  });
}

/** Ends the commands under way, with all that they began. */
export async function endCommands() {
  await Promise.all([...underWay].map((child) => new Promise((resolve) => {
    child.once('close', resolve);
    endGroup(child, 'SIGTERM');
    setTimeout(() => endGroup(child, 'SIGKILL'), 5000).unref();
  })));
}

/** Signals a process and all that it began; each of ours leads a group of its own. */
export function endGroup(child, signal) {
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    // It ended in the meantime.
  }
}
