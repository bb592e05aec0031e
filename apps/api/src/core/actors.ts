import type { ActorKind } from '@samsyn/domain/shared/enums';
import type { Asking } from './asking.js';
import type { Database } from './database.js';

/** Who takes part, as far as everyone may see. */
export interface ActorRow {
  readonly id: string;
  readonly kind: ActorKind;
  readonly name: string;
  readonly invented: boolean;
}

/** An actor by id, or null; gathered over the request. A merged organisation answers as the one that stands [A3]. */
export async function actorBy(database: Database, asking: Asking, id: string | null): Promise<ActorRow | null> {
  if (id === null) return null;
  return asking.gather.one('actor', id, async (ids: string[]) =>
    new Map((await database.rows<ActorRow & { asked: string }>('actor', actorSql, [ids])).map(({ asked, ...actor }) => [asked, actor])),
  );
}

const actorSql = `
  select asked.id as asked, a.id, a.kind, a.name, a.invented
  from actor asked
  left join organisation o on o.id = asked.id
  join actor a on a.id = coalesce(o.merged_into_id, asked.id)
  where asked.id = any($1::uuid[])`;
