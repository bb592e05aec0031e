import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Asking } from '../core/asking.js';
import { Refused } from '../core/refusal.js';
import { asAttachment } from './fileName.js';
import { formats, type Files } from './files.js';
import type { Signing } from './signing.js';

/** What the door to files stands on. */
export interface ExportDoors {
  readonly asks: (request: FastifyRequest, reply: FastifyReply) => Promise<Asking>;
  readonly files: Files;
  readonly signing: Signing;
}

/** GET /export/FRAMING.FORMAT?language=sv|en gives a framing as a file to whoever may read it; GET /export/keys what our files are checked with. */
export function exportDoors(server: FastifyInstance, doors: ExportDoors): void {
  server.get('/export/keys', async (_request, reply) => reply.header('cache-control', 'no-cache').send({ keys: await doors.signing.keys() }));

  server.get<{ Params: { file: string }; Querystring: { language?: string } }>('/export/:file', async (request, reply) => {
    const [framingId = '', extension = '', ...more] = request.params.file.split('.');
    const format = formats.find((one) => one === extension);
    if (format === undefined || more.length > 0) throw new Refused('not-found', 'R3');
    const asking = await doors.asks(request, reply);
    const { language } = request.query;
    const file = await doors.files.of(asking, framingId.toLowerCase(), format, language === 'sv' || language === 'en' ? language : asking.language);
    return reply
      .header('cache-control', 'private, no-store')
      .header('vary', 'cookie')
      .header('content-disposition', asAttachment(file.name, format))
      // Should a browser show it all the same, it is of no origin and runs nothing.
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox")
      .header('cross-origin-resource-policy', 'same-origin')
      .type(file.type)
      .send(typeof file.bytes === 'string' ? file.bytes : Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength));
  });
}
