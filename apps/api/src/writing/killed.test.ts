import { expect, test } from '@jest/globals';
import { anInstallation } from '../../test/installation.js';

interface Server {
  readonly url: string;
  kill(): Promise<unknown>;
}
interface Trials {
  killing(databaseUrl: string, rounds: number): Promise<{ acknowledged: number; lost: number; doubled: number; unequal: number }>;
  converging(urls: string[], databaseUrl: string, runs: number): Promise<{ equal: number; written: number; cuts: number; lost: number; doubled: number }>;
  aServer(databaseUrl: string): Promise<Server>;
}

// PostgreSQL is killed by `npm run bench -- loss`: here all tests share one.
const isLong = process.env['LONG'] === '1';

async function trials(): Promise<Trials> {
  let found = {};
  // One after the other: Jest loses its way where two come at once.
  for (const name of ['killing', 'converging', 'server']) found = { ...found, ...((await import(`../../bench/writing/${name}.mjs`)) as object) };
  return found as Trials;
}

test('[W1] what was acknowledged is there after the server was killed while eight wrote, and nothing is there twice when all have come back', async () => {
  const here = await anInstallation();
  try {
    const { acknowledged, ...wrong } = await (await trials()).killing(here.databaseUrl, isLong ? 100 : 1);
    expect(acknowledged).toBeGreaterThan(isLong ? 5_000 : 50);
    expect(wrong).toMatchObject({ lost: 0, doubled: 0, unequal: 0 });
  } finally {
    await here.close();
  }
}, 1_800_000);

test('[W9] eight who write over slow and breaking lines, now to one process and now to another, all come to read the same', async () => {
  const here = await anInstallation();
  const { aServer, converging } = await trials();
  const servers = await Promise.all([aServer(here.databaseUrl), aServer(here.databaseUrl)]);
  try {
    const runs = isLong ? 100 : 1;
    const { written, cuts, ...came } = await converging(servers.map(({ url }) => url), here.databaseUrl, runs);
    expect(written * cuts).toBeGreaterThan(0);
    expect(came).toMatchObject({ equal: runs, lost: 0, doubled: 0 });
  } finally {
    for (const server of servers) await server.kill();
    await here.close();
  }
}, 1_800_000);
