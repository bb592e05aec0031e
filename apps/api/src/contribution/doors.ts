import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { askingOf } from '../core/asking.js';
import { Writer } from '../core/change.js';
import { Database } from '../core/database.js';
import { isSecure, type Settings } from '../core/settings.js';
import { FramingStore } from '../framing/framing.store.js';
import { SessionStore } from '../session/session.store.js';
import { balanceDoors } from './balance.http.js';
import { BalanceStore } from './balance.store.js';
import { importDoors } from './import.http.js';
import { ImportStore } from './import.store.js';
import { mediaDoors } from './media.http.js';
import { MediaRows } from './media.rows.store.js';
import { MediaStore } from './media.store.js';

/** The doors of this slice that are not GraphQL: files in, files out. Bodies come as streams here, whatever they are called. */
export async function contributionDoors(server: FastifyInstance, app: NestFastifyApplication, settings: Settings): Promise<void> {
  const sessions = app.get(SessionStore, { strict: false });
  const asks = async (request: FastifyRequest, reply: FastifyReply) =>
    askingOf(request, reply, await sessions.of(request.headers.cookie), isSecure(settings));
  const common = { asks, writer: app.get(Writer, { strict: false }), database: app.get(Database, { strict: false }) };
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    mediaDoors(scope, { ...common, rows: app.get(MediaRows, { strict: false }), media: app.get(MediaStore, { strict: false }) });
    importDoors(scope, { ...common, imports: app.get(ImportStore, { strict: false }) });
    balanceDoors(scope, { ...common, balances: app.get(BalanceStore, { strict: false }), framings: app.get(FramingStore, { strict: false }) });
  });
}
