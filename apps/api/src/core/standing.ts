import type { AskingStanding, Thing } from '@samsyn/domain/rights/rights';
import { may } from '@samsyn/domain/rights/rights';
import type { Capacity, Standing, Visibility } from '@samsyn/domain/shared/enums';
import type { Asking } from './asking.js';
import type { Database } from './database.js';
import { byKey } from './gather.js';
import { Refused } from './refusal.js';

/** Where the one who asks stands towards an alliance, and how open it is. */
export interface Place {
  readonly standing: AskingStanding;
  readonly capacity: Capacity | null;
  readonly participationId: string | null;
  readonly thing: Thing & { visibility: Visibility; ended: boolean };
}

interface PlaceRow {
  id: string;
  visibility: Visibility;
  ended: boolean;
  standing: Standing | null;
  capacity: Capacity | null;
  participation_id: string | null;
}

/** The place of the one who asks in an alliance; null when there is no such alliance. Gathered. */
export async function placeIn(database: Database, asking: Asking, allianceId: string): Promise<Place | null> {
  return asking.gather.one('place', allianceId, async (ids: string[]) => {
    const rows = await database.rows<PlaceRow>('place', placeSql, [ids, asking.actorId]);
    return new Map([...byKey(rows, (row) => row.id)].map(([id, row]) => [id, toPlace(row, asking.actorId)]));
  });
}

/** As `placeIn`, but refuses what may not be read: not found and not yours sound the same [R3]. */
export async function readable(database: Database, asking: Asking, allianceId: string): Promise<Place> {
  const place = isId(allianceId) ? await placeIn(database, asking, allianceId) : null;
  if (place === null || !may('alliance.read', place.standing, place.thing)) throw new Refused('not-found', 'R3');
  return place;
}

/** Only a UUID is ever an id; anything else is "not found" without asking the database. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}

/** The standing that follows from a participation row, or from there being none. */
export function standingFrom(actorId: string | null, standing: Standing | null): AskingStanding {
  return actorId === null ? 'NOBODY' : (standing ?? 'OUTSIDE');
}

function toPlace(row: PlaceRow, actorId: string | null): Place {
  return {
    standing: standingFrom(actorId, row.standing),
    capacity: row.capacity,
    participationId: row.participation_id,
    thing: { visibility: row.visibility, ended: row.ended },
  };
}

const placeSql = `
  select a.id, a.visibility, a.ended_at is not null as ended, p.standing, p.capacity, p.id as participation_id
  from alliance a
  left join participation p on p.alliance_id = a.id and p.actor_id = $2::uuid
  where a.id = any($1::uuid[])`;
