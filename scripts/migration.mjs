import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from './refusal.mjs';
import { schemaDiff } from './schema-diff.mjs';
import { startTestDatabase } from './test-database.mjs';

// Writes a new migration: the SQL that leads from the migrations so far to schema.prisma.
const migrations = join(dirname(dirname(fileURLToPath(import.meta.url))), 'prisma', 'migrations');
const [name, ...flags] = process.argv.slice(2).sort((a, b) => Number(a.startsWith('-')) - Number(b.startsWith('-')));

try {
  if (!/^[a-z][a-z0-9_]*$/.test(name ?? '')) {
    throw new Refusal('Name the migration in small letters and underscores after what it makes possible, for example: npm run migration -- goal_trail');
  }
  const sql = flags.includes('--empty') ? '' : await missingSql();
  if (sql === '' && !flags.includes('--empty')) {
    throw new Refusal('schema.prisma asks for nothing that the migrations do not make. For what Prisma cannot say (functions, triggers, indexes on expressions): npm run migration -- name --empty');
  }
  const folder = join(migrations, `${nextNumber()}_${name}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'migration.sql'), sql || '-- Say in one line why, then the SQL; all of it runs in one transaction.\n');
  console.log(`Written: ${join(folder, 'migration.sql')}\nRead it, add what must happen to data that are there, and start: a migration that has run anywhere is never changed.`);
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = 1;
}

async function missingSql() {
  const database = await startTestDatabase({});
  try {
    return await schemaDiff(database.url);
  } finally {
    await database.stop();
  }
}

function nextNumber() {
  const numbers = existsSync(migrations) ? readdirSync(migrations).map((each) => Number.parseInt(each, 10)).filter(Number.isInteger) : [];
  return String(Math.max(0, ...numbers) + 1).padStart(4, '0');
}
