import { Injectable } from '@nestjs/common';
import type { Speaking } from '@samsyn/domain/alliance/speaking';
import type { ActorKind, Capacity, Standing } from '@samsyn/domain/shared/enums';
import { byName } from '@samsyn/domain/shared/alphabet';
import type { ActorRow } from '../core/actors.js';
import type { Asking } from '../core/asking.js';
import type { Tx } from '../core/change.js';
import { Database } from '../core/database.js';
import { grouped } from '../core/gather.js';

/** Somebody's taking part: one relation for persons, organisations and alliances [A1]. */
export interface ParticipationRow {
  readonly id: string;
  readonly allianceId: string;
  readonly actor: ActorRow;
  readonly standing: Standing;
  readonly capacity: Capacity | null;
  readonly knows: string;
  readonly reason: string;
  readonly invitedById: string | null;
  readonly admittedById: string | null;
  readonly since: string;
  readonly answeredAt: string | null;
  readonly leftAt: string | null;
}

interface Row {
  id: string;
  alliance_id: string;
  actor_id: string;
  kind: ActorKind;
  name: string;
  invented: boolean;
  standing: Standing;
  capacity: Capacity | null;
  knows: string;
  reason: string;
  invited_by_id: string | null;
  admitted_by_id: string | null;
  since: string | Date;
  answered_at: string | Date | null;
  left_at: string | Date | null;
}

/** What a new standing brings along; what is not given stays as it is. */
export interface Stand {
  readonly standing: Standing;
  readonly speaking?: Speaking;
  readonly reason?: string;
  readonly invitedById?: string | null;
  readonly admittedById?: string | null;
  readonly answeredAt?: string | null;
}

/** Participations: reading them, and letting somebody stand somewhere. */
@Injectable()
export class ParticipationStore {
  constructor(private readonly db: Database) {}

  /** All participations of an alliance in the order of the alphabet, never by capacity or title. Gathered. */
  ofAlliance(asking: Pick<Asking, 'gather'>, allianceId: string): Promise<ParticipationRow[]> {
    return asking.gather.many('participation.ofAlliance', allianceId, async (ids: string[]) => {
      const rows = await this.db.rows<Row>('participation.ofAlliance', `${columns} WHERE p.alliance_id = ANY($1::uuid[])`, [ids]);
      const sorted = rows.map(toParticipation).sort((one, two) => byName(one.actor, two.actor));
      return grouped(sorted, (row) => row.allianceId);
    });
  }

  /** The participations of an actor, latest first. Gathered. */
  ofActor(asking: Pick<Asking, 'gather'>, actorId: string): Promise<ParticipationRow[]> {
    return asking.gather.many('participation.ofActor', actorId, async (ids: string[]) => {
      const rows = await this.db.rows<Row>('participation.ofActor', `${columns} WHERE p.actor_id = ANY($1::uuid[]) ORDER BY p.since DESC, p.id DESC`, [ids]);
      return grouped(rows.map(toParticipation), (row) => row.actor.id);
    });
  }

  /** One's own participation in an alliance. Gathered. */
  async mine(asking: Asking, allianceId: string): Promise<ParticipationRow | null> {
    if (asking.actorId === null) return null;
    return asking.gather.one('participation.mine', allianceId, async (ids: string[]) => {
      const rows = await this.db.rows<Row>('participation.mine', `${columns} WHERE p.alliance_id = ANY($1::uuid[]) AND p.actor_id = $2::uuid`, [ids, asking.actorId]);
      return new Map(rows.map((row) => [row.alliance_id, toParticipation(row)]));
    });
  }

  /** The alliance a participation is in; the alliance is held before the participation, always in this order. */
  async allianceOf(tx: Tx, id: string): Promise<string | null> {
    return (await tx.participation.findUnique({ where: { id }, select: { allianceId: true } }))?.allianceId ?? null;
  }

