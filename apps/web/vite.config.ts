import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = `http://127.0.0.1:${process.env['API_PORT'] ?? '4000'}`;

export default defineConfig({
  plugins: [react(), { ...optimizeLocales.vite({ locales: ['sv-SE', 'en-GB'] }), enforce: 'pre' }],
  // The domain is read as TypeScript source, so that a rule changed there is seen here at once.
  resolve: { conditions: ['samsyn-source', 'module', 'browser', 'development|production'] },
  build: {
    target: 'es2023',
    // The content security policy allows no data: addresses and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
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
