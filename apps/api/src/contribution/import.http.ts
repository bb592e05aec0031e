import { limits } from '@samsyn/domain/shared/limits';
import { asName } from '@samsyn/domain/shared/text';
import { may, whyNot } from '@samsyn/domain/rights/rights';
import { isRefusal } from '@samsyn/domain/shared/refusal';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Asking } from '../core/asking.js';
import type { Writer } from '../core/change.js';
import type { Database } from '../core/database.js';
import { must, Refused } from '../core/refusal.js';
import { isId, placeIn } from '../core/standing.js';
import { one } from './address.js';
import { readBody } from './body.js';
import { readSheet } from './import.file.js';
import type { ImportStore } from './import.store.js';

/** What the door for spreadsheets stands on. */
export interface ImportDoors {
  readonly asks: (request: FastifyRequest, reply: FastifyReply) => Promise<Asking>;
  readonly imports: ImportStore;
  readonly writer: Writer;
  readonly database: Database;
}

type Query = { alliance?: string; framing?: string; name?: string };

/** POST /imports?alliance=ID[&framing=ID][&name=NAME] with a CSV file as body: a run to look at before it is started. */
export function importDoors(server: FastifyInstance, doors: ImportDoors): void {
  server.post<{ Querystring: Query }>('/imports', async (request, reply) => {
    const asking = await doors.asks(request, reply);
    const { alliance: allianceId = '', framing } = request.query;
    const framingId = framing ? framing : null;
    await mayImport(doors, asking, allianceId, framingId);
    const tooLarge = () => new Refused('import/too-large', 'C6', { max: limits.importMegabytes });
    const file = await readBody(request, limits.importMegabytes * 1024 * 1024, tooLarge);
    const sheet = must(await readSheet(file));
    const run = { allianceId, framingId, importedById: asking.actorId, fileName: fileName(request), file };
    const id = await doors.writer.change(asking, {
      verb: 'alliance.import',
      load: async (tx) => {
        const visibility = await doors.imports.visibilityOf(tx, allianceId, framingId);
        return visibility && { allianceId, thing: { visibility } };
      },
      save: (tx, _loaded, _decided, at) => doors.imports.add(tx, at, run, sheet),
      // Nothing has come in yet.
      note: () => [],
    });
    return reply.code(201).header('cache-control', 'no-store').send({ id });
  });
}

async function mayImport(doors: ImportDoors, asking: Asking, allianceId: string, framingId: string | null): Promise<void> {
  if (asking.actorId === null) throw new Refused('session/none', 'C1');
  const place = isId(allianceId) && (framingId === null || isId(framingId)) ? await placeIn(doors.database, asking, allianceId) : null;
  if (place === null || !may('alliance.read', place.standing, place.thing)) throw new Refused('not-found', 'R3');
  const code = whyNot('alliance.import', place.standing, place.thing);
  if (code !== null) throw new Refused(code, 'C1');
}

/** What the file is called, from the address or from a header that holds it percent-encoded. */
function fileName(request: FastifyRequest<{ Querystring: Query }>): string {
  const header = request.headers['x-file-name'];
  const given = one(request.query.name) ?? decoded(typeof header === 'string' ? header : '');
  const name = asName(given.slice(-limits.name), limits.name);
  return isRefusal(name) ? 'import.csv' : name;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
