import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { MediaStore } from '../contribution/media.store.js';
import { askingOf } from '../core/asking.js';
import { isSecure, type Settings } from '../core/settings.js';
import { Haste } from '../session/haste.js';
import { SessionStore } from '../session/session.store.js';
import { mydataDoors as open } from './mydata.http.js';
import { MyDataStore } from './mydata.store.js';
import { Taking } from './taking.js';

/** The doors of this slice that are not GraphQL. */
export function mydataDoors(server: FastifyInstance, app: NestFastifyApplication, settings: Settings): void {
  const sessions = app.get(SessionStore, { strict: false });
  const asks = async (request: FastifyRequest, reply: FastifyReply) => askingOf(request, reply, await sessions.of(request.headers.cookie), isSecure(settings));
  const get = <T>(what: abstract new (...given: never[]) => T): T => app.get(what as never, { strict: false });
  open(server, { asks, taking: get(Taking), store: get(MyDataStore), media: get(MediaStore), haste: get(Haste) });
}
