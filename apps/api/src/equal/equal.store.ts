import { Injectable } from '@nestjs/common';
import { alliancePageSql } from '../alliance/alliance.page.sql.js';
import type { Tx } from '../core/change.js';
import { Database } from '../core/database.js';
import { ContributionReadStore } from '../contribution/contribution.read.store.js';
import { Gather } from '../core/gather.js';
import { TalkReadStore } from '../talk/talk.read.store.js';
import type { Capacity, Standing, Visibility } from '@samsyn/domain/shared/enums';

/** What a check found. */
export interface CheckRow {
  readonly at: string;
  readonly cells: number;
  readonly failures: string[];
}

/** Somebody’s place, with what may make no difference. */
export interface PlaceRow {
  readonly allianceId: string;
  readonly visibility: Visibility;
  readonly standing: Standing;
  readonly capacity: Capacity | null;
}

/** The lists of an alliance, by name: the ids in them, in their order. */
export type Lists = Readonly<Record<string, string>>;

/** Checks of equal terms, and what they look at. */
@Injectable()
export class EqualStore {
  constructor(private readonly database: Database) {}

  latest(): Promise<CheckRow | null> {
    return this.database.row<CheckRow>('equal.latest', 'select at, cells, failures from equal_check order by at desc, id limit 1');
  }

  async keep(tx: Tx, cells: number, failures: readonly string[], at: string): Promise<CheckRow> {
    await tx.equalCheck.create({ data: { at, cells, failures: [...failures] } });
    return { at, cells, failures: [...failures] };
  }

  /** Every place that somebody has anywhere. */
  places(): Promise<PlaceRow[]> {
    return this.database.rows('equal.places', `select p.alliance_id as "allianceId", a.visibility, p.standing, p.capacity from participation p join alliance a on a.id = p.alliance_id limit 100000`);
  }

  /** The alliances in which most could differ: those with most people. */
  async alliances(most: number): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>('equal.alliances', `select alliance_id as id from participation group by 1 order by count(*) desc, 1 limit $1`, [most]);
    return rows.map(({ id }) => id);
  }

  /**
   * The lists of an alliance as they stand, and as they stand when everybody is of another capacity, has another title and
   * knows by another kind. The exchange is never stored: its transaction is taken back whatever happens.
   */
  async before(allianceId: string): Promise<{ before: Lists; after: Lists }> {
    const client = await this.database.pool.connect();
    try {
      await client.query('begin');
      await client.query(`set local lock_timeout = '2s'`);
      const inside = Object.assign(Object.create(this.database) as Database, {
        rows: async (_name: string, sql: string, values: readonly unknown[] = []) => (await client.query(sql, [...values])).rows as unknown[],
      }) as Database;
      const before = await lists(inside, allianceId);
      for (const sql of exchanges) await client.query(sql, [allianceId]);
      return { before, after: await lists(inside, allianceId) };
    } finally {
      await client.query('rollback').catch(() => undefined);
      client.release();
    }
  }
}

const other = (column: string) => `(array['RESEARCHER','OFFICIAL','RESIDENT']::"Capacity"[])[1 + (coalesce(array_position(array['RESEARCHER','OFFICIAL','RESIDENT']::"Capacity"[], ${column}), 0) + 1) % 3]`;
const exchanges = [
  `update participation set capacity = ${other('capacity')}, knows = reverse(knows) where alliance_id = $1`,
  `update contribution_author set capacity = ${other('capacity')} where alliance_id = $1`,
  `update contribution set kinds = array(select (array['FAMILIARITY','FACTS','UNDERSTANDING','SKILL']::"Kind"[])[array_position(array['FACTS','UNDERSTANDING','SKILL','FAMILIARITY']::"Kind"[], k)] from unnest(kinds) k) where alliance_id = $1`,
  `update thread set capacity = ${other('capacity')} where alliance_id = $1`,
  `update thread_post p set capacity = ${other('p.capacity')} from thread t where t.id = p.thread_id and t.alliance_id = $1`,
];

async function lists(database: Database, allianceId: string): Promise<Lists> {
  const gathers = { gather: new Gather() } as never;
  const all: Record<string, string> = {};
  const [page] = await database.rows<Record<string, unknown>>('equal.page', alliancePageSql, [allianceId, null]);
  for (const [name, value] of Object.entries(page ?? {})) if (name !== 'balance') all[name] = idsIn(value);
  all['contributions'] = idsIn(await new ContributionReadStore(database).list(gathers, 'alliance', allianceId, 100, null, null));
  const framings = await database.rows<{ id: string }>('equal.framings', 'select id from framing where alliance_id = $1 order by opened_at, id limit 20', [allianceId]);
  const talk = new TalkReadStore(database);
  for (const { id } of framings) {
    const threads = await talk.threads(gathers, 'framing', id, 50, null, null);
    all[`threads of ${id}`] = idsIn(threads);
    for (const thread of threads) all[`what is said in ${thread.id}`] = idsIn(await talk.posts(gathers, thread.id, 50, null));
  }
  return all;
}

// The ids in the order they stand, wherever they stand: what is shown beside them is meant to have changed.
function idsIn(value: unknown): string {
  return (JSON.stringify(value ?? null).match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? []).join(' ');
}
