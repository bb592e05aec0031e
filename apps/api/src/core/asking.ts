import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { deviceFrom } from '@samsyn/domain/session/device';
import type { Language } from '@samsyn/domain/shared/refusals';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Gather } from './gather.js';

/** Who asks, in which language: the context of one request. */
export interface Asking {
  readonly actorId: string | null;
  readonly sessionId: string | null;
  readonly language: Language;
  readonly gather: Gather;
  /** The cookies that came along. */
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** Where the request came from, for rate limits only; never stored, never logged. */
  readonly from: string;
  /** Roughly what they sit at, in words of our own [E2]. */
  readonly device: string;
  setCookie(name: string, value: string, seconds: number): void;
  clearCookie(name: string): void;
}

/** The asking of a resolver. */
export const Asks = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Asking => GqlExecutionContext.create(context).getContext<Asking>(),
);

/** The asking of an HTTP request that has one. */
export function askingOf(request: FastifyRequest, reply: FastifyReply, who: { actorId: string; sessionId: string } | null, secure: boolean): Asking {
  return {
    actorId: who?.actorId ?? null,
    sessionId: who?.sessionId ?? null,
    language: languageOf(request),
    gather: new Gather(),
    cookies: request.cookies,
    from: request.ip,
    device: deviceFrom(request.headers['user-agent']),
    setCookie: (name, value, seconds) =>
      void reply.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: seconds }),
    clearCookie: (name) => void reply.clearCookie(name, { path: '/' }),
  };
}

/** The reader's language: what they chose, else the first of ours their browser asks for, else Swedish. */
export function languageOf(request: FastifyRequest): Language {
  const chosen = request.headers['x-language'] ?? request.cookies['language'];
  if (chosen === 'sv' || chosen === 'en') return chosen;
  for (const part of (request.headers['accept-language'] ?? '').toLowerCase().split(',')) {
    if (part.trim().startsWith('sv')) return 'sv';
    if (part.trim().startsWith('en')) return 'en';
  }
  return 'sv';
}
