import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { MediaStore } from '../contribution/media.store.js';
import type { Asking } from '../core/asking.js';
import { Refused } from '../core/refusal.js';
import type { Haste } from '../session/haste.js';
import { asHtml } from './asHtml.js';
import { asZip, type Entry } from './asZip.js';
import type { MyDataStore } from './mydata.store.js';
import { asJson, type Taking } from './taking.js';

/** What the door to one's own data stands on. */
export interface MyDataDoors {
  readonly asks: (request: FastifyRequest, reply: FastifyReply) => Promise<Asking>;
  readonly taking: Taking;
  readonly store: MyDataStore;
  readonly media: MediaStore;
  readonly haste: Haste;
}

const types = { json: 'application/json; charset=utf-8', html: 'text/html; charset=utf-8', zip: 'application/zip' } as const;

/** GET /mine/everything.zip, .json or .html?language=sv|en gives whoever asks everything that is kept about them, and nobody else's [U1]. */
export function mydataDoors(server: FastifyInstance, doors: MyDataDoors): void {
  server.get<{ Params: { file: string }; Querystring: { language?: string } }>('/mine/:file', async (request, reply) => {
    const extension = /^everything\.(zip|json|html)$/.exec(request.params.file)?.[1] as keyof typeof types | undefined;
    if (extension === undefined) throw new Refused('not-found', 'R3');
    const asking = await doors.asks(request, reply);
    const { actorId } = asking;
    if (actorId === null) throw new Refused('session/none', 'U1');
    await doors.haste.count('mine', actorId);
    const language = request.query.language === 'sv' || request.query.language === 'en' ? request.query.language : asking.language;
    const json = (): AsyncIterable<string> => asJson(doors.taking.head(), doors.taking.parts(actorId));
    const html = (): AsyncIterable<string> => asHtml(doors.taking.head(), doors.taking.parts(actorId), language);
    const name = language === 'sv' ? 'allt-om-mig' : 'everything-about-me';
    const bytes = { json, html, zip: () => asZip(entries(doors, actorId, name, json, html)) }[extension]();
    return reply
      .header('cache-control', 'private, no-store')
      .header('vary', 'cookie')
      .header('content-disposition', `attachment; filename="${name}.${extension}"`)
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
      .header('cross-origin-resource-policy', 'same-origin')
      .type(types[extension])
      .send(Readable.from(bytes, { objectMode: false }));
  });
}

async function* entries({ store, media }: MyDataDoors, actorId: string, name: string, json: () => AsyncIterable<string>, html: () => AsyncIterable<string>): AsyncGenerator<Entry> {
  yield { name: `${name}.html`, packed: true, bytes: html() };
  yield { name: `${name}.json`, packed: true, bytes: json() };
  for (const { id, mime } of await store.files(actorId)) {
    const bytes = await media.take(id);
    if (bytes !== null) yield { name: `files/${id}.${/^[a-z]+\/([a-z0-9]+)/.exec(mime)?.[1] ?? 'bin'}`, packed: false, bytes: once(bytes) };
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