  /** A participation by id, held until the commit. */
  async held(tx: Tx, id: string): Promise<ParticipationRow | null> {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT p.*, a.kind, a.name, a.invented FROM participation p JOIN actor a ON a.id = p.actor_id
       WHERE p.id = ${id}::uuid FOR NO KEY UPDATE OF p`;
    return rows[0] ? toParticipation(rows[0]) : null;
  }

  /** Where an actor stands in an alliance, held until the commit. */
  async of(tx: Tx, allianceId: string, actorId: string): Promise<ParticipationRow | null> {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT p.*, a.kind, a.name, a.invented FROM participation p JOIN actor a ON a.id = p.actor_id
       WHERE p.alliance_id = ${allianceId}::uuid AND p.actor_id = ${actorId}::uuid FOR NO KEY UPDATE OF p`;
    return rows[0] ? toParticipation(rows[0]) : null;
  }

  /** One change at a time of where somebody stands, also before there is a row that could be held. */
  async alone(tx: Tx, allianceId: string, actorId: string): Promise<void> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('participation ' || ${allianceId} || ${actorId}, 0))`;
  }

  /** Lets an actor stand somewhere in an alliance; the same act whatever kind of actor it is. */
  async stand(tx: Tx, allianceId: string, actorId: string, given: Stand, at: string): Promise<ParticipationRow> {
    const { standing, speaking, reason = null, invitedById = null, admittedById = null, answeredAt = null } = given;
    const capacity = speaking?.capacity ?? null;
    const knows = speaking?.knows || null;
    const rows = await tx.$queryRaw<Row[]>`
      WITH stood AS (
        INSERT INTO participation AS p
               (alliance_id, actor_id, standing, capacity, knows, reason, invited_by_id, admitted_by_id, since, answered_at)
        VALUES (${allianceId}::uuid, ${actorId}::uuid, ${standing}::"Standing", ${capacity}::"Capacity", coalesce(${knows}::text, ''),
                coalesce(${reason}::text, ''), ${invitedById}::uuid, ${admittedById}::uuid, ${at}::timestamptz, ${answeredAt}::timestamptz)
        ON CONFLICT (alliance_id, actor_id) DO UPDATE
           SET standing = excluded.standing,
               capacity = coalesce(excluded.capacity, p.capacity),
               knows = coalesce(${knows}::text, p.knows),
               reason = coalesce(${reason}::text, p.reason),
               invited_by_id = coalesce(excluded.invited_by_id, p.invited_by_id),
               admitted_by_id = coalesce(excluded.admitted_by_id, p.admitted_by_id),
               since = CASE WHEN p.standing IN ('LEFT', 'ASKED_TO_LEAVE') THEN excluded.since ELSE p.since END,
               answered_at = coalesce(excluded.answered_at, p.answered_at),
               left_at = CASE WHEN excluded.standing IN ('LEFT', 'ASKED_TO_LEAVE') THEN excluded.since END
        RETURNING p.*)
      SELECT p.*, a.kind, a.name, a.invented FROM stood p JOIN actor a ON a.id = p.actor_id`;
    return toParticipation(rows[0] as Row);
  }

  /** In what capacity somebody speaks from now on. What was given keeps the capacity it was given in. */
  async speak(tx: Tx, id: string, speaking: Speaking): Promise<void> {
    await tx.participation.update({ where: { id }, data: speaking });
  }

  /** How many other persons take part. */
  otherPeople(tx: Tx, allianceId: string, actorId: string): Promise<number> {
    return tx.participation.count({ where: { allianceId, actorId: { not: actorId }, standing: 'TAKES_PART', actor: { kind: 'PERSON' } } });
  }
}

/** A row as a participation. */
function toParticipation(row: Row): ParticipationRow {
  return {
    id: row.id,
    allianceId: row.alliance_id,
    actor: { id: row.actor_id, kind: row.kind, name: row.name, invented: row.invented },
    standing: row.standing,
    capacity: row.capacity,
    knows: row.knows,
    reason: row.reason,
    invitedById: row.invited_by_id,
    admittedById: row.admitted_by_id,
    since: moment(row.since) as string,
    answeredAt: moment(row.answered_at),
    leftAt: moment(row.left_at),
  };
}

// The pool hands out text, Prisma hands out dates.
function moment(value: string | Date | null): string | null {
  return value instanceof Date ? value.toISOString() : value;
}

const columns = `
  SELECT p.id, p.alliance_id, p.actor_id, a.kind, a.name, a.invented, p.standing, p.capacity, p.knows, p.reason,
         p.invited_by_id, p.admitted_by_id, p.since, p.answered_at, p.left_at
    FROM participation p JOIN actor a ON a.id = p.actor_id`;
