import { createHash, randomBytes, randomInt } from 'node:crypto';
import { codeLength } from '@samsyn/domain/alliance/code';

// Crockford's base 32: no I, L, O or U, so that a code can be read aloud and typed from paper.
const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 256 random bits as text for an address or a cookie. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The digest under which a secret is stored. */
export function sha256(text: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(text).digest());
}

/** A join code (40 bits). */
export function joinCode(): string {
  return Array.from({ length: codeLength }, () => crockford[randomInt(32)]).join('');
}

/** The only clock: ISO 8601 in UTC. */
export function now(): string {
  return new Date().toISOString();
}
