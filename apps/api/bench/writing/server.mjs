import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { serverFlags } from '../../../../scripts/start/flags.mjs';
import { until } from './people.mjs';

/** Starts the built API, or another entry, as a process of its own on a free port. */
export async function aServer(databaseUrl, entry = fileURLToPath(new URL('../../dist/bundle/main.js', import.meta.url))) {
  const port = await aFreePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: databaseUrl, HOST: '127.0.0.1', PORT: String(port), SAMSYN_EXAMPLES: 'off', LOG_LEVEL: 'error' };
  const child = spawn(process.execPath, [...serverFlags, entry], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  await until('the server answers', async () => {
    if (child.exitCode !== null) throw new Error('the server ended before it answered; is it built? npm run build');
    return (await fetch(`${url}/readyz`).catch(() => null))?.ok === true;
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  return {
    url,
    /** What it has taken of the processor so far, in milliseconds. */
    cpu: () => readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(' ').slice(13, 15).reduce((sum, ticks) => sum + Number(ticks) * 10, 0),
    /** At once, as when the power goes: nothing is flushed. */
    kill: () => (child.kill('SIGKILL'), gone),
  };
}

async function aFreePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
