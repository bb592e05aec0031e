import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An OpenID provider that is the one others run too, with one client registered. */
export interface RealProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly secret: string;
  /** Goes where the browser was sent, signs in there as this subject, and gives the address the browser is sent back to. */
  signIn(where: string, subject: string): Promise<string>;
  close(): Promise<void>;
}

interface OidcProvider {
  callback(): (request: unknown, response: unknown) => void;
}

/** Starts a real provider, with the forms it brings along for trying. */
export async function aRealProvider(back: string): Promise<RealProvider> {
  const { default: Provider } = (await import('oidc-provider' as string)) as { default: new (issuer: string, settings: object) => OidcProvider };
  // It tells at length what one should set who runs it for real.
  const { info, warn } = console;
  Object.assign(console, { info: () => undefined, warn: () => undefined });
  const server = createServer();
  const issuer = await listening(server);
  const client = { client_id: 'samsyn', client_secret: 'a-secret-that-only-the-two-know', redirect_uris: [back] };
  const provider = new Provider(issuer, { clients: [client], pkce: { required: () => true }, cookies: { keys: ['a key for trying'] } });
  server.on('request', provider.callback());
  return {
    issuer,
    clientId: client.client_id,
    secret: client.client_secret,
    signIn: async (where, subject) => {
      const jar = new Map<string, string>();
      const step = async (address: string, body?: string): Promise<Response> => {
        const response = await fetch(address, {
          method: body === undefined ? 'GET' : 'POST',
          redirect: 'manual',
          headers: { cookie: [...jar].map(([key, value]) => `${key}=${value}`).join('; '), ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }) },
          ...(body === undefined ? {} : { body }),
        });
        for (const set of response.headers.getSetCookie()) {
          const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
          jar.set(key, value);
        }
        return response;
      };
      let response = await step(where);
      for (let steps = 0; steps < 12; steps += 1) {
        const to = response.headers.get('location');
        if (to?.startsWith(back) === true) return to;
        if (to !== null) response = await step(new URL(to, issuer).href);
        else {
          const page = await response.text();
          const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
          response = await step(new URL(action, issuer).href, page.includes('value="login"') ? `prompt=login&login=${subject}&password=x` : 'prompt=consent');
        }
      }
      throw new Error('the provider sent nobody back');
    },
    close: () => {
      Object.assign(console, { info, warn });
      return closed(server);
    },
  };
}

/** A provider that says whatever a test lets it say. */
export interface Forger {
  readonly issuer: string;
  /** What the next token says; the claims that would be right are given. */
  says: (right: Record<string, unknown>) => Record<string, unknown>;
  /** How it is signed. */
  signs: 'its key' | 'another key' | 'not at all';
  nonce: string;
  close(): Promise<void>;
}

/** Starts a provider that lies. */
export async function aForger(): Promise<Forger> {
  const [own, other] = [generateKeyPairSync('rsa', { modulusLength: 2048 }), generateKeyPairSync('rsa', { modulusLength: 2048 })];
  const server = createServer();
  const issuer = await listening(server);
  const forger: Forger = { issuer, says: (right) => right, signs: 'its key', nonce: '', close: () => closed(server) };
  server.on('request', (request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url === '/.well-known/openid-configuration') {
      return response.end(JSON.stringify({
        issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks`, response_types_supported: ['code'],
        subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256'], code_challenge_methods_supported: ['S256'],
      }));
    }
    if (request.url === '/jwks') return response.end(JSON.stringify({ keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'own', use: 'sig', alg: 'RS256' }] }));
    const at = Math.floor(Date.now() / 1000);
    const claims = forger.says({ iss: issuer, aud: 'samsyn', sub: 'siv', iat: at, exp: at + 300, nonce: forger.nonce });
    return response.end(JSON.stringify({ access_token: 'x', token_type: 'Bearer', id_token: token(claims, forger.signs, forger.signs === 'another key' ? other.privateKey : own.privateKey) }));
  });
  return forger;
}

function token(claims: object, signs: Forger['signs'], key: KeyObject): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const body = `${part(signs === 'not at all' ? { alg: 'none' } : { alg: 'RS256', kid: 'own' })}.${part(claims)}`;
  return `${body}.${signs === 'not at all' ? '' : createSign('RSA-SHA256').update(body).sign(key).toString('base64url')}`;
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
