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
  const examples = given.examples !== false;
  const source = examples ? await withExamples() : template().pathname.slice(1);
  const name = `web_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await inDatabase('postgres', `create database ${name} template ${source}`);
  const running = await started(name, examples);
  const db = new pg.Pool({ connectionString: at(name), max: 2 });
  db.on('error', () => undefined);
  return {
    url: running.url,
    db,
    die: () => running.end('SIGKILL'),
    rise: running.begin,
    close: async () => {
      await running.end('SIGTERM');
      await db.end();
      await inDatabase('postgres', `drop database if exists ${name} with (force)`);
    },
  };
}

// The examples are loaded once for all test files, by a server of its own; the others copy what it left.
async function withExamples(): Promise<string> {
  const name = process.env['WEB_EXAMPLES'] ?? '';
  const there = await inDatabase('postgres', `select 1 from pg_database where datname = '${name}'`);
  if (there > 0) return name;
  await inDatabase('postgres', `drop database if exists ${name}_making with (force)`);
  await inDatabase('postgres', `create database ${name}_making template ${template().pathname.slice(1)}`);
  await (await started(`${name}_making`, true)).end('SIGTERM');
  await inDatabase('postgres', `alter database ${name}_making rename to ${name}`);
  return name;
}

/** A server on a database. It can be killed and started again at the same address. */
async function started(database: string, examples: boolean): Promise<{ url: string; end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>; begin: () => Promise<void> }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const begin = async () => {
    child = spawn(process.execPath, [join(checkout, 'apps/api/dist/bundle/main.js')], {
      cwd: checkout,
      env: { ...process.env, NODE_OPTIONS: '', HOST: '127.0.0.1', PORT: String(port), DATABASE_URL: at(database), SAMSYN_EXAMPLES: examples ? 'on' : 'off', LOG_LEVEL: 'error' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    await untilReady(child, url);
  };
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child?.once('exit', resolve));
    child.kill(signal);
    await ended;
  };
  await begin();
  return { url, begin, end };
}

function template(): URL {
  return new URL(process.env['SAMSYN_TEST_PG'] ?? '');
}

function at(database: string): string {
  return Object.assign(template(), { pathname: `/${database}` }).href;
}

async function inDatabase(database: string, statement: string): Promise<number> {
  const client = new pg.Client({ connectionString: at(database) });
  await client.connect();
  try {
    return (await client.query(statement)).rowCount ?? 0;
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
