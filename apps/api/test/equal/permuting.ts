import { capacities, kinds } from '@samsyn/domain/shared/enums';
import type pg from 'pg';

/** Who is changed into whom: of the n! ways to change the names of n things, the one with this number. */
export function permuted<T>(all: readonly T[], number: number): T[] {
  const left = [...all];
  const result: T[] = [];
  for (let rest = number; left.length > 0; rest = Math.floor(rest / (left.length + 1))) result.push(...left.splice(rest % left.length, 1));
  return result;
}

interface Column {
  readonly table: string;
  readonly column: string;
}

/** Every column of the database that holds such values, also in tables that come later. */
async function columnsOf(db: pg.ClientBase, type: string): Promise<Column[]> {
  const { rows } = await db.query(
    `select c.table_name as "table", c.column_name as "column" from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.udt_name = $1 order by 1, 2`,
    [type],
  );
  return rows;
}

/** Nobody’s: what the house keeps of everyone is changed past all its own guards, and only here. */
async function unguarded(pool: pg.Pool, work: (db: pg.ClientBase) => Promise<void>): Promise<void> {
  const db = await pool.connect();
  try {
    await db.query('begin');
    const { rows } = await db.query(`select distinct c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid where not t.tgisinternal and c.relnamespace = 'public'::regnamespace order by 1`);
    const triggers = async (able: 'disable' | 'enable') => {
      for (const { relname } of rows) await db.query(`alter table "${relname}" ${able} trigger user`);
    };
    await triggers('disable');
    await work(db);
    await triggers('enable');
    await db.query('commit');
  } catch (error) {
    await db.query('rollback');
    throw error;
  } finally {
    db.release();
  }
}

/** All who spoke in one capacity speak in another, wherever that is kept. */
export async function changeCapacities(pool: pg.Pool, number: number): Promise<number> {
  let columns = 0;
  await unguarded(pool, async (db) => {
    const to = permuted(capacities, number);
    for (const { table, column } of await columnsOf(db, 'Capacity')) {
      columns += 1;
      await db.query(`update "${table}" set "${column}" = ('{${to.join(',')}}'::"Capacity"[])[array_position('{${capacities.join(',')}}'::"Capacity"[], "${column}")] where "${column}" is not null`);
    }
  });
  return columns;
}

/** Everybody is dealt any capacity, or none, row by row. */
export async function dealCapacities(pool: pg.Pool, seed: number): Promise<void> {
  await unguarded(pool, async (db) => {
    await db.query('select setseed($1)', [seed]);
    for (const { table, column } of await columnsOf(db, 'Capacity')) await db.query(`update "${table}" set "${column}" = ('{${capacities.join(',')}}'::"Capacity"[])[1 + floor(random() * 4)::int]`);
  });
}

/** All that was of one kind is of another. */
export async function changeKinds(pool: pg.Pool, number: number): Promise<number> {
  let columns = 0;
  await unguarded(pool, async (db) => {
    const to = permuted(kinds, number);
    for (const { table, column } of await columnsOf(db, '_Kind')) {
      columns += 1;
      await db.query(`update "${table}" set "${column}" = array(select ('{${to.join(',')}}'::"Kind"[])[array_position('{${kinds.join(',')}}'::"Kind"[], k)] from unnest("${column}") with ordinality one(k, at) order by at)`);
    }
  });
  return columns;
}

/** People have other titles, and came in another order; she who asks came when she came. */
export async function changeTitlesAndJoining(pool: pg.Pool, seed: number, asking: string): Promise<void> {
  await unguarded(pool, async (db) => {
    await db.query('select setseed($1)', [seed]);
    await db.query(`update participation set knows = ('{Professor,Kommunstyrelsens ordförande,Undersköterska,""}'::text[])[1 + floor(random() * 4)::int] where actor_id <> $1`, [asking]);
    await db.query(
      `update participation p set since = dealt.since from (
         select a.id, b.since from (select id, alliance_id, row_number() over (partition by alliance_id order by id) as n from participation where actor_id <> $1) a
         join (select since, alliance_id, row_number() over (partition by alliance_id order by random()) as n from participation where actor_id <> $1) b using (alliance_id, n)) dealt where dealt.id = p.id`,
      [asking],
    );
  });
}
