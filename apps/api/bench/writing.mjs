import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { migrate } from '../../../scripts/migrate.mjs';
import { startPostgres } from '../../../scripts/postgres/start.mjs';
import { aFolder } from './folder.mjs';
import { fanOut, perSecond } from './writing/fan-out.mjs';
import { inserting } from './writing/inserting.mjs';
import { aServer } from './writing/server.mjs';

// From keystroke to the others with 10, 50 and 200 in one framing: storing first, the same server without storage, and a bare socket
// server, in turns in one run; and with two processes on one database. What is lost when things die is measured by `loss`.
const rounds = Number(process.env.ROUNDS ?? 5);
const seconds = Number(process.env.SECONDS ?? 4);
const sizes = (process.env.PEOPLE ?? '10,50,200').split(',').map(Number);
/** Storing against the same server without, and against a bare one. */
const goals = { 10: [1.5, 3], 50: [1.5, 2], 200: [1.5, 2] };
const median = (list) => [...list].sort((one, other) => one - other)[Math.floor(list.length / 2)];
// The writers and the database share these cores with the server: the load before each size is told, and what the server takes of the processor.
const load = () => loadavg()[0].toFixed(1);
const entry = (name) => fileURLToPath(new URL(`writing/${name}.mjs`, import.meta.url));

console.log(`load ${load()} on ${cpus().length} cores${loadavg()[0] > 1.5 ? '; above 1.5 the ratios say little' : ''}`);
const folder = aFolder();
const database = await startPostgres({ dataDir: folder.path });
const all = [];
const query = async (url, sql) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
};
try {
  await migrate(database.url);
  const start = async (given, url = database.url) => {
    const server = await aServer(url, given);
    all.push(server);
    return server;
  };
  // Each on a database of its own: while there is another process on it, that one is told of what is written.
  const apart = new URL(database.url);
  apart.pathname += '_apart';
  await query(database.url, `create database "${apart.pathname.slice(1)}"`);
  await migrate(apart.href);
  const bare = [await start(entry('bare'))];
  const without = [await start(entry('without-storage'), apart.href)];
  // As files, like the one without storage: the bundle would be another program.
  const storing = [await start(fileURLToPath(new URL('../dist/main.js', import.meta.url)))];
  let everyWord = true;
  const turn = async (figures, kinds, people, round) => {
    for (const name of round % 2 === 0 ? Object.keys(kinds) : Object.keys(kinds).reverse()) {
      const figure = await fanOut(kinds[name], name === 'without' ? apart.href : database.url, people, seconds, { isBare: name === 'bare' });
      (figures[name] ??= []).push(figure);
      everyWord &&= figure.got === figure.expected;
    }
  };
  for (const servers of [bare, without, storing]) await fanOut(servers, servers === without ? apart.href : database.url, 50, 2, { isBare: servers === bare });
  for (const people of sizes) {
    const [figures, before, inserts] = [{}, load(), []];
    for (let round = 0; round < rounds; round += 1) {
      await turn(figures, { bare, without, storing }, people, round);
      inserts.push(await inserting(database.url, people * (perSecond[people] ?? 1), seconds));
    }
    const of = (name, what) => median(figures[name].map((figure) => figure[what]));
    const [same, plain] = goals[people] ?? goals[50];
    for (const name of ['bare', 'without', 'storing']) {
      console.log(`${String(people).padStart(3)} ${name.padEnd(8)} p50 ${of(name, 'p50').toFixed(2)} ms, p95 ${of(name, 'p95').toFixed(2)}; server ${of(name, 'cpu').toFixed(2)} ms of the processor per edit (p50 by round: ${figures[name].map(({ p50 }) => p50.toFixed(2)).join(' ')})`);
    }
    console.log(`    storing/without ${(of('storing', 'p50') / of('without', 'p50')).toFixed(2)}, goal ≤ ${same}; storing/bare ${(of('storing', 'p50') / of('bare', 'p50')).toFixed(2)}, goal ≤ ${plain}; load ${before} before, ${load()} after`);
    // Where storing is what the server takes without, and an insert: at most `same` times the one and `plain` times the bare one.
    const [insert, reach] = [median(inserts), ((plain * of('bare', 'p50')) * (same - 1)) / same];
    console.log(`    a bare committed insert at that pace ${insert.toFixed(2)} ms; both goals can be reached, edit by edit, where it takes ≤ ${reach.toFixed(2)}`);
  }
  const two = [storing[0], await start()];
  const figures = {};
  for (let round = 0; round < rounds; round += 1) await turn(figures, { storing, two }, 50, round);
  const of = (name, what) => median(figures[name].map((figure) => figure[what]));
  console.log(` 50 at two processes: p50 ${of('two', 'p50').toFixed(2)} ms (p95 ${of('two', 'p95').toFixed(2)}) to those at the same, ${of('two', 'elsewhere').toFixed(2)} (${of('two', 'elsewhere95').toFixed(2)}) to those at the other; all at one ${of('storing', 'p50').toFixed(2)} (${of('storing', 'p95').toFixed(2)}); ${of('two', 'cpu').toFixed(2)} and ${of('storing', 'cpu').toFixed(2)} ms of the processor per edit; load ${load()}`);
  console.log(`every word at every socket: ${everyWord ? 'yes' : 'no'}`);
  if (!everyWord) process.exitCode = 1;
} finally {
  for (const server of all) await server.kill();
  await database.stop();
  folder.remove();
}
