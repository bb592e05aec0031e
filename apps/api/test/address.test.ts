import { expect, test } from '@jest/globals';
import { request } from 'node:http';
import { anAlliance } from './alliances.js';
import { installed } from './installed.js';

const here = await installed({ publicUrl: 'https://samsyn.example' });
const olle = await here.people.anOfficial('Olle');

/** Asks with headers that a browser would not let a page write. */
function asks(query: string, variables: Record<string, unknown>, headers: Record<string, string>): Promise<{ cookies: string[]; data: any }> {
  return new Promise((resolve, reject) => {
    const asking = request(`${here.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers } }, (answer) => {
      let text = '';
      answer.on('data', (part: Buffer) => (text += part.toString()));
      answer.on('end', () => resolve({ cookies: answer.headers['set-cookie'] ?? [], data: JSON.parse(text).data }));
    });
    asking.on('error', reject);
    asking.end(JSON.stringify({ query, variables }));
  });
}

const elsewhere = { host: 'elsewhere.example', 'x-forwarded-host': 'elsewhere.example', 'x-forwarded-proto': 'http', forwarded: 'host=elsewhere.example', referer: 'https://elsewhere.example/' };

test('[M1] links and codes lead to the address that was set, whatever a request says of it', async () => {
  const stood = await anAlliance(olle);
  const { cookies } = await asks('mutation { askForSignIn(email: "kim@example.org", language: sv) }', {}, elsewhere);
  await asks('mutation($id: ID!) { inviteByEmail(allianceId: $id, emails: ["lo@example.org"], language: en) { url } }', { id: stood.id }, { ...elsewhere, cookie: olle.cookie });
  const { rows } = await here.db.query('select body from letter');
  expect(rows).toHaveLength(2);
  for (const { body } of rows) expect(body.match(/https?:\/\/[^/\s]+/g)).toEqual(['https://samsyn.example']);
  const { data } = await asks('mutation($id: ID!) { makeInvitation(allianceId: $id) { url } }', { id: stood.id }, { ...elsewhere, cookie: olle.cookie });
  expect(data.makeInvitation.url).toMatch(/^https:\/\/samsyn\.example\/j\/\w{8}$/);
  expect(cookies).toHaveLength(1);
});

test('[M1] where the address is https, no cookie ever goes out without it', async () => {
  const stepped = await asks('mutation { stepIn(name: "Siv") { id } }', {}, elsewhere);
  const asked = await asks('mutation { askForSignIn(email: "siv@example.org", language: sv) }', {}, elsewhere);
  const stood = await anAlliance(olle);
  const joined = await asks('mutation($code: String!) { joinByCode(code: $code, name: "Eva") { id } }', { code: stood.code }, elsewhere);
  for (const { cookies } of [stepped, asked, joined]) {
    expect(cookies).toHaveLength(1);
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookies[0]).toContain(part);
    expect(cookies[0]).not.toContain('Domain');
  }
});

test('[M1] whoever set somebody’s cookie beforehand is not in when they step in', async () => {
  const set = `sid=${'a'.repeat(43)}`;
  const { cookies } = await asks('mutation { stepIn(name: "Siv") { id } }', {}, { cookie: set });
  expect(cookies[0]).not.toContain('a'.repeat(43));
  const other = here.people.nobody();
  other.cookie = set;
  expect((await other.asks('{ me { id } }')).me).toBeNull();
});
