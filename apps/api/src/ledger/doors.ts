import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { askingOf } from '../core/asking.js';
import { Database } from '../core/database.js';
import { isSecure, type Settings } from '../core/settings.js';
import { SessionStore } from '../session/session.store.js';
import { ledgerDoors as open } from './ledger.http.js';
import { CheckingStore } from './checking.store.js';

/** The doors of this slice that are not GraphQL. */
export function ledgerDoors(server: FastifyInstance, app: NestFastifyApplication, settings: Settings): void {
  const sessions = app.get(SessionStore, { strict: false });
  const asks = async (request: FastifyRequest, reply: FastifyReply) => askingOf(request, reply, await sessions.of(request.headers.cookie), isSecure(settings));
  open(server, { asks, database: app.get(Database, { strict: false }), store: app.get(CheckingStore, { strict: false }) });
}
