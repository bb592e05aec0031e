import { Injectable } from '@nestjs/common';
import type { Line, Sealed } from '@samsyn/domain/ledger/chain';
import type pg from 'pg';
import { Database } from '../core/database.js';
import { asLine, lineColumns, type LineRow } from './line.row.js';

/** So many lines get their numbers at once. */
const mostAtOnce = 2_000;

/** The lines of a chain that wait, and its last entry. */
export interface Waiting {
  readonly lines: readonly Line[];
  readonly last: Sealed | null;
}

/** Numbers and hashes for lines that have none yet. */
@Injectable()
export class SealStore {
  constructor(private readonly database: Database) {}

  /** Is there anything to seal? */
  async isWaiting(): Promise<boolean> {
    return (await this.database.rows('ledger.waiting', 'select from ledger_unsealed limit 1')).length > 0;
  }

  /** Lines that have no number and do not wait for one either, as after a backup that was cut short, wait again. */
  async findLost(): Promise<void> {
    await this.database.rows('ledger.lost', `
      insert into ledger_unsealed (line_id)
      select l.id from ledger_line l where not exists (select from ledger_seal s where s.line_id = l.id) on conflict do nothing`);
  }

  /**
   * Seals the next lines in one transaction. Only what has been committed is seen here, so a line that commits late is
   * numbered late; whoever does not get the lock leaves it to the other. True when there may be more.
   */
  async next(number: (waiting: Waiting) => Sealed[], wait = false): Promise<boolean> {
    const client = await this.database.pool.connect();
    const breaks = (): void => undefined;
    client.on('error', breaks);
    try {
      await client.query('begin');
      const isFull = await this.seal(client, number, wait);
      await client.query('commit');
      client.release();
      return isFull;
    } catch (error) {
      // What was begun is undone with the connection.
      client.release(true);
      throw error;
    } finally {
      client.off('error', breaks);
    }
  }

  private async seal(client: pg.PoolClient, number: (waiting: Waiting) => Sealed[], wait: boolean): Promise<boolean> {
    if (wait) await client.query(`select pg_advisory_xact_lock(${lock})`);
    else if ((await client.query(`select pg_try_advisory_xact_lock(${lock}) as mine`)).rows[0]?.mine !== true) return false;
    const { rows } = await client.query<LineRow>({ name: 'ledger.take', text: takeSql, values: [mostAtOnce] });
    const lines = rows.map(asLine);
    const chains = new Map<string, Line[]>();
    for (const line of lines) chains.set(line.chain, [...(chains.get(line.chain) ?? []), line]);
    const heads = await client.query<Sealed & { chain: string }>({ name: 'ledger.heads', text: headsSql, values: [[...chains.keys()]] });
    const sealed = [...chains].flatMap(([chain, own]) =>
      number({ lines: own, last: heads.rows.find((head) => head.chain === chain) ?? null }).map((one, at) => ({ ...one, chain, lineId: own[at]?.id })),
    );
    await client.query({ name: 'ledger.seal', text: sealSql, values: [sealed.map(({ chain }) => chain), sealed.map(({ number: n }) => n), sealed.map(({ lineId }) => lineId), sealed.map(({ hash }) => hash)] });
    await client.query({ name: 'ledger.sealed', text: 'delete from ledger_unsealed u using ledger_seal s where s.line_id = u.line_id and u.line_id = any($1::bigint[])', values: [lines.map(({ id }) => id)] });
    return lines.length === mostAtOnce;
  }
}

const lock = `hashtextextended('seal the ledger', 0)`;

const takeSql = `
  select ${lineColumns} from ledger_unsealed u join ledger_line l on l.id = u.line_id
  where not exists (select from ledger_seal s where s.line_id = u.line_id) order by u.line_id limit $1`;

const headsSql = `
  select head.* from unnest($1::uuid[]) as asked(chain) cross join lateral (
    select s.chain::text, s.number, encode(s.hash, 'hex') as hash from ledger_seal s where s.chain = asked.chain order by s.number desc limit 1) head`;

const sealSql = `
  insert into ledger_seal (chain, number, line_id, hash)
  select chain, number, line_id, decode(hash, 'hex') from unnest($1::uuid[], $2::int[], $3::bigint[], $4::text[]) as sealed(chain, number, line_id, hash)`;
