import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Asking } from '../core/asking.js';
import type { Database } from '../core/database.js';
import { readable } from '../core/standing.js';
import { asFile } from './asFile.js';
import type { CheckingStore } from './checking.store.js';

/** What the door to ledgers stands on. */
export interface LedgerDoors {
  readonly asks: (request: FastifyRequest, reply: FastifyReply) => Promise<Asking>;
  readonly database: Database;
  readonly store: CheckingStore;
}

const script = readFileSync(join(import.meta.dirname, '../../../../scripts/check-ledger.mjs'), 'utf8');

/** GET /ledger/ALLIANCE.json gives a ledger to whoever may read its alliance; GET /ledger/check-ledger.mjs what anyone checks it with. */
export function ledgerDoors(server: FastifyInstance, { asks, database, store }: LedgerDoors): void {
  server.get('/ledger/check-ledger.mjs', async (_request, reply) =>
    reply.header('cache-control', 'no-cache').header('content-disposition', 'attachment; filename="check-ledger.mjs"').type('text/javascript; charset=utf-8').send(script),
  );

  server.get<{ Params: { file: string } }>('/ledger/:file', async (request, reply) => {
    const id = /^(.*)\.json$/.exec(request.params.file)?.[1]?.toLowerCase() ?? '';
    const asking = await asks(request, reply);
    const place = await readable(database, asking, id);
    return reply
      .header('cache-control', 'private, no-store')
      .header('vary', 'cookie')
      .header('content-disposition', `attachment; filename="ledger-${id.slice(0, 8)}.json"`)
      .type('application/json; charset=utf-8')
      .send(Readable.from(asFile(store, id, place.standing === 'TAKES_PART'), { objectMode: false }));
  });
}
