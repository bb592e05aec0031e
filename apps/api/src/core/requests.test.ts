import { expect, test } from '@jest/globals';
import pg from 'pg';
import { installed } from '../../test/installed.js';

const here = await installed();

test('[G5] a refusal carries a code, its rule and a sentence in the reader’s language', async () => {
  const nobody = here.people.nobody();
  const swedish = await nobody.ask('{ abot { version } }', {}, { 'accept-language': 'sv' });
  const english = await nobody.ask('{ abot { version } }', {}, { 'accept-language': 'en' });
  expect(swedish.errors?.[0]?.extensions).toMatchObject({ code: 'request/wrong', rule: 'G4' });
  expect(swedish.errors?.[0]?.message).toBe('Frågan går inte att förstå.');
  expect(english.errors?.[0]?.message).toBe('The request cannot be understood.');
});

test('[S3] the server says that it lives and that it is ready', async () => {
  expect((await fetch(`${here.url}/livez`)).status).toBe(200);
  expect((await fetch(`${here.url}/readyz`)).status).toBe(200);
});

test('[S3] while the database does not answer the server lives and is not ready, and is ready again when it does', async () => {
  const status = async (path: string) => (await fetch(`${here.url}/${path}`)).status;
  const name = new URL(here.databaseUrl).pathname.slice(1);
  const outside = new pg.Client({ connectionString: Object.assign(new URL(here.databaseUrl), { pathname: '/postgres' }).href });
  await outside.connect();
  await outside.query(`alter database ${name} allow_connections false`);
  await outside.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  const meanwhile = [await status('livez'), await status('readyz')];
  await outside.query(`alter database ${name} allow_connections true`);
  await outside.end();
  expect(meanwhile).toEqual([200, 503]);
  expect([await status('livez'), await status('readyz')]).toEqual([200, 200]);
});

test('[G5] the doors for files speak the reader’s language too', async () => {
  const said = async (language: string) => ((await (await fetch(`${here.url}/media/none`, { headers: { 'accept-language': language } })).json()) as { errors: { message: string }[] }).errors[0]?.message;
  expect([await said('sv'), await said('en')]).toEqual(['Det finns inte, eller är inte delat med dig.', 'It does not exist, or is not shared with you.']);
});

// Each just within and just beyond one measure, and well within all others: no measure can hide that another is gone.
const nested = (levels: number) => `{ me { participations ${'{ alliance { mine '.repeat((levels - 3) / 2)}{ id }${' } }'.repeat((levels - 3) / 2)} } }`;
const aliased = (count: number) => `{ about { ${Array.from({ length: count }, (_, n) => `a${n}: version`).join(' ')} } }`;
const fields = (count: number) => `{ about { ${'version '.repeat(count - 1)} } }`;
const listed = (count: number) => `{ alliance(id: "none") { participations(standing: [${'ASKED '.repeat(count)}]) { id } } }`;

test.each([
  ['12 levels deep', nested(11), nested(13)],
  ['30 aliases', aliased(30), aliased(31)],
  ['10 root fields', `{ ${'about { version } '.repeat(10)} }`, `{ ${'about { version } '.repeat(11)} }`],
  ['500 fields', fields(500), fields(501)],
  ['3,000 words', listed(2_900), listed(3_100)],
])('[G4] a question may be %s and no more', async (_name, within, beyond) => {
  const nobody = here.people.nobody();
  expect((await nobody.ask(within)).errors).toBeUndefined();
  expect((await nobody.ask(beyond)).errors?.[0]).toMatchObject({ message: 'The request is too large.', extensions: { code: 'request/too-large' } });
});

const wide = `{ ${Array.from({ length: 2_000 }, (_, n) => `a${n}: about { version }`).join(' ')} }`;
const bomb = `query { about { ...A } } ${'ABCDEFGHIJKLMNOPQRST'.split('').map((name, n, all) => `fragment ${name} on About { version ${n < all.length - 1 ? `...${all[n + 1]} ...${all[n + 1]}` : ''} }`).join(' ')}`;

