import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { askingOf } from '../core/asking.js';
import { isSecure, type Settings } from '../core/settings.js';
import { SessionStore } from '../session/session.store.js';
import { exportDoors as open } from './export.http.js';
import { Files } from './files.js';
import { Signing } from './signing.js';

/** The doors of this slice that are not GraphQL. */
export function exportDoors(server: FastifyInstance, app: NestFastifyApplication, settings: Settings): void {
  const sessions = app.get(SessionStore, { strict: false });
  const asks = async (request: FastifyRequest, reply: FastifyReply) => askingOf(request, reply, await sessions.of(request.headers.cookie), isSecure(settings));
  open(server, { asks, files: app.get(Files, { strict: false }), signing: app.get(Signing, { strict: false }) });
}
