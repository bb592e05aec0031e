import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/change.js';
import { sha256 } from '../core/secrets.js';

/** How many letters with a link one address gets in an hour. */
const mostPerHour = 5;

/** Links to sign in: ten minutes, one use, in the browser that asked [M1]. Only digests are stored. */
@Injectable()
export class SignInStore {
  /** Did this address get as many letters in the last hour as it may? Asked together with adding, one at a time. */
  async tooMany(tx: Tx, email: string): Promise<boolean> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('sign-in:' || ${email}, 0))`;
    const rows = await tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM sign_in_link WHERE email = ${email} AND created_at > now() - interval '1 hour'`;
    return (rows[0]?.count ?? 0) >= mostPerHour;
  }

  /** A new link. Old ones of everybody are cleared away in passing. */
  async add(tx: Tx, email: string, token: string, nonce: string): Promise<string> {
    await tx.$executeRaw`DELETE FROM sign_in_link WHERE created_at < now() - interval '1 day'`;
    const rows = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO sign_in_link (email, token_hash, nonce_hash, expires_at)
      VALUES (${email}, ${sha256(token)}, ${sha256(nonce)}, now() + interval '10 minutes') RETURNING id`;
    return rows[0]?.id ?? '';
  }

  /** Uses a link up, in one statement so that of many at once exactly one succeeds; the address it was sent to, or null. */
  async use(tx: Tx, token: string, nonce: string): Promise<{ id: string; email: string } | null> {
    const rows = await tx.$queryRaw<{ id: string; email: string }[]>`
      UPDATE sign_in_link SET used_at = now()
       WHERE token_hash = ${sha256(token)} AND nonce_hash = ${sha256(nonce)} AND used_at IS NULL AND expires_at > now()
      RETURNING id, email`;
    return rows[0] ?? null;
  }
}
