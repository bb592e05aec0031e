import { spawn } from 'node:child_process';
import { startTestDatabase } from '../../../scripts/test-database.mjs';

// From the start of the process to the first page answered, PostgreSQL warm; against a bare
// node:http server started in the same way, in turns in one run.
const ROUNDS = Number(process.env.ROUNDS ?? 7);
const BARE = `require('node:http').createServer((q, r) => r.end('<html>')).listen(Number(process.env.PORT), '127.0.0.1')`;

const database = await startTestDatabase();
const results = { api: [], bare: [] };
try {
  await once('api', ['apps/api/dist/bundle/main.js'], 45_901);
  for (let round = 0; round < ROUNDS; round++) {
    results.api.push(await once('api', ['apps/api/dist/bundle/main.js'], 45_902 + round));
    results.bare.push(await once('bare', ['-e', BARE], 45_952 + round));
  }
} finally {
  await database.stop();
}
const median = (list) => [...list].sort((one, other) => one - other)[Math.floor(list.length / 2)];
for (const [name, times] of Object.entries(results)) console.log(`${name.padEnd(5)} median ${Math.round(median(times))} ms (${times.map(Math.round).join(' ')})`);
console.log(`ratio api/bare ${(median(results.api) / median(results.bare)).toFixed(1)}; goal: api ≤ 1,500 ms`);

async function once(_name, args, port) {
  const env = { ...process.env, DATABASE_URL: database.url, PORT: String(port), SAMSYN_EXAMPLES: 'off', LOG_LEVEL: 'error' };
  const begun = performance.now();
  const child = spawn(process.execPath, args, { cwd: new URL('../../..', import.meta.url), env, stdio: 'ignore' });
  try {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { accept: 'text/html' } }).catch(() => null);
      if (answer?.ok && (await answer.text()).includes('<html')) return performance.now() - begun;
      if (performance.now() - begun > 30_000) throw new Error('no page came; is the web built? npm run build');
      if (child.exitCode !== null) throw new Error('the server ended before it answered');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  } finally {
    child.kill('SIGKILL');
  }
}
