import type { FastifyInstance } from 'fastify';
import type { Database } from './database.js';

/** Whether the process is on its way out; then it is not ready any more, but still lives. */
export interface Leaving {
  leaving: boolean;
}

/** /livez: the process answers. /readyz: the database answers within a second and we are not leaving [S3]. */
export function health(server: FastifyInstance, database: Database, state: Leaving): void {
  server.get('/livez', async (_request, reply) => reply.header('cache-control', 'no-store').send({ lives: true }));
  server.get('/readyz', async (_request, reply) => {
    const ready = !state.leaving && (await answers(database));
    return reply.code(ready ? 200 : 503).header('cache-control', 'no-store').send({ ready });
  });
}

async function answers(database: Database): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), 1_000);
  });
  const asked = database.pool.query('select 1').then(
    () => true,
    () => false,
  );
  const answer = await Promise.race([asked, late]);
  clearTimeout(timer);
  return answer;
}
