import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { leaveOut } from './leaveOut.ts';
import { precompress } from './precompress.ts';

const api = `http://127.0.0.1:${process.env['API_PORT'] ?? '4000'}`;

export default defineConfig({
  // React Aria's own words for English stand under en-US only; our dates are en-GB all the same.
  plugins: [react(), { ...optimizeLocales.vite({ locales: ['sv-SE', 'en-US'] }), enforce: 'pre' }, leaveOut(), precompress()],
  // The domain is read as TypeScript source, so that a rule changed there is seen here at once.
  resolve: { conditions: ['samsyn-source', 'module', 'browser', 'development|production'] },
  build: {
    target: 'es2023',
    // The first that know :dir(); for older ones it would be put as a list of languages, which nobody has said.
    cssTarget: ['chrome120', 'edge120', 'firefox115', 'safari16.4'],
    // The content security policy allows no data: addresses and no inline script.
    assetsInlineLimit: 0,
    // What every screen stands on is there already; to name it again for each of them costs bytes in the first view.
    // Of its many small parts a screen asks by itself, all at once, when it has come; only the large ones are worth naming.
    modulePreload: { polyfill: false, resolveDependencies: (_file, deps) => deps.filter((dep) => dep.endsWith('.css') || /\/(?:\w+Screen|Structure|contribution|framing|rooms|editor)-/.test(dep)) },
    manifest: true,
    rolldownOptions: {
      output: {
        // Every name of a part that may be fetched stands in the first view, and what tells two builds apart does not compress.
        entryFileNames: 'assets/[name]-[hash:7].js',
        chunkFileNames: 'assets/[name]-[hash:7].js',
        assetFileNames: 'assets/[name]-[hash:7][extname]',
        codeSplitting: {
          groups: [
            // What every screen stands on comes as one file: fewer requests, and it compresses better together.
            // React Aria's parts stay with the screens that need them.
            { name: 'frame', test: /node_modules\/(react|react-dom|scheduler|wouter|regexparam|mitt|use-sync-external-store|urql|@urql|wonka|gql\.tada|@0no-co)\/|src\/lib\/(?!sendBytes|beside|newKey)|src\/kit\/(?!Dialog|dialog|Aria)/ },
            // So with the editor: what opens under its toolbar comes later, and would otherwise tear it in small pieces.
            { name: 'shape', test: /domain\/src\/writing\/textShape/, priority: 2 },
            { name: 'editor', test: /node_modules\/(prosemirror-|orderedmap|w3c-keyname|yjs|lib0|y-prosemirror|y-protocols|y-indexeddb|@hocuspocus)|src\/writing\/(textSchema|lights|pastedPicture|readCaret)\./ },
          ],
        },
      },
    },
    chunkSizeWarningLimit: 400,
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/graphql': { target: api, ws: true },
      '/collab': { target: api, ws: true },
      '/media': api,
      '/import': api,
    },
  },
});
