import pg from 'pg';

/**
 * What the disk and the way to PostgreSQL cost at a pace: a row of forty bytes into a table without an index, committed, one
 * at a time. Gives the median in milliseconds. No server that commits before it sends can take less than this beside its own work.
 */
export async function inserting(databaseUrl, perSecond, seconds) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('create table if not exists bench_row (bytes bytea)');
    const took = [];
    for (const end = performance.now() + seconds * 1_000; performance.now() < end; ) {
      await new Promise((resolve) => setTimeout(resolve, 1_000 / perSecond));
      const from = performance.now();
      await client.query({ name: 'bench_row', text: 'insert into bench_row values ($1)', values: [Buffer.alloc(40)] });
      took.push(performance.now() - from);
    }
    return took.sort((one, other) => one - other)[Math.floor(took.length / 2)];
  } finally {
    await client.end();
  }
}
