import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';

const SCHEMA = join(dirname(dirname(fileURLToPath(import.meta.url))), 'prisma', 'schema.prisma');
const LETTER = 18;
const TEXT = 25;

/**
 * The SQL that leads from what a database is to what schema.prisma says it should be; empty when
 * they agree. What Prisma's schema cannot say (functions, triggers, indexes on expressions) is left
 * out of the comparison.
 */
export async function schemaDiff(url, schemaFile = SCHEMA) {
  const engine = await (loading ??= loadEngine());
  const content = readFileSync(schemaFile, 'utf8');
  const files = [{ path: 'schema.prisma', content }];
  const factory = bindMigrationAwareSqlAdapterFactory(new CatalogAdapterFactory({ connectionString: url, max: 1 }));
  const session = await engine.SchemaEngine.new({ datamodels: [['schema.prisma', content]] }, () => {}, factory);
  try {
    const { stdout } = await session.diff({
      from: { tag: 'schemaDatasource', files, configDir: dirname(schemaFile) },
      to: { tag: 'schemaDatamodel', files },
      script: true, exitCode: null, filters: { externalTables: ['public._prisma_migrations'], externalEnums: [] },
    });
    return isEmpty(stdout ?? '') ? '' : stdout;
  } finally {
    session.free();
  }
}

/**
 * PostgreSQL's own catalog has columns of the one-letter type "char" (18), which Prisma's adapter
 * refuses to read although the engine asks for them: they are passed as text and named letters after.
 */
class CatalogAdapterFactory extends PrismaPg {
  async connect() {
    const adapter = await super.connect();
    const pool = adapter.underlyingDriver();
    const read = adapter.queryRaw.bind(adapter);
    const ask = pool.query.bind(pool);
    let letters = [];
    pool.query = async (...query) => {
      const result = await ask(...query);
      letters = result.fields.map((field) => field.dataTypeID === LETTER);
      for (const field of result.fields) if (field.dataTypeID === LETTER) field.dataTypeID = TEXT;
      return result;
    };
    adapter.queryRaw = async (query) => {
      const result = await read(query);
      return { ...result, columnTypes: result.columnTypes.map((type, index) => (letters[index] ? ColumnTypeEnum.Character : type)) };
    };
    return adapter;
  }
}

let loading;

/** The package imports its WebAssembly in a way that only bundlers understand. */
async function loadEngine() {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bindings = await import(pathToFileURL(entry).href);
  const { instance } = await WebAssembly.instantiate(readFileSync(join(dirname(entry), 'schema_engine_bg.wasm')), { './schema_engine_bg.js': bindings });
  // Where the engine puts what went wrong before it gives up.
  globalThis.PRISMA_WASM_PANIC_REGISTRY ??= { set_message(message) { console.error(message); } };
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start?.();
  return bindings;
}

function isEmpty(sql) {
  return sql.split('\n').every((line) => line.trim() === '' || line.startsWith('--'));
}
