import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { schemaDiff } from '../../../../scripts/schema-diff.mjs';

const template = process.env['SAMSYN_TEST_PG'] as string;
const schema = join(import.meta.dirname, '../../../../prisma/schema.prisma');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'samsyn-schema-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('[G3] what the migrations produce is what the Prisma schema says', async () => {
  expect(await schemaDiff(template)).toBe('');
});

test('[G3] a column, an index or a value that only the schema has is noticed', async () => {
  const changed = join(folder, 'schema.prisma');
  const text = readFileSync(schema, 'utf8');
  const grown = text
    .replace(/^model Actor \{$/m, 'model Actor {\n  shoeSize Int? @map("shoe_size")\n  @@index([language])')
    .replace(/^enum ActorKind \{$/m, 'enum ActorKind {\n  TREE');
  expect(grown).not.toBe(text);
  writeFileSync(changed, grown);
  const sql = await schemaDiff(template, changed);
  expect(sql).toContain('ADD COLUMN     "shoe_size"');
  expect(sql).toContain("ADD VALUE 'TREE'");
  expect(sql).toMatch(/CREATE INDEX .*"actor"/);
});
