import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate } from '../../../scripts/migrate.mjs';
import { startPostgres } from '../../../scripts/postgres/start.mjs';
import { fanOut } from './writing/fan-out.mjs';
import { killing } from './writing/killing.mjs';
import { aServer } from './writing/server.mjs';

// Fifty people in one framing, with and without storage in turns in one run; then kill -9 while eight write.
const rounds = Number(process.env.ROUNDS ?? 7);
const seconds = Number(process.env.SECONDS ?? 4);
const kills = Number(process.env.KILLS ?? 20);
const median = (list) => [...list].sort((one, other) => one - other)[Math.floor(list.length / 2)];

console.log(`load ${loadavg()[0].toFixed(1)} on ${cpus().length} cores`);
// Not a throwaway one: a database that does not wait for the disk would flatter the figure.
const folder = mkdtempSync(join(tmpdir(), 'samsyn-bench-'));
const database = await startPostgres({ dataDir: folder });
try {
  await migrate(database.url);
  const servers = { storing: await aServer(database.url), without: await aServer(database.url, fileURLToPath(new URL('writing/without-storage.mjs', import.meta.url))) };
  const figures = { storing: [], without: [] };
  let deliveries = true;
  for (const { url } of Object.values(servers)) await fanOut(url, database.url, 2);
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? ['storing', 'without'] : ['without', 'storing']) {
      const figure = await fanOut(servers[name].url, database.url, seconds);
      figures[name].push(figure);
      deliveries &&= figure.got === figure.expected;
    }
  }
  for (const server of Object.values(servers)) await server.kill();
  for (const [name, list] of Object.entries(figures)) {
    console.log(`${name.padEnd(8)} p50 ${median(list.map(({ p50 }) => p50)).toFixed(2)} ms, p95 ${median(list.map(({ p95 }) => p95)).toFixed(2)} ms (p50 by round: ${list.map(({ p50 }) => p50.toFixed(2)).join(' ')})`);
  }
  const ratio = median(figures.storing.map(({ p50 }) => p50)) / median(figures.without.map(({ p50 }) => p50));
  console.log(`ratio storing/without ${ratio.toFixed(2)}; goal ≤ 1.5; every word on every screen: ${deliveries ? 'yes' : 'no'}`);
  if (!deliveries) process.exitCode = 1;
} finally {
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
