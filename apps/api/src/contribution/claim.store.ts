import { Injectable } from '@nestjs/common';
import { residentMark } from '@samsyn/domain/actor/protected';
import type { Claimable } from '@samsyn/domain/contribution/claim';
import type { Tx } from '../core/change.js';
import { Database } from '../core/database.js';
import { joinCode, sha256 } from '../core/secrets.js';

/** A slip as it was found by its code, with what it is for. */
export interface Found {
  readonly id: string;
  readonly allianceId: string;
  readonly madeById: string | null;
  readonly all: Claimable[];
}

/** Slips, and claiming what was written down for somebody. */
@Injectable()
export class ClaimStore {
  constructor(private readonly db: Database) {}

  /** Contributions as claiming sees them, held until the commit, always in the same order. */
  held(tx: Tx, ids: readonly string[]): Promise<Claimable[]> {
    return tx.$queryRaw<Claimable[]>`
      select c.id, c.alliance_id as "allianceId", c.state, c.written_down_by_id as "writtenDownById",
        (select x.actor_id from contribution_author x where x.contribution_id = c.id and x.position = 0) as "saidById"
      from contribution c where c.id = any(${[...ids]}::uuid[]) order by c.given_at, c.id for update`;
  }

  /** A new slip; its code is given back and only the digest stays. It works for half a year, by the database's clock. */
  async add(tx: Tx, allianceId: string, madeById: string, ids: readonly string[]): Promise<{ code: string; expiresAt: string }> {
    const code = joinCode();
    const rows = await tx.$queryRaw<{ id: string; expires_at: Date }[]>`
      insert into claim (alliance_id, code_hash, made_by_id, expires_at)
      values (${allianceId}::uuid, ${sha256(code)}, ${madeById}::uuid, now() + interval '180 days') returning id, expires_at`;
    const [slip] = rows;
    if (slip === undefined) throw new Error('no slip');
    await tx.claimContribution.createMany({ data: ids.map((contributionId) => ({ claimId: slip.id, contributionId })) });
    return { code, expiresAt: slip.expires_at.toISOString() };
  }

  /** The slip of a code that works, held until the commit: of two who use it at once, one finds it used. */
  async byCode(tx: Tx, code: string): Promise<Found | null> {
    const rows = await tx.$queryRaw<Omit<Found, 'all'>[]>`
      select id, alliance_id as "allianceId", made_by_id as "madeById" from claim
      where code_hash = ${sha256(code)} and claimed_at is null and expires_at > now() for update`;
    const [slip] = rows;
    if (slip === undefined) return null;
    const of = await tx.claimContribution.findMany({ where: { claimId: slip.id }, select: { contributionId: true } });
    return { ...slip, all: await this.held(tx, of.map((one) => one.contributionId)) };
  }

  /** Makes these somebody's: they are the author from now on, and the name that was told goes. */
  async claim(tx: Tx, slip: Pick<Found, 'id' | 'allianceId' | 'madeById'>, ids: readonly string[], personId: string, at: string): Promise<void> {
    await tx.$executeRaw`update claim set claimed_by_id = ${personId}::uuid, claimed_at = now() where id = ${slip.id}::uuid`;
    await tx.$executeRaw`
      update contribution_author x set actor_id = ${personId}::uuid
      where x.contribution_id = any(${[...ids]}::uuid[]) and x.position = 0 and x.actor_id is null`;
    await tx.$executeRaw`update contribution set stated_author = null where id = any(${[...ids]}::uuid[])`;
    // Whoever stands nowhere there yet is invited by the one who wrote it down, and comes in or not as they like.
    await tx.$executeRaw`
      insert into participation (alliance_id, actor_id, standing, invited_by_id, since)
      values (${slip.allianceId}::uuid, ${personId}::uuid, 'INVITED', ${slip.madeById}::uuid, ${at}::timestamptz) on conflict (alliance_id, actor_id) do nothing`;
  }

  /** The name of the one who told it goes. */
  async leaveOut(tx: Tx, id: string): Promise<void> {
    await tx.$executeRaw`update contribution set stated_author = ${residentMark} where id = ${id}::uuid`;
    await tx.$executeRaw`update contribution_author set capacity = 'RESIDENT' where contribution_id = ${id}::uuid and position = 0`;
  }

  /** What else the same person wrote down in the alliance under the same name, unclaimed. Who is left out is nobody's like. */
  async alike(id: string, writerId: string): Promise<string[]> {
    const rows = await this.db.rows<{ id: string }>(
      'claim.alike',
      `select o.id from contribution c
       join contribution o on o.alliance_id = c.alliance_id and o.written_down_by_id = c.written_down_by_id and o.id <> c.id and o.state = 'GIVEN'
         and lower(o.stated_author) = lower(c.stated_author) and o.stated_author <> $3
       join contribution_author x on x.contribution_id = o.id and x.position = 0 and x.actor_id is null
       where c.id = $1::uuid and c.written_down_by_id = $2::uuid order by o.given_at desc, o.id limit 50`,
      [id, writerId, residentMark],
    );
    return rows.map((row) => row.id);
  }
}
