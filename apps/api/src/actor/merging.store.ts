import { Injectable } from '@nestjs/common';
import { foldAnswers, type Answered } from '@samsyn/domain/alliance/answering';
import type { Standing } from '@samsyn/domain/shared/enums';
import type { Tx } from '../core/change.js';

interface Double {
  from_id: string;
  into_id: string;
  from_standing: Standing;
  into_standing: Standing;
  from_reason: string;
  into_reason: string;
  from_answered: Date | null;
  into_answered: Date | null;
}

/** Lets everything that hangs on one organisation go over to another [A3]. */
@Injectable()
export class MergingStore {
  /** One merging at a time, so that two cannot make a circle together. */
  async alone(tx: Tx): Promise<void> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('organisation.merge', 0))`;
  }

  /** Moves all of it, and lets the first point at the second, and with it those that pointed at the first. */
  async merge(tx: Tx, fromId: string, intoId: string): Promise<void> {
    for (const double of await this.doubles(tx, fromId, intoId)) await this.fold(tx, double);
    await tx.$executeRaw`UPDATE participation SET actor_id = ${intoId}::uuid WHERE actor_id = ${fromId}::uuid`;
    await tx.$executeRaw`
      UPDATE coordinating f SET until = now()
       WHERE f.actor_id = ${fromId}::uuid AND f.until IS NULL AND EXISTS (
         SELECT 1 FROM coordinating i WHERE i.alliance_id = f.alliance_id AND i.actor_id = ${intoId}::uuid AND i.until IS NULL)`;
    await tx.$executeRaw`UPDATE coordinating SET actor_id = ${intoId}::uuid WHERE actor_id = ${fromId}::uuid`;
    await tx.$executeRaw`UPDATE contribution_author SET organisation_id = ${intoId}::uuid WHERE organisation_id = ${fromId}::uuid`;
    await tx.$executeRaw`UPDATE contribution_author SET actor_id = ${intoId}::uuid WHERE actor_id = ${fromId}::uuid`;
    await tx.$executeRaw`
      DELETE FROM mention f USING mention i WHERE f.actor_id = ${fromId}::uuid AND i.actor_id = ${intoId}::uuid AND i.post_id = f.post_id`;
    await tx.$executeRaw`UPDATE mention SET actor_id = ${intoId}::uuid WHERE actor_id = ${fromId}::uuid`;
    await tx.$executeRaw`UPDATE initiative SET organisation_id = ${intoId}::uuid WHERE organisation_id = ${fromId}::uuid`;
    await tx.$executeRaw`
      UPDATE organisation SET parent_id = ${intoId}::uuid WHERE parent_id = ${fromId}::uuid AND id <> ${intoId}::uuid`;
    await tx.$executeRaw`
      UPDATE organisation SET merged_into_id = ${intoId}::uuid WHERE id = ${fromId}::uuid OR merged_into_id = ${fromId}::uuid`;
  }

  private doubles(tx: Tx, fromId: string, intoId: string): Promise<Double[]> {
    return tx.$queryRaw<Double[]>`
      SELECT f.id AS from_id, i.id AS into_id, f.standing AS from_standing, i.standing AS into_standing,
             f.reason AS from_reason, i.reason AS into_reason, f.answered_at AS from_answered, i.answered_at AS into_answered
        FROM participation f JOIN participation i ON i.alliance_id = f.alliance_id AND i.actor_id = ${intoId}::uuid
       WHERE f.actor_id = ${fromId}::uuid
       ORDER BY f.alliance_id FOR UPDATE OF f, i`;
  }

  private async fold(tx: Tx, double: Double): Promise<void> {
    const folded = foldAnswers(
      answered(double.into_standing, double.into_reason, double.into_answered),
      answered(double.from_standing, double.from_reason, double.from_answered),
    );
    await tx.participation.update({ where: { id: double.into_id }, data: folded });
    // A person who spoke for both speaks on for the one; what they held is kept.
    await tx.representation.updateMany({ where: { participationId: double.from_id }, data: { participationId: double.into_id } });
    await tx.participation.delete({ where: { id: double.from_id } });
  }
}

function answered(standing: Standing, reason: string, at: Date | null): Answered {
  return { standing, reason, answeredAt: at?.toISOString() ?? null };
}
