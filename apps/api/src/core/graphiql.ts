import type { FastifyInstance } from 'fastify';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Settings } from './settings.js';

const require = createRequire(import.meta.url);

// GraphiQL's ready-made files want the React they were made with; both stay on this page alone.
const files: Record<string, [type: string, packageName: string, path: string]> = {
  'react.js': ['text/javascript', 'react', 'umd/react.production.min.js'],
  'react-dom.js': ['text/javascript', 'react-dom', 'umd/react-dom.production.min.js'],
  'graphiql.js': ['text/javascript', 'graphiql', 'graphiql.min.js'],
  'graphiql.css': ['text/css', 'graphiql', 'graphiql.min.css'],
};

// The policy of this origin lets no font in by a data: address; the system's own serve here.
const inlineFonts = /@font-face\s*\{[^}]*\}/g;

const start = `
const root = ReactDOM.createRoot(document.getElementById('graphiql'));
root.render(React.createElement(GraphiQL, { fetcher: GraphiQL.createFetcher({ url: '/graphql' }), defaultQuery: '{\\n  alliances {\\n    edges { node { name problems { sentence framings { name } } } }\\n  }\\n}\\n' }));
`;

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Samsyn · GraphiQL</title>
    <link rel="icon" href="/mark.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/graphiql/page.css" /><link rel="stylesheet" href="/graphiql/graphiql.css" />
  </head>
  <body>
    <main id="graphiql"></main>
    <script src="/graphiql/react.js"></script><script src="/graphiql/react-dom.js"></script>
    <script src="/graphiql/graphiql.js"></script><script src="/graphiql/start.js"></script>
  </body>
</html>`;

/** In example mode a browser that opens /graphql gets a page to explore the API with, all of it from here. */
export function graphiql(server: FastifyInstance, settings: Settings): void {
  if (!settings.examples) return;
  const texts = new Map<string, [type: string, text: string]>([
    ['start.js', ['text/javascript', start]],
    ['page.css', ['text/css', 'html, body, #graphiql { block-size: 100%; margin: 0; }']],
  ]);
  server.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?')[0];
    if (request.method === 'GET' && path === '/graphql' && (request.headers.accept ?? '').includes('text/html')) {
      return reply.type('text/html; charset=utf-8').send(page);
    }
    return undefined;
  });
  server.get('/graphiql/:name', async (request, reply) => {
    const { name } = request.params as { name: string };
    const known = files[name];
    if (known !== undefined && !texts.has(name)) texts.set(name, [known[0], readFileSync(join(dirname(require.resolve(`${known[1]}/package.json`)), known[2]), 'utf8').replace(inlineFonts, '')]);
    const found = texts.get(name);
    if (found === undefined) return reply.callNotFound();
    return reply.type(`${found[0]}; charset=utf-8`).header('cache-control', 'no-cache').send(found[1]);
  });
}
