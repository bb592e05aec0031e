import { Injectable } from '@nestjs/common';
import { byName } from '@samsyn/domain/shared/alphabet';
import type { ActorKind } from '@samsyn/domain/shared/enums';
import type { ActorRow } from '../core/actors.js';
import type { Asking } from '../core/asking.js';
import type { Tx } from '../core/change.js';
import { Database } from '../core/database.js';
import { grouped } from '../core/gather.js';

/** Somebody coordinates: a task that gives no rights [L6]. */
export interface CoordinatingRow {
  readonly id: string;
  readonly allianceId: string;
  readonly actor: ActorRow;
  readonly since: string;
  readonly until: string | null;
  readonly fromId: string | null;
  readonly reason: string;
}

interface Row {
  id: string;
  alliance_id: string;
  actor_id: string;
  kind: ActorKind;
  name: string;
  invented: boolean;
  since: string;
  until: string | null;
  from_id: string | null;
  reason: string;
}

/** The tasks of coordinating. */
@Injectable()
export class CoordinatingStore {
  constructor(private readonly db: Database) {}

  /** Those who coordinate now, in the order of the alphabet. Gathered. */
  ofAlliance(asking: Pick<Asking, 'gather'>, allianceId: string): Promise<CoordinatingRow[]> {
    return asking.gather.many('coordinating.ofAlliance', allianceId, async (ids: string[]) => {
      const rows = await this.db.rows<Row>('coordinating.ofAlliance', coordinatingSql, [ids]);
      return grouped(rows.map(toCoordinating).sort((one, two) => byName(one.actor, two.actor)), (row) => row.allianceId);
    });
  }

  /** A task by id, as it is now. */
  async byId(tx: Tx, id: string): Promise<{ id: string; allianceId: string; actorId: string; held: boolean } | null> {
    const rows = await tx.$queryRaw<{ id: string; alliance_id: string; actor_id: string; until: Date | null }[]>`
      SELECT id, alliance_id, actor_id, until FROM coordinating WHERE id = ${id}::uuid`;
    const row = rows[0];
    return row ? { id: row.id, allianceId: row.alliance_id, actorId: row.actor_id, held: row.until === null } : null;
  }

  /** Who holds the task in an alliance now. */
  heldIn(tx: Tx, allianceId: string): Promise<{ id: string; actorId: string }[]> {
    return tx.coordinating.findMany({ where: { allianceId, until: null }, select: { id: true, actorId: true } });
  }

  /** Somebody coordinates from now on. */
  async add(tx: Tx, allianceId: string, actorId: string, given: { fromId?: string; passedById?: string | null; reason?: string }, at: string): Promise<string> {
    return (await tx.coordinating.create({ data: { allianceId, actorId, since: at, ...given } })).id;
  }

  /** The task ends for somebody. */
  async end(tx: Tx, id: string, at: string): Promise<void> {
    await tx.coordinating.update({ where: { id }, data: { until: at } });
  }

  /** The task ends for somebody who leaves. */
  async endAll(tx: Tx, allianceId: string, actorId: string, at: string): Promise<number> {
    return (await tx.coordinating.updateMany({ where: { allianceId, actorId, until: null }, data: { until: at } })).count;
  }
}

function toCoordinating(row: Row): CoordinatingRow {
  return {
    id: row.id,
    allianceId: row.alliance_id,
    actor: { id: row.actor_id, kind: row.kind, name: row.name, invented: row.invented },
    since: row.since,
    until: row.until,
    fromId: row.from_id,
    reason: row.reason,
  };
}

const coordinatingSql = `
  SELECT c.id, c.alliance_id, c.actor_id, a.kind, a.name, a.invented, c.since, c.until, c.from_id, c.reason
    FROM coordinating c JOIN actor a ON a.id = c.actor_id
   WHERE c.alliance_id = ANY($1::uuid[]) AND c.until IS NULL`;
