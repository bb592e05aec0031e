import { Injectable } from '@nestjs/common';
import type { ActorKind } from '@samsyn/domain/shared/enums';
import type { Asking } from '../core/asking.js';
import { Database } from '../core/database.js';

/** Who takes part, as others see them. */
export interface ActorRow {
  readonly id: string;
  readonly kind: ActorKind;
  readonly name: string;
  readonly invented: boolean;
}

/** Actors of all kinds, read the same way [A1]. */
@Injectable()
export class ActorStore {
  constructor(private readonly db: Database) {}

  /** An actor by id; an organisation that was merged answers as the one that stands. Gathered. */
  async one(asking: Pick<Asking, 'gather'>, id: string | null | undefined): Promise<ActorRow | null> {
    if (!id) return null;
    return asking.gather.one('actor', id, async (ids: string[]) => {
      const rows = await this.db.rows<ActorRow & { asked: string }>('actor.one', actorSql, [ids]);
      return new Map(rows.map(({ asked, ...actor }) => [asked, actor]));
    });
  }
}

const actorSql = `
  SELECT asked.id AS asked, a.id, a.kind, a.name, a.invented
    FROM actor asked
    LEFT JOIN organisation o ON o.id = asked.id
    JOIN actor a ON a.id = coalesce(o.merged_into_id, asked.id)
   WHERE asked.id = ANY($1::uuid[])`;
