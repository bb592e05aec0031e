import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { askingOf } from '../core/asking.js';
import { Refused } from '../core/refusal.js';
import { isSecure, type Settings } from '../core/settings.js';
import { Provider, ProviderAway } from './provider.js';
import { Rounds } from './rounds.js';
import { SessionStore } from './session.store.js';

/** Over to the organisation's sign-in and back. Whatever goes wrong leads to the page where the other doors stand open. */
export function organisationDoors(server: FastifyInstance, app: NestFastifyApplication, settings: Settings): void {
  const sessions = app.get(SessionStore, { strict: false });
  const rounds = app.get(Rounds, { strict: false });
  if (!app.get(Provider, { strict: false }).isThere) return;
  const door = (path: string, to: (request: FastifyRequest, reply: FastifyReply) => Promise<string>) =>
    server.get(path, async (request, reply) => {
      reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
      const where = await to(request, reply).catch((fault: unknown) => {
        if (fault instanceof ProviderAway) return `/sign-in?no=${fault.message === 'discovery' ? 'away' : 'refused'}`;
        if (fault instanceof Refused) return `/sign-in?no=${fault.code === 'request/too-many' ? 'too-many' : 'refused'}`;
        throw fault;
      });
      return reply.redirect(where, 303);
    });
  const asks = async (request: FastifyRequest, reply: FastifyReply) => askingOf(request, reply, await sessions.of(request.headers.cookie), isSecure(settings));
  door('/sign-in/organisation', async (request, reply) => rounds.begin(await asks(request, reply)));
  // The proof goes in the fragment, which no server sees; a press uses it.
  door('/sign-in/organisation/back', async (request, reply) => {
    const query = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '';
    return `/sign-in/enter#${await rounds.end(await asks(request, reply), query)}`;
  });
}
