import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import pg from 'pg';
import { startTestDatabase } from '../../../scripts/test-database.mjs';
import { serverFlags } from '../../../scripts/start/flags.mjs';
import { buildCity } from './page/city.mjs';

// The alliance page over GraphQL against the baseline, 16 connections, in turns in one run, on cores they share.
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const SECONDS = Number(process.env.SECONDS ?? 3);
const CONNECTIONS = 16;

const contribution = 'id text language kinds howKnown proposal tacit approval invented statedAuthor givenAt media authors { actorId name capacity }';
const query = `query Page($id: ID!) { alliancePage(id: $id) {
  id name purpose groundRules visibility formedAt example
  problems { id sentence namedAt framings { id name belongs outside openedAt total contributions { ${contribution} } } }
  people { participationId actorId name invented capacity knows standing since }
  balance { total kindNotStated kinds { kind count people } capacities { capacity total facts understanding skill familiarity } } } }`;

export async function bench() {
  const database = await startTestDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  process.stdout.write('building the city …\n');
  const alliances = await buildCity(client);
  const children = [];
  try {
    const api = await started(children, [...serverFlags, 'apps/api/dist/bundle/main.js'], database.url, /answers at (\S+)/);
    const raw = await started(children, [...serverFlags, 'apps/api/bench/page/baseline.mjs'], database.url, /^(\d+)/);
    const targets = { graphql: askGraphql(new URL(api)), raw: askRaw(Number(raw)) };
    await sameContent(targets, alliances[7]);
    const results = { graphql: [], raw: [] };
    for (let round = -1; round < ROUNDS; round++) {
      for (const name of round % 2 === 0 ? ['raw', 'graphql'] : ['graphql', 'raw']) {
        const measured = await load(targets[name], alliances);
        if (round >= 0) results[name].push(measured);
      }
    }
    report(results, await statements(client, targets.graphql, alliances));
  } finally {
    for (const child of children) child.kill();
    await client.end();
    await database.stop();
  }
}

async function started(children, args, url, pattern) {
  const env = { ...process.env, DATABASE_URL: url, PORT: '0', SAMSYN_EXAMPLES: 'off', LOG_LEVEL: 'error' };
  const child = spawn(process.execPath, args, { cwd: new URL('../../..', import.meta.url), env, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  for await (const chunk of child.stdout) {
    const found = pattern.exec(String(chunk));
    if (found) return found[1];
  }
  throw new Error('did not start');
}

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

function askGraphql(url) {
  return (id) => send({ host: url.hostname, port: url.port, path: '/graphql', method: 'POST', headers: { 'content-type': 'application/json' } }, JSON.stringify({ query, variables: { id } }));
}

function askRaw(port) {
  return (id) => send({ host: '127.0.0.1', port, path: `/${id}`, method: 'GET' });
}

async function send(options, body) {
  const sent = request({ ...options, agent });
  sent.end(body);
  const [response] = await once(sent, 'response');
  const chunks = [];
  for await (const chunk of response) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function sameContent(targets, id) {
  const one = JSON.parse(await targets.graphql(id)).data?.alliancePage;
  const other = JSON.parse(await targets.raw(id));
  const plain = (value) => JSON.stringify(value, (_key, inner) => (inner && typeof inner === 'object' && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort()) : inner));
  if (plain(one) !== plain(other)) throw new Error('the two answers differ in content');
}

async function load(ask, alliances) {
  const times = [];
  const end = performance.now() + SECONDS * 1_000;
  let next = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < end) {
        const from = performance.now();
        await ask(alliances[next++ % alliances.length]);
        times.push(performance.now() - from);
      }
    }),
  );
  times.sort((one, other) => one - other);
  return { perSecond: times.length / SECONDS, p50: times[Math.floor(times.length / 2)], p95: times[Math.floor(times.length * 0.95)] };
}

// How many statements the server runs for one page, counted by PostgreSQL itself.
async function statements(client, ask, alliances) {
  const count = async () => Number((await client.query('select xact_commit as n from pg_stat_database where datname = current_database()')).rows[0].n);
  await client.query('select pg_stat_force_next_flush()').catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  const before = await count();
  for (let n = 0; n < 100; n++) await ask(alliances[n]);
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  return Math.round((await count()) - before) / 100;
}

function report(results, perPage) {
  const median = (list) => [...list].sort((one, other) => one - other)[Math.floor(list.length / 2)];
  for (const [name, rounds] of Object.entries(results)) {
    const row = ['perSecond', 'p50', 'p95'].map((key) => `${key} ${median(rounds.map((round) => round[key])).toFixed(1)}`);
    process.stdout.write(`${name.padEnd(8)} ${row.join('  ')}\n`);
  }
  const ratios = results.graphql.map((round, n) => round.perSecond / results.raw[n].perSecond);
  process.stdout.write(`ratio graphql/raw, median of ${ratios.length} rounds: ${median(ratios).toFixed(2)} (${ratios.map((ratio) => ratio.toFixed(2)).join(' ')})\n`);
  process.stdout.write(`statements per page: about ${perPage}\n`);
}

if (process.argv[1] === new URL(import.meta.url).pathname) await bench();
