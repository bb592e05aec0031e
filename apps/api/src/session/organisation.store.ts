import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/change.js';
import { Database } from '../core/database.js';
import { sha256 } from '../core/secrets.js';

/** Whom a sign-in means: the issuer as it is, the subject as a slow digest. */
export interface Known {
  readonly issuer: string;
  readonly subjectHash: Uint8Array<ArrayBuffer>;
}

/** Goings over to an organisation's sign-in and back, ten minutes and once, and whom it leads to [E3]. */
@Injectable()
export class OrganisationStore {
  constructor(private readonly db: Database) {}

  async begin(tx: Tx, state: string, browser: string): Promise<void> {
    await tx.$executeRaw`DELETE FROM sign_in_round WHERE created_at < now() - interval '1 day'`;
    await tx.$executeRaw`
      INSERT INTO sign_in_round (state_hash, browser_hash, expires_at) VALUES (${sha256(state)}, ${sha256(browser)}, now() + interval '10 minutes')`;
  }

  /** Uses a state up, in one statement so that of many at once exactly one succeeds. */
  async use(tx: Tx, state: string, browser: string): Promise<string | null> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      UPDATE sign_in_round SET used_at = now()
       WHERE state_hash = ${sha256(state)} AND browser_hash = ${sha256(browser)} AND used_at IS NULL AND expires_at > now() RETURNING id`;
    return rows[0]?.id ?? null;
  }

  /** Keeps what was proved until the person has pressed. */
  async prove(tx: Tx, id: string, known: Known, proof: string): Promise<void> {
    await tx.$executeRaw`
      UPDATE sign_in_round SET proof_hash = ${sha256(proof)}, issuer = ${known.issuer}, subject_hash = ${known.subjectHash}, expires_at = now() + interval '10 minutes'
       WHERE id = ${id}::uuid`;
  }

  /** Takes what was proved; it is gone with this, unless the whole act is taken back. */
  async take(tx: Tx, proof: string, browser: string): Promise<Known | null> {
    const rows = await tx.$queryRaw<Known[]>`
      DELETE FROM sign_in_round WHERE proof_hash = ${sha256(proof)} AND browser_hash = ${sha256(browser)} AND expires_at > now()
      RETURNING issuer, subject_hash AS "subjectHash"`;
    return rows[0] ?? null;
  }

  /** Lets it lead to somebody, unless it leads to somebody already; whom it leads to then. */
  async lead(tx: Tx, actorId: string, { issuer, subjectHash }: Known): Promise<string> {
    await tx.$executeRaw`
      INSERT INTO organisation_sign_in (actor_id, issuer, subject_hash) VALUES (${actorId}::uuid, ${issuer}, ${subjectHash}) ON CONFLICT (issuer, subject_hash) DO NOTHING`;
    return (await this.ownerOf(tx, { issuer, subjectHash })) ?? actorId;
  }

  async ownerOf(tx: Tx, { issuer, subjectHash }: Known): Promise<string | null> {
    const rows = await tx.$queryRaw<{ actor_id: string }[]>`
      SELECT actor_id FROM organisation_sign_in WHERE issuer = ${issuer} AND subject_hash = ${subjectHash} FOR UPDATE`;
    return rows[0]?.actor_id ?? null;
  }

  /** Takes one of somebody's own away; false when it is not there. */
  async takeAway(tx: Tx, actorId: string, id: string): Promise<boolean> {
    return (await tx.organisationSignIn.deleteMany({ where: { id, actorId } })).count > 0;
  }

  /** Those of somebody, in the order they came. */
  of(actorId: string): Promise<{ id: string; issuer: string; since: string }[]> {
    return this.db.rows('organisationSignIn.of', 'SELECT id, issuer, created_at AS since FROM organisation_sign_in WHERE actor_id = $1::uuid ORDER BY created_at, id', [actorId]);
  }
}
