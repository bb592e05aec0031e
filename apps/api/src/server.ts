import fastifyCookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { AppModule } from './app.module.js';
import { bringingDoors } from './bringing/doors.js';
import { contributionDoors } from './contribution/doors.js';
import { Database } from './core/database.js';
import { graphiql } from './core/graphiql.js';
import { guard } from './core/guard.js';
import { health, type Leaving } from './core/health.js';
import { logOf } from './core/log.js';
import { pages } from './core/pages.js';
import { checkRole } from './core/role.js';
import type { Settings } from './core/settings.js';
import { Examples } from './examples/load.js';
import { exportDoors } from './export/doors.js';
import { ledgerDoors } from './ledger/doors.js';
import { mydataDoors } from './mydata/doors.js';
import { organisationDoors } from './session/organisation.doors.js';
import { Writing } from './writing/writing.js';

/** A server that listens, and how to end it in order. */
export interface Serving {
  readonly url: string;
  readonly app: NestFastifyApplication;
  close(): Promise<void>;
}

// Refusals and pages are answered by our own handlers, for every path; Nest would put its own over them.
class OurAdapter extends FastifyAdapter {
  override setNotFoundHandler(): never {
    return undefined as never;
  }

  override setErrorHandler(): never {
    return undefined as never;
  }
}

/** Starts the API with the web beside it on one port. */
export async function serve(settings: Settings): Promise<Serving> {
  const log = logOf(settings);
  const adapter = new OurAdapter({
    bodyLimit: 512 * 1024,
    // One step only: what came before our own proxy could have been written by anybody.
    trustProxy: settings.trustProxy ? (_address: string, hop: number) => hop === 0 : false,
    // A picture of ten megabytes from a slow phone takes minutes; who dawdles with the headers is still closed after ten seconds.
    requestTimeout: 300_000,
    forceCloseConnections: true,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 1_000 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings), adapter, { logger: false, abortOnError: false });
  await checkRole(app.get(Database)).catch(async (error: unknown) => {
    await app.close();
    throw error;
  });
  const server = adapter.getInstance() as unknown as FastifyInstance;
  const state: Leaving = { leaving: false };
  await server.register(fastifyCookie as never);
  guard(server, settings, log);
  graphiql(server, settings);
  health(server, app.get(Database), state);
  await contributionDoors(server, app, settings);
  exportDoors(server, app, settings);
  ledgerDoors(server, app, settings);
  mydataDoors(server, app, settings);
  await bringingDoors(server, app, settings);
  organisationDoors(server, app, settings);
  await pages(server);
  await app.init();
  app.get(Writing).attach(app.getHttpServer() as never);
  await app.get(Examples).load();
  await app.listen(settings.port, settings.host);
  const address = app.getHttpServer().address() as { port: number };
  return {
    url: `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${address.port}`,
    app,
    close: async () => {
      state.leaving = true;
      await app.get(Writing).close();
      await app.close();
    },
  };
}
