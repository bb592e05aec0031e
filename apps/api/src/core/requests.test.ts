import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { anInstallation, type Installation } from '../../test/installation.js';

let here: Installation;
beforeAll(async () => {
  here = await anInstallation();
});
afterAll(() => here.close());

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

const deep = `{ me ${'{ participations { alliance { mine '.repeat(6)} { id } ${'} } }'.repeat(6)} }`;
const wide = `{ ${Array.from({ length: 2_000 }, (_, n) => `a${n}: about { version }`).join(' ')} }`;
const bomb = `query { about { ...A } } ${'ABCDEFGHIJKLMNOPQRST'.split('').map((name, n, all) => `fragment ${name} on About { version ${n < all.length - 1 ? `...${all[n + 1]} ...${all[n + 1]}` : ''} }`).join(' ')}`;

test.each([
  ['2,000 aliases', wide],
  ['a query that is too deep', deep],
  ['eleven root fields', `{ ${'about { version } '.repeat(11)} }`],
  ['a fragment bomb', bomb],
])('[G4] %s is refused as too large, at once, and the server is unharmed', async (_name, query) => {
  const before = Date.now();
  const answer = await here.people.nobody().ask(query);
  expect(answer.errors?.[0]?.extensions.code).toMatch(/^request\/(too-large|wrong)$/);
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
