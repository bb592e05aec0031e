import pg from 'pg';

/**
 * How many statements something that is read takes. It is read three times, and the least counts: what the server's clocks
 * ask for meanwhile is counted along, and is nobody's.
 */
export async function statementsDuring(read: () => Promise<unknown>): Promise<number> {
  const counts: number[] = [];
  while (counts.length < 3) counts.push(await once(read));
  return Math.min(...counts);
}

/** How many statements reach PostgreSQL from this process while something is done. */
async function once(work: () => Promise<unknown>): Promise<number> {
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const original = prototype.query;
  let count = 0;
  prototype.query = function (this: unknown, ...args: unknown[]) {
    count += 1;
    return original.apply(this, args);
  };
  try {
    await work();
  } finally {
    prototype.query = original;
  }
  return count;
}
