import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageOf } from './asking.js';
import { refuseWith } from './guard.js';
import { Refused } from './refusal.js';

const built = join(import.meta.dirname, '../../../web/dist');

/** Serves the built web: files that never change by their name, and one page for every address. */
export async function pages(server: FastifyInstance, folder = built): Promise<void> {
  const index = join(folder, 'index.html');
  if (existsSync(index)) {
    await server.register(fastifyStatic, {
      root: folder,
      index: false,
      wildcard: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.setHeader('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  // What is named like a file and is not there, and the doors for programs, are no pages.
  const isForPrograms = (url: string): boolean => /^\/(graphql|collab|media|imports|export|bring|mine|livez|readyz)\b|^[^?]*\.[a-z0-9]+(\?|$)/i.test(url);
  const page = existsSync(index) ? readFileSync(index, 'utf8') : null;
  server.setNotFoundHandler((request, reply) => {
    // A monitor or a link preview that takes anything is shown the page too; a script that wants JSON is not.
    const wantsPage = (request.method === 'GET' || request.method === 'HEAD') && /text\/html|\*\/\*|^$/.test(request.headers.accept ?? '') && !isForPrograms(request.url);
    if (!wantsPage || page === null) return refuseWith(request, reply, new Refused('not-found', 'R3'));
    // The shell is painted in the reader's language before any script has come.
    const language = languageOf(request);
    return reply.header('cache-control', 'no-cache').header('vary', 'accept-language, cookie').type('text/html; charset=utf-8').send(page.replace('<html lang="sv"', `<html lang="${language}"`));
  });
}
