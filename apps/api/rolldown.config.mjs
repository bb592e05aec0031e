import { builtinModules } from 'node:module';
import { defineConfig } from 'rolldown';

// Nest and its like ask for these only where somebody has them.
const optional = /^(@fastify\/multipart$|@nestjs\/(websockets|microservices|platform-express)|@as-integrations\/express|class-(validator|transformer)|@apollo\/(subgraph|gateway|subgraph\/.*)|@fastify\/(view|static\/.*)|pg-native|bufferutil|utf-8-validate|ts-morph|@parcel\/watcher|chokidar|graphql-ws|subscriptions-transport-ws|crossws\/.*)/;

/**
 * One file instead of two thousand: reading node_modules file by file is what a start costs.
 * It lies as deep as a slice's files do, so that paths seen from a file stay what they were.
 */
export default defineConfig({
  input: 'dist/main.js',
  platform: 'node',
  external: [optional, /wasm-base64/, ...builtinModules, /^node:/],
  // The settings are read from where they lie: they know the checkout by their own place.
  plugins: [{ name: 'settings', resolveId: (id) => (id.endsWith('/scripts/settings.mjs') ? { id: '../../../../scripts/settings.mjs', external: 'absolute' } : null) }],
  output: { dir: 'dist/bundle', format: 'esm', codeSplitting: false, keepNames: true, minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } } },
  logLevel: 'warn',
});
