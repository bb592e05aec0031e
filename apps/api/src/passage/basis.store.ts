import { Injectable } from '@nestjs/common';
import type { Capacity, Stance, Visibility } from '@samsyn/domain/shared/enums';
import type { Asking } from '../core/asking.js';
import type { Tx } from '../core/change.js';
import { Database } from '../core/database.js';
import { grouped } from '../core/gather.js';

/** What somebody says a contribution does to a passage. */
export interface StanceRow {
  readonly id: string;
  readonly stance: Stance;
  readonly byId: string | null;
  readonly capacity: Capacity | null;
  readonly at: string;
}

/** What a passage rests on. */
export interface BasisRow {
  readonly id: string;
  readonly framingId: string;
  readonly allianceId: string;
  readonly contributionId: string;
  readonly quote: string;
  readonly at: string;
  readonly stances: StanceRow[];
}

/** A basis as an act needs it. */
export interface BasisHeld {
  readonly allianceId: string;
  readonly visibility: Visibility;
  readonly framingId: string;
  readonly contributionId: string;
  readonly said: StanceRow[];
}

/** All SQL of what passages rest on. */
@Injectable()
export class BasisStore {
  constructor(private readonly database: Database) {}

  /** Begins a basis and gives its id. */
  async begin(tx: Tx, at: string, basis: { framingId: string; contributionId: string; quote: string }): Promise<string> {
    return (await tx.basis.create({ data: { ...basis, at }, select: { id: true } })).id;
  }

  /** Stores what somebody says. */
  async say(tx: Tx, at: string, said: { basisId: string; stance: Stance; saidById: string | null; capacity: Capacity | null }): Promise<void> {
    await tx.stanceSaid.create({ data: { ...said, at } });
  }

  /** A basis, held still until the commit, with all that is said of it; null when it rests on nothing that stands. */
  async hold(tx: Tx, id: string): Promise<BasisHeld | null> {
    const rows = await tx.$queryRaw<Omit<BasisHeld, 'said'>[]>`
      select f.alliance_id as "allianceId", a.visibility, b.framing_id as "framingId", b.contribution_id as "contributionId"
      from basis b join framing f on f.id = b.framing_id join alliance a on a.id = f.alliance_id
      join contribution c on c.id = b.contribution_id and c.state = 'GIVEN' where b.id = ${id}::uuid for update of b`;
    if (rows[0] === undefined) return null;
    const said = await tx.stanceSaid.findMany({ where: { basisId: id }, select: { id: true, stance: true, saidById: true, capacity: true, at: true } });
    return { ...rows[0], said: said.map(({ saidById, at, ...one }) => ({ ...one, byId: saidById, at: at.toISOString() })) };
  }

  /** The basis that something was said of; null when nothing was. */
  async basisOf(tx: Tx, stanceId: string): Promise<string | null> {
    return (await tx.stanceSaid.findUnique({ where: { id: stanceId }, select: { basisId: true } }))?.basisId ?? null;
  }

  /** Takes back what was said; the basis ends when nothing is said of it any more. */
  async takeBack(tx: Tx, stanceId: string, basisId: string, ends: boolean): Promise<void> {
    await tx.stanceSaid.delete({ where: { id: stanceId } });
    if (ends) await tx.basis.delete({ where: { id: basisId } });
  }

  /** What the passages of texts rest on, oldest first; withdrawn contributions carry nothing. */
  ofFraming(asking: Asking, framingId: string): Promise<BasisRow[]> {
    return asking.gather.many('basis.ofFraming', framingId, async (ids: string[]) =>
      grouped(await this.database.rows<BasisRow>('basis.ofFraming', `${basisSql} where b.framing_id = any($1::uuid[]) order by b.at, b.id`, [ids]), (row) => row.framingId),
    );
  }

  /** One basis, or null. */
  byId(id: string): Promise<BasisRow | null> {
    return this.database.row<BasisRow>('basis.byId', `${basisSql} where b.id = $1::uuid`, [id]);
  }
}

const basisSql = `
  select b.id, b.framing_id as "framingId", c.alliance_id as "allianceId", b.contribution_id as "contributionId", b.quote, b.at,
    coalesce((select json_agg(json_build_object('id', s.id, 'stance', s.stance, 'byId', s.said_by_id, 'capacity', s.capacity, 'at', s.at) order by s.at, s.id)
      from stance_said s where s.basis_id = b.id), '[]') as stances
  from basis b join contribution c on c.id = b.contribution_id and c.state = 'GIVEN'`;
