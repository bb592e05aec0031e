#!/usr/bin/env node
// Makes types out of the SDL of all slices: for the API's resolvers and for the web's queries.
// The web never imports the API; what the two share is this contract, read as text.
//   node scripts/codegen.mjs [api|web]
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal';
import { buildASTSchema, concatAST, introspectionFromSchema, parse, printSchema } from 'graphql';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const api = join(root, 'apps/api/src');
const web = join(root, 'apps/web/src');

const scalars = { Time: 'string', Day: 'string', JSON: 'unknown' };

/** One document of every slice's SDL. */
async function contract() {
  const names = (await readdir(api, { recursive: true })).filter((name) => name.endsWith('.graphql') && !name.includes('generated'));
  const texts = await Promise.all(names.sort().map((name) => readFile(join(api, name), 'utf8')));
  return concatAST(texts.map((text) => parse(text)));
}

/** Writes only what has changed, so that watchers and caches stay calm. */
async function put(path, text) {
  const before = await readFile(path, 'utf8').catch(() => null);
  if (before === text) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  process.stdout.write(`codegen: ${path.slice(root.length + 1)}\n`);
}

async function forApi(schema) {
  const config = {
    scalars,
    enumsAsTypes: true,
    useTypeImports: true,
    defaultMapper: 'Partial<{T}>',
    maybeValue: 'T | null | undefined',
    contextType: '../core/asking.js#Asking',
  };
  const text = await codegen({
    filename: 'graphql.ts',
    schema: parse(printSchema(schema)),
    schemaAst: schema,
    documents: [],
    config,
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript, resolvers },
  });
  await put(join(api, 'generated/graphql.ts'), text);
}

async function forWeb(schema) {
  await put(join(web, 'generated/schema.graphql'), `${printSchema(schema)}\n`);
  const lean = minifyIntrospection(introspectionFromSchema(schema, { descriptions: false }));
  await put(join(web, 'generated/graphql-env.d.ts'), outputIntrospectionFile(lean, { fileType: '.d.ts', shouldPreprocess: true }));
}

const which = process.argv[2] ?? 'both';
const schema = buildASTSchema(await contract());
if (which !== 'web') await forApi(schema);
if (which !== 'api') await forWeb(schema);
