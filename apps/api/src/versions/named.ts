import { byName } from '@samsyn/domain/shared/alphabet';
import { actorBy, type ActorRow } from '../core/actors.js';
import type { Asking } from '../core/asking.js';
import type { Database } from '../core/database.js';

/** People by their ids, in the order of the alphabet and nobody twice: an organisation may have become part of another. */
export async function namedAll(database: Database, asking: Asking, ids: Iterable<string>): Promise<ActorRow[]> {
  const actors = await Promise.all([...new Set(ids)].map((id) => actorBy(database, asking, id)));
  return [...new Map(actors.flatMap((actor) => (actor === null ? [] : [[actor.id, actor]]))).values()].sort(byName);
}
