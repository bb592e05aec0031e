import type { ActorKind } from '@samsyn/domain/shared/enums';
import type { Asking } from './asking.js';
import type { Database } from './database.js';
import { byKey } from './gather.js';

/** Who takes part, as far as everyone may see. */
export interface ActorRow {
  readonly id: string;
  readonly kind: ActorKind;
  readonly name: string;
  readonly invented: boolean;
}

/** An actor by id, or null; gathered over the request. */
export async function actorBy(database: Database, asking: Asking, id: string | null): Promise<ActorRow | null> {
  if (id === null) return null;
  return asking.gather.one('actor', id, async (ids: string[]) =>
    byKey(await database.rows<ActorRow>('actor', 'select id, kind, name, invented from actor where id = any($1::uuid[])', [ids]), (row) => row.id),
  );
}
