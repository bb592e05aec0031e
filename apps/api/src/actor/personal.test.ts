import { expect, test } from '@jest/globals';
import pg from 'pg';
import { personalColumns } from './personal.js';

interface Column {
  readonly table: string;
  readonly column: string;
  readonly wide: boolean;
}

// Whatever holds letters or bytes; kinds of our own are enumerations, whose values are known, and ids are no words.
const sql = `
  select table_name as table, column_name as column,
         udt_name = any(array['text', 'varchar', 'bpchar', 'name', 'citext', 'json', 'jsonb', 'xml', 'bytea', 'tsvector',
                              '_text', '_varchar', '_json', '_jsonb', '_bytea']) as wide
  from information_schema.columns where table_schema = 'public' and table_name not like '\\_prisma%'
  order by 1, 2`;

async function columns(): Promise<Column[]> {
  const client = new pg.Client({ connectionString: process.env['SAMSYN_TEST_PG'] });
  await client.connect();
  try {
    return (await client.query<Column>(sql)).rows;
  } finally {
    await client.end();
  }
}

const all = await columns();

test('[A10] of every column that can hold words it is said whether a person’s name, their own words or others’ words stand there', () => {
  expect(Object.keys(personalColumns).sort()).toEqual(all.filter(({ wide }) => wide).map(({ table, column }) => `${table}.${column}`).sort());
});

test('[A10] where it is said whose words they are, there is such a column', () => {
  const known = new Set(all.map(({ table, column }) => `${table}.${column}`));
  const wrong = Object.entries(personalColumns).filter(([at, { whose }]) => {
    if (whose === undefined || !/^\w+( > \w+\.\w+)?$/.test(whose)) return false;
    const [first = '', further] = whose.split(' > ');
    return !known.has(`${at.split('.')[0]}.${first}`) || (further !== undefined && !known.has(further));
  });
  expect(wrong).toEqual([]);
});

test('[A10] one’s own words are always somebody’s', () => {
  expect(Object.entries(personalColumns).filter(([, { holds, whose }]) => holds === 'OWN_WORDS' && whose === undefined)).toEqual([]);
});
