import { limits } from '@samsyn/domain/shared/limits';
import { refuse } from '@samsyn/domain/shared/refusal';
import { asText } from '@samsyn/domain/shared/text';
import { may, whyNot } from '@samsyn/domain/rights/rights';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Asking } from '../core/asking.js';
import type { Writer } from '../core/change.js';
import type { Database } from '../core/database.js';
import { must, Refused } from '../core/refusal.js';
import { sha256 } from '../core/secrets.js';
import { isId, placeIn } from '../core/standing.js';
import { one } from './address.js';
import { readBody } from './body.js';
import { checkMedia, mostBytes } from './media.check.js';
import type { MediaRows, ServedMedia } from './media.rows.store.js';
import type { MediaStore } from './media.store.js';

/** What the media doors stand on. */
export interface MediaDoors {
  readonly asks: (request: FastifyRequest, reply: FastifyReply) => Promise<Asking>;
  readonly rows: MediaRows;
  readonly media: MediaStore;
  readonly writer: Writer;
  readonly database: Database;
}

const mostWaiting = 40;

type Query = { alliance?: string; framing?: string; description?: string; durationMs?: string };

/** POST /media?alliance=ID brings a picture or recording, with &framing=ID a picture for its text; GET /media/ID shows it to whoever may see what it belongs to. */
export function mediaDoors(server: FastifyInstance, doors: MediaDoors): void {
  server.post<{ Querystring: Query }>('/media', async (request, reply) => {
    const asking = await doors.asks(request, reply);
    const allianceId = request.query.alliance ?? '';
    await mayBring(doors, asking, allianceId);
    const bytes = await readBody(request, mostBytes, () => new Refused('media/too-large', 'C8', { max: limits.pictureMegabytes }));
    const stated = Number(request.query.durationMs ?? Number.NaN);
    const description = must(asText(one(request.query.description) ?? '', limits.description, true));
    const checked = must(await checkMedia(bytes, Number.isFinite(stated) && stated >= 0 ? Math.round(stated) : null));
    const framingId = request.query.framing ?? null;
    if (framingId !== null && checked.kind !== 'PICTURE') throw new Refused('media/wrong-kind', 'C8');
    const media = { ...checked, allianceId, framingId, uploadedById: asking.actorId, size: bytes.length, sha256: sha256(bytes), description };
    const id = await doors.writer.change(asking, {
      verb: 'alliance.give',
      load: async (tx) => {
        const visibility = await doors.rows.visibilityOf(tx, allianceId);
        const waiting = framingId === null ? await doors.rows.waiting(tx, asking.actorId) : isId(framingId) ? await doors.rows.inText(tx, allianceId, framingId) : null;
        return visibility === null || waiting === null ? null : { allianceId, thing: { visibility }, waiting };
      },
      // Nobody needs more at once, and nobody can fill the disk.
      decide: ({ waiting }) => (waiting < (framingId === null ? mostWaiting : limits.picturesInText) ? null : refuse('request/too-many', { rule: 'C8' })),
      save: async (tx, _loaded, _decided, at) => {
        const added = await doors.rows.add(tx, at, media);
        await doors.media.put(tx, added, bytes);
        return added;
      },
      // Bringing a file is no act yet; giving something with it is.
      note: () => [],
    });
    const { kind, mime, durationMs } = checked;
    return reply.code(201).header('cache-control', 'no-store').send({ id, url: `/media/${id}`, kind, mime, size: bytes.length, description, durationMs });
  });

  server.get<{ Params: { id: string } }>('/media/:id', async (request, reply) => {
    const asking = await doors.asks(request, reply);
    const media = isId(request.params.id) ? await doors.rows.served(request.params.id) : null;
    if (media === null || !(await maySee(doors, asking, media))) throw new Refused('not-found', 'R3');
    const tag = `"${media.sha256.toString('base64url')}"`;
    reply
      .header('cache-control', 'private, no-cache')
      .header('etag', tag)
      .header('vary', 'cookie')
      .header('content-disposition', 'inline')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cross-origin-resource-policy', 'same-origin')
      .header('accept-ranges', 'bytes')
      .type(media.mime);
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    const bytes = await doors.media.take(media.id);
    if (bytes === null) throw new Refused('not-found', 'R3');
    return sendRange(reply, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), request.headers.range);
  });
}

/** Asked before the body is read, so that a stranger cannot make us read ten megabytes. The act asks again. */
async function mayBring(doors: MediaDoors, asking: Asking, allianceId: string): Promise<void> {
  if (asking.actorId === null) throw new Refused('session/none', 'C1');
  const place = isId(allianceId) ? await placeIn(doors.database, asking, allianceId) : null;
  if (place === null || !may('alliance.read', place.standing, place.thing)) throw new Refused('not-found', 'R3');
  const code = whyNot('alliance.give', place.standing, place.thing);
  if (code !== null) throw new Refused(code, 'C1');
}

/** Who brought it sees it; once it belongs to something, whoever may read that. */
async function maySee(doors: MediaDoors, asking: Asking, media: ServedMedia): Promise<boolean> {
  if (media.contributionId === null && media.framingId === null) return asking.actorId !== null && media.uploadedById === asking.actorId;
  // Of what is hidden, those who take part see it when they ask; of what is put aside nobody does [H1 H3].
  if (media.hiding === 'ASIDE') return false;
  if (asking.actorId !== null && [...media.authorIds, media.writtenDownById].includes(asking.actorId)) return true;
  const place = await placeIn(doors.database, asking, media.allianceId);
  if (media.hiding !== null) return place?.standing === 'TAKES_PART';
  return place !== null && may(media.framingId === null ? 'contribution.read' : 'framing.read', place.standing, place.thing);
}

/** One range, as players ask for when one jumps in a recording; anything else gets the whole. */
function sendRange(reply: FastifyReply, bytes: Buffer, asked: string | undefined): FastifyReply {
  const range = /^bytes=(\d*)-(\d*)$/.exec(asked ?? '');
  if (range === null || (range[1] === '' && range[2] === '')) return reply.send(bytes);
  const from = range[1] === '' ? Math.max(0, bytes.length - Number(range[2])) : Number(range[1]);
  const to = range[1] === '' || range[2] === '' ? bytes.length - 1 : Math.min(bytes.length - 1, Number(range[2]));
  if (from > to || from >= bytes.length) return reply.code(416).header('content-range', `bytes */${bytes.length}`).send();
  return reply.code(206).header('content-range', `bytes ${from}-${to}/${bytes.length}`).send(bytes.subarray(from, to + 1));
}
