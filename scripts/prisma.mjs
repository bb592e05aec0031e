import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

// Prisma would download its native schema engine. Making the client does not need it, and any
// executable that is named instead keeps it from asking; migrations have a runner of their own.
const cli = createRequire(import.meta.url).resolve('prisma/build/index.js');
const done = spawnSync(process.execPath, [cli, ...process.argv.slice(2)], {
  cwd: new URL('..', import.meta.url),
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' },
  encoding: 'utf8',
});
if (done.status !== 0) process.stderr.write(`${done.stdout}${done.stderr}`);
process.exit(done.status ?? 1);