test.each([
  ['2,000 aliases', wide],
  ['a fragment bomb', bomb],
])('[G4] %s is refused as too large, at once, and the server is unharmed', async (_name, query) => {
  const before = Date.now();
  const answer = await here.people.nobody().ask(query);
  expect(answer.errors?.[0]?.extensions.code).toBe('request/too-large');
  expect(Date.now() - before).toBeLessThan(2_000);
  expect((await here.people.nobody().asks('{ about { version } }')).about.version).toBeDefined();
});

test('[G4] a body of 101 MB, a foreign origin, a form post and a batch are refused with a code', async () => {
  const nobody = here.people.nobody();
  const json = { 'content-type': 'application/json' };
  const large = await nobody.fetch('/graphql', { method: 'POST', headers: json, body: Buffer.alloc(101 * 1024 * 1024, 32) }).catch(() => null);
  // The server may close before all has been sent; then the client sees a broken connection.
  if (large !== null) expect(large.status).toBe(413);
  const foreign = await nobody.fetch('/graphql', { method: 'POST', headers: { ...json, origin: 'https://evil.example' }, body: '{"query":"{about{version}}"}' });
  expect(foreign.status).toBe(403);
  expect(((await foreign.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code).toBe('request/origin');
  const form = await nobody.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"query":"{about{version}}"}' });
  expect(form.status).toBeGreaterThanOrEqual(400);
  const batch = await nobody.fetch('/graphql', { method: 'POST', headers: json, body: '[{"query":"{about{version}}"}]' });
  expect(batch.status).toBe(400);
  // What is refused before anybody is asked carries a sentence in the reader's language too.
  for (const [body, type] of [['[{"query":"{about{version}}"}]', 'application/json'], ['{"query":', 'application/json'], ['{}', 'application/json'], ['{about{version}}', 'text/plain']]) {
    const answer = await nobody.fetch('/graphql', { method: 'POST', headers: { 'content-type': type as string, 'accept-language': 'en' }, body: body as string });
    expect([answer.status, await answer.json()]).toMatchObject([400, { errors: [{ message: 'The request cannot be understood.', extensions: { code: 'request/wrong' } }] }]);
  }
  expect((await nobody.asks('{ about { version } }')).about.version).toBeDefined();
});

test('[G4] a real installation does not hand out its schema, and never a stack', async () => {
  const answer = await here.people.nobody().ask('{ __schema { types { name } } }');
  expect(answer.errors?.[0]?.extensions.code).toBe('request/wrong');
  expect(JSON.stringify(answer)).not.toMatch(/node_modules|\bat .*\.js/);
});

test('[G4] every answer carries a policy that lets no foreign script run', async () => {
  const answer = await fetch(`${here.url}/livez`);
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(answer.headers.get('content-security-policy')).not.toContain('unsafe');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

test('[S3] a page is there for whoever takes anything, such as a monitor or a link preview; what is missing is missing for programs', async () => {
  const asked = async (path: string, accept?: string) => {
    const answer = await fetch(`${here.url}${path}`, { headers: accept === undefined ? {} : { accept } });
    return [answer.status, answer.headers.get('content-type')?.split(';')[0]];
  };
  const page = [200, 'text/html'];
  const missing = [404, 'application/json'];
  expect([await asked('/', '*/*'), await asked('/a/x'), await asked('/help', 'text/html')]).toEqual([page, page, page]);
  // What is asked for in an address may hold a dot, such as a name or an e-mail.
  expect([await asked('/a/x/knowledge?stated=M.Marmot', 'text/html'), await asked('/sign-in?email=anna@exempel.se', 'text/html')]).toEqual([page, page]);
  expect([await asked('/', 'application/json'), await asked('/assets/none.js', '*/*'), await asked('/imports', '*/*'), await asked('/graphqlx.php', '*/*')]).toEqual([missing, missing, missing, missing]);
});
