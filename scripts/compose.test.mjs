import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { freePort, startPostgres } from './postgres/start.mjs';
import { SETTINGS } from './settings.mjs';
import { serverFlags } from './start/flags.mjs';
import { until } from './test/one-start.mjs';

const checkout = dirname(dirname(fileURLToPath(import.meta.url)));
const compose = parse(readFileSync(join(checkout, 'docker-compose.yml'), 'utf8'));
const { api, postgres, proxy } = compose.services;
let server;
let secrets;
let child;
beforeAll(async () => {
  server = await startPostgres({ throwaway: true });
  secrets = mkdtempSync(join(tmpdir(), 'samsyn-secrets-'));
  writeFileSync(join(secrets, 'database_url'), `${server.url}\n`);
  writeFileSync(join(secrets, 'smtp_url'), '');
});
afterAll(async () => {
  child?.kill('SIGKILL');
  await server.stop();
  rmSync(secrets, { recursive: true });
});

test.each([['api', api], ['postgres', postgres]])('[S8] %s runs as nobody in particular, on a file system it cannot write', (_name, service) => {
  expect(service.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
  expect(service.healthcheck.test[0]).toBe('CMD');
  expect(service.privileged).toBeUndefined();
  expect(service.stop_grace_period).toMatch(/^\d+s$/);
});

test('[S8] the container starts the server as "npm start" does', () => {
  expect(api.command).toEqual(['node', ...serverFlags, 'scripts/serve.mjs']);
  expect(readFileSync(join(checkout, 'Dockerfile'), 'utf8')).toContain(`CMD ${JSON.stringify(api.command).replaceAll(',', ', ')}`);
});

test('[S8] the database is reached by the server alone', () => {
  expect(postgres.ports).toBeUndefined();
  expect(postgres.networks).toEqual(['data']);
  expect(compose.networks.data.internal).toBe(true);
  expect(proxy.networks).not.toContain('data');
  expect(api.ports.every((port) => port.startsWith('127.0.0.1:'))).toBe(true);
  expect(api.depends_on.postgres.condition).toBe('service_healthy');
});

test('[S8] secrets come from files and stand nowhere in the description', () => {
  for (const name of [...(api.secrets ?? []), ...(postgres.secrets ?? [])]) expect(compose.secrets[name].file).toBe(`./secrets/${name}`);
  const names = Object.keys(api.environment);
  expect(names).toContain('DATABASE_URL_FILE');
  const known = SETTINGS.flatMap(({ name, secret }) => (secret ? [`${name}_FILE`] : [name]));
  expect(names.filter((name) => !known.includes(name))).toEqual([]);
  expect(postgres.environment.POSTGRES_PASSWORD).toBeUndefined();
});

test('[S8] the command of the container serves, says that it is ready, and ends in order', async () => {
  const port = await freePort();
  const environment = { ...filled(api.environment), PORT: String(port), HOST: '127.0.0.1', PATH: process.env.PATH };
  const [command, ...args] = api.command;
  child = spawn(command, args, { cwd: checkout, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => { said += text; });
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  const [, ...healthCheck] = api.healthcheck.test;
  const isReady = () => spawnSync(healthCheck[0], healthCheck.slice(1), { cwd: checkout, env: environment }).status === 0;
  expect(await until(isReady, 60) || said).toBe(true);
  const page = await fetch(`http://127.0.0.1:${port}/`, { headers: { accept: 'text/html' } });
  expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(said).not.toContain(new URL(server.url).password);
  expect(isReady()).toBe(false);
});

/** What compose fills in: the secrets where they are here, and ${NAME:-standard} as given. */
function filled(environment) {
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, String(value)
    .replace('/run/secrets', secrets)
    .replace(/\$\{PUBLIC_URL[^}]*\}/, 'https://samsyn.example.org')
    .replace(/\$\{\w+:-([^}]*)\}/, '$1')]));
}
