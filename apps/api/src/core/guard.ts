import { sentence, type RefusalCode } from '@samsyn/domain/shared/refusals';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { languageOf } from './asking.js';
import { translateEarly } from './errors.js';
import { Refused, statusOf } from './refusal.js';
import type { Settings } from './settings.js';

const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join('; ');

/** Headers on every answer, no request from another origin that changes anything, and refusals instead of error pages. */
export function guard(server: FastifyInstance, settings: Settings, log: Logger): void {
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'same-origin');
    reply.header('content-security-policy', policy);
    reply.header('cross-origin-opener-policy', 'same-origin');
    reply.header('permissions-policy', 'camera=(self), microphone=(self), geolocation=()');
    if (!isOwnOrigin(request.headers.origin, request.headers.host, settings.publicUrl) && request.method !== 'GET' && request.method !== 'HEAD') {
      return refuseWith(request, reply, new Refused('request/origin', 'G4'));
    }
    return undefined;
  });
  server.addHook('onSend', async (request, reply, payload) =>
    reply.statusCode === 400 && typeof payload === 'string' && request.url.startsWith('/graphql') ? translateEarly(payload, languageOf(request)) : payload,
  );
  server.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    if (error instanceof Refused) return refuseWith(request, reply, error);
    const status = error.statusCode ?? 500;
    if (status === 413) return refuseWith(request, reply, new Refused('request/too-large', 'G4'), 413);
    if (status >= 400 && status < 500) return refuseWith(request, reply, new Refused('request/wrong', 'G4'), status);
    log.error({ fault: { name: error.name, at: error.stack?.split('\n').slice(1, 6) } }, 'fault');
    return refuseWith(request, reply, new Refused('fault'), 500);
  });
}

/** Is a request of our own pages? A request without an Origin comes from no page at all. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined, publicUrl: string): boolean {
  if (origin === undefined) return true;
  if (origin === new URL(publicUrl).origin) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}

/** A refusal as an HTTP answer. */
export function refuseWith(request: FastifyRequest, reply: FastifyReply, refused: Refused, status = statusOf(refused.code)): FastifyReply {
  const code: RefusalCode = refused.code;
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message: sentence(code, languageOf(request), refused.about), extensions: { code, ...(refused.rule ? { rule: refused.rule } : {}), with: refused.about } }] });
}
