import 'reflect-metadata';
import type { Capacity } from '@samsyn/domain/shared/enums';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { randomToken, sha256 } from '../src/core/secrets.js';
import { readSettings, type Settings } from '../src/core/settings.js';
import { serve } from '../src/server.js';

/** What GraphQL answers. */
export interface Answer {
  data: any;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string; rule?: string; with?: Record<string, unknown>; detail?: string } }[];
}

/** Somebody at their own browser. */
export interface Somebody {
  readonly id: string | null;
  readonly name: string;
  readonly capacity: Capacity | null;
  cookie: string;
  /** Asks and gets data and errors. */
  ask(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer>;
  /** Asks and gets the data; an error fails the test. */
  asks(query: string, variables?: Record<string, unknown>): Promise<any>;
  fetch(path: string, init?: RequestInit): Promise<Response>;
}

/** A running API with a database of its own. */
export interface Installation {
  readonly url: string;
  readonly databaseUrl: string;
  readonly db: pg.Pool;
  readonly settings: Settings;
  readonly app: Awaited<ReturnType<typeof serve>>['app'];
  readonly people: {
    aResident(name?: string): Promise<Somebody>;
    anOfficial(name?: string): Promise<Somebody>;
    aResearcher(name?: string): Promise<Somebody>;
    nobody(): Somebody;
  };
  close(): Promise<void>;
}

/** Starts an installation on a copy of the migrated template database. */
export async function anInstallation(given: Partial<Settings> = {}): Promise<Installation> {
  const template = new URL(process.env['SAMSYN_TEST_PG'] ?? '');
  const name = `test_${randomToken().slice(0, 12).replace(/[^a-z0-9]/gi, '').toLowerCase()}_${process.pid}`;
  await inDatabase(template, 'postgres', `create database ${name} template ${template.pathname.slice(1)}`);
  const databaseUrl = at(template, name);
  const settings: Settings = { ...readSettings({}).settings, logLevel: 'error', examples: false, ...given, databaseUrl, port: 0, host: '127.0.0.1' };
  const serving = await serve(settings);
  const db = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  db.on('error', () => undefined);
  const person = (capacity: Capacity, fallback: string) => async (called = fallback) => {
    const { rows } = await db.query(`insert into actor (kind, name) values ('PERSON', $1) returning id`, [called]);
    const token = randomToken();
    await db.query(`insert into session (token_hash, actor_id, expires_at) values ($1, $2, now() + interval '1 day')`, [Buffer.from(sha256(token)), rows[0].id]);
    return somebody(serving.url, rows[0].id, called, capacity, `sid=${token}`);
  };
  return {
    url: serving.url,
    databaseUrl,
    db,
    settings,
    app: serving.app,
    people: {
      aResident: person('RESIDENT', 'Amina'),
      anOfficial: person('OFFICIAL', 'Olle'),
      aResearcher: person('RESEARCHER', 'Rut'),
      nobody: () => somebody(serving.url, null, '', null, ''),
    },
    close: async () => {
      await serving.close();
      await db.end();
      await inDatabase(template, 'postgres', `drop database if exists ${name} with (force)`);
    },
  };
}

function somebody(url: string, id: string | null, name: string, capacity: Capacity | null, cookie: string): Somebody {
  const self: Somebody = {
    id,
    name,
    capacity,
    cookie,
    async fetch(path, init = {}) {
      const headers = new Headers(init.headers);
      if (self.cookie !== '') headers.set('cookie', self.cookie);
      const response = await fetch(url + path, { ...init, headers });
      for (const set of response.headers.getSetCookie()) keepCookie(self, set);
      return response;
    },
    async ask(query, variables = {}, headers = {}) {
      const response = await self.fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answer;
    },
    async asks(query, variables) {
      const answer = await self.ask(query, variables);
      if (answer.errors !== undefined) throw new Error(`${JSON.stringify(answer.errors)} to ${query.slice(0, 200)}`);
      return answer.data;
    },
  };
  return self;
}

// As a browser keeps it: by name, the newest holds, an emptied one goes.
function keepCookie(self: Somebody, set: string): void {
  const [pair = ''] = set.split(';');
  const [key = ''] = pair.split('=');
  const others = self.cookie.split('; ').filter((part) => part !== '' && !part.startsWith(`${key}=`));
  self.cookie = (pair === `${key}=` ? others : [...others, pair]).join('; ');
}

function at(template: URL, database: string): string {
  const url = new URL(template);
  url.pathname = `/${database}`;
  return url.href;
}

async function inDatabase(template: URL, database: string, sql: string, tries = 100): Promise<void> {
  const client = new pg.Client({ connectionString: at(template, database) });
  await client.connect();
  try {
    await client.query(sql);
  } catch (error) {
    // Somebody is looking at the template just now; PostgreSQL copies it only when nobody is.
    if ((error as { code?: string }).code !== '55006' || tries <= 1) throw error;
    await wait(100);
    await inDatabase(template, database, sql, tries - 1);
  } finally {
    await client.end();
  }
}
