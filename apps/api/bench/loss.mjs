import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { migrate } from '../../../scripts/migrate.mjs';
import { freePort, startPostgres } from '../../../scripts/postgres/start.mjs';
import { aFolder } from './folder.mjs';
import { converging } from './writing/converging.mjs';
import { killing } from './writing/killing.mjs';
import { aServer } from './writing/server.mjs';

// What is lost when things die while eight write: the API a hundred times, PostgreSQL twenty times, and lines that break.
const kills = Number(process.env.KILLS ?? 100);
const ends = Number(process.env.ENDS ?? 20);
const runs = Number(process.env.RUNS ?? 100);
const tell = process.argv.includes('--tell') ? (line) => console.log(`  ${line}`) : undefined;
const median = (list) => Math.round([...list].sort((one, other) => one - other)[Math.floor(list.length / 2)] ?? 0);

console.log(`load ${loadavg()[0].toFixed(1)} on ${cpus().length} cores`);
const folder = aFolder();
const port = await freePort();
let database = await startPostgres({ dataDir: folder.path, port });
let isWell = true;
const report = (what, { acknowledged, lost, doubled, unequal, ms }) => {
  isWell &&= lost + doubled + unequal === 0;
  console.log(`${what} while 8 write: ${acknowledged} acknowledged; lost ${lost}, doubled ${doubled}, unequal ${unequal}; goal 0; a reader has the text again after ${median(ms)} ms`);
};
/** The postmaster and all it has begun, at once. */
const end = async () => {
  const children = readFileSync(`/proc/${database.pid}/task/${database.pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  for (const pid of [database.pid, ...children]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has gone with the one before.
    }
  }
  await database.ended;
  await database.stop().catch(() => undefined);
};
try {
  await migrate(database.url);
  if (kills > 0) report(`${kills} × kill -9 of the API`, await killing(database.url, kills, { tell }));
  if (ends > 0) report(`${ends} × kill -9 of PostgreSQL`, await killing(database.url, ends, { tell, kill: { end, back: async () => void (database = await startPostgres({ dataDir: folder.path, port })) } }));
  if (runs > 0) {
    const servers = await Promise.all([aServer(database.url), aServer(database.url)]);
    const { equal, written, cuts, lost, doubled } = await converging(servers.map(({ url }) => url), database.url, runs, tell);
    for (const server of servers) await server.kill();
    isWell &&= equal === runs && lost + doubled === 0;
    console.log(`${runs} runs of 8 over slow, dripping, breaking lines to two processes: all equal in ${equal}; ${written} written, ${cuts} cuts; lost ${lost}, doubled ${doubled}; goal 0`);
  }
  if (!isWell) process.exitCode = 1;
} finally {
  await database.stop();
  folder.remove();
}
