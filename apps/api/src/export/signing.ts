import { Injectable } from '@nestjs/common';
import { canonical } from '@samsyn/domain/export/canonical';
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { ExportStore, type KeyRow } from './export.store.js';

/** What a file carries to be known again: by which key, and the signature over all the rest of it. */
export interface Signature {
  readonly algorithm: 'Ed25519';
  readonly key: string;
  readonly value: string;
}

/** Signs what leaves this installation, and knows it again. */
@Injectable()
export class Signing {
  constructor(private readonly store: ExportStore) {}

  /** The value with a signature over its canonical JSON. */
  async signed<T extends object>(value: T): Promise<T & { signature: Signature }> {
    const key = await this.ownKey();
    const privateKey = createPrivateKey({ key: key.privateKey, format: 'der', type: 'pkcs8' });
    const signature = sign(null, Buffer.from(canonical(value)), privateKey);
    return { ...value, signature: { algorithm: 'Ed25519', key: key.id, value: signature.toString('base64url') } };
  }

  /** Did this installation sign the value, and is every letter of it as it was then? */
  async isOurs(value: Readonly<Record<string, unknown>>): Promise<boolean> {
    const { signature, ...rest } = value;
    if (!isSignature(signature)) return false;
    const key = await this.store.key(signature.key);
    if (key === null) return false;
    const publicKey = createPublicKey({ key: key.publicKey, format: 'der', type: 'spki' });
    return verify(null, Buffer.from(canonical(rest)), publicKey, Buffer.from(signature.value, 'base64url'));
  }

  /** The keys by which anybody can check our files. */
  async keys(): Promise<{ key: string; algorithm: 'Ed25519'; spki: string }[]> {
    return (await this.store.keys()).map(({ id, publicKey }) => ({ key: id, algorithm: 'Ed25519', spki: publicKey.toString('base64') }));
  }

  private async ownKey(): Promise<KeyRow> {
    const found = await this.store.newestKey();
    if (found !== null) return found;
    const { publicKey, privateKey } = generateKeyPairSync('ed25519', { publicKeyEncoding: { type: 'spki', format: 'der' }, privateKeyEncoding: { type: 'pkcs8', format: 'der' } });
    await this.store.keepFirstKey({ id: createHash('sha256').update(publicKey).digest('base64url').slice(0, 22), publicKey, privateKey });
    return (await this.store.newestKey()) as KeyRow;
  }
}

function isSignature(given: unknown): given is Signature {
  if (typeof given !== 'object' || given === null) return false;
  const { algorithm, key, value } = given as Record<string, unknown>;
  return algorithm === 'Ed25519' && typeof key === 'string' && key.length <= 64 && typeof value === 'string' && value.length <= 200;
}
