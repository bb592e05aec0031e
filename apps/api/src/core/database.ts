import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../generated/prisma/client.js';
import { actingAs, runtimeRole } from './role.js';
import { Settings } from './settings.js';

// Counts come as bigint and would be handed out as text; all of ours are small enough for a number.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text));
// Moments and days go out as they came in, ISO text, so that no time zone can creep in.
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString());
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** The one door to PostgreSQL: Prisma for writes and small reads, a pool for pages and logs. */
@Injectable()
export class Database implements OnModuleDestroy {
  readonly pool: pg.Pool;
  readonly prisma: PrismaClient;

  constructor(settings: Settings) {
    const connectionString = settings.databaseUrl;
    // A page read by its index costs little more than one read in passing: at the default, 4, whole
    // tables are gone through.
    const planner = `${actingAs(runtimeRole)} -c random_page_cost=1.1`;
    this.pool = new pg.Pool({
      connectionString,
      max: 10,
      // The planner's generic plan is as good here and saves planning at every call.
      options: `${planner} -c plan_cache_mode=force_generic_plan -c statement_timeout=15000 -c idle_in_transaction_session_timeout=30000`,
    });
    // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
    this.pool.on('error', () => undefined);
    this.prisma = new PrismaClient({
      adapter: new PrismaPg({ connectionString, max: 10, connectionTimeoutMillis: 20_000, options: planner }),
      // Sixty phones that join in the same second wait for each other rather than being sent away.
      transactionOptions: { maxWait: 20_000, timeout: 30_000 },
    });
  }

  /** Rows of a statement that is prepared under its name once per connection. */
  async rows<T>(name: string, sql: string, values: readonly unknown[] = []): Promise<T[]> {
    const answer = await this.pool.query({ name, text: sql, values: [...values] });
    return answer.rows as T[];
  }

  /** The first row, or null. */
  async row<T>(name: string, sql: string, values: readonly unknown[] = []): Promise<T | null> {
    return (await this.rows<T>(name, sql, values))[0] ?? null;
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.allSettled([this.prisma.$disconnect(), this.pool.end()]);
  }
}
