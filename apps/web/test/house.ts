import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const checkout = join(dirname(fileURLToPath(import.meta.url)), '../../..');

/** A running installation: the built API with the built web beside it, on a database of its own. */
export interface House {
  readonly url: string;
  readonly db: pg.Pool;
  /** The server dies at once, without a chance to finish anything. */
  die(): Promise<void>;
  /** It is started again, at the same address. */
  rise(): Promise<void>;
  close(): Promise<void>;
}

/** Starts an installation as people would; only the database is a copy of the migrated template. */
export async function aHouse(given: { examples?: boolean } = {}): Promise<House> {
  const template = new URL(process.env['SAMSYN_TEST_PG'] ?? '');
  const name = `web_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const at = (database: string) => Object.assign(new URL(template), { pathname: `/${database}` }).href;
  await inDatabase(at('postgres'), `create database ${name} template ${template.pathname.slice(1)}`);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const begin = (): ChildProcess =>
    spawn(process.execPath, [join(checkout, 'apps/api/dist/main.js')], {
      cwd: checkout,
      env: { ...process.env, NODE_OPTIONS: '', HOST: '127.0.0.1', PORT: String(port), DATABASE_URL: at(name), SAMSYN_EXAMPLES: given.examples === false ? 'off' : 'on', LOG_LEVEL: 'error' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  let child = begin();
  await untilReady(child, url);
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  };
  const db = new pg.Pool({ connectionString: at(name), max: 2 });
  db.on('error', () => undefined);
  return {
    url,
    db,
    die: () => end('SIGKILL'),
    rise: async () => {
      child = begin();
      await untilReady(child, url);
    },
    close: async () => {
      await end('SIGTERM');
      await db.end();
      await inDatabase(at('postgres'), `drop database if exists ${name} with (force)`);
    },
  };
}

async function inDatabase(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  let said = '';
  child.stdout?.on('data', (text: Buffer) => (said += text.toString()));
  child.stderr?.on('data', (text: Buffer) => (said += text.toString()));
  for (const until = Date.now() + 60_000; Date.now() < until; await new Promise((resolve) => setTimeout(resolve, 100))) {
    if (child.exitCode !== null) throw new Error(`The server ended: ${said}`);
    const ready = await fetch(`${url}/readyz`).catch(() => null);
    if (ready?.ok === true) return;
  }
  throw new Error(`The server was not ready in a minute: ${said}`);
}
