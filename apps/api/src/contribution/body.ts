import { Refused } from '../core/refusal.js';
import type { FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';

/** Reads a body whole, up to so many bytes; more of it is refused before it has come. */
export async function readBody(request: FastifyRequest, most: number, tooLarge: () => Refused): Promise<Uint8Array<ArrayBuffer>> {
  const stated = Number(request.headers['content-length'] ?? 0);
  if (stated > most) throw tooLarge();
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request.body as Readable) {
    size += (part as Buffer).length;
    if (size > most) throw tooLarge();
    parts.push(part as Buffer);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
