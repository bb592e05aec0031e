import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ImportStore } from '../contribution/import.store.js';
import { MediaRows } from '../contribution/media.rows.store.js';
import { MediaStore } from '../contribution/media.store.js';
import { askingOf } from '../core/asking.js';
import { Writer } from '../core/change.js';
import { Database } from '../core/database.js';
import { isSecure, type Settings } from '../core/settings.js';
import { SessionStore } from '../session/session.store.js';
import { bringingDoor } from './bringing.http.js';
import { BringingStore } from './bringing.store.js';
import { Records } from './records.js';

/** The door of this slice that is not GraphQL. Bodies come as streams here, whatever they are called. */
export async function bringingDoors(server: FastifyInstance, app: NestFastifyApplication, settings: Settings): Promise<void> {
  const sessions = app.get(SessionStore, { strict: false });
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    bringingDoor(scope, {
      asks: async (request: FastifyRequest, reply: FastifyReply) => askingOf(request, reply, await sessions.of(request.headers.cookie), isSecure(settings)),
      bringings: app.get(BringingStore, { strict: false }),
      records: app.get(Records, { strict: false }),
      imports: app.get(ImportStore, { strict: false }),
      rows: app.get(MediaRows, { strict: false }),
      media: app.get(MediaStore, { strict: false }),
      writer: app.get(Writer, { strict: false }),
      database: app.get(Database, { strict: false }),
    });
  });
}
