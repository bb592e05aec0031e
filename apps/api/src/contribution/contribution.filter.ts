import type { Capacity, Kind } from '@samsyn/domain/shared/enums';
import { isId } from '../core/standing.js';

/** What lists and balances can be narrowed to. What is said of the author holds for one and the same author. */
export interface ContributionFilter {
  kind?: Kind | null;
  kinds?: Kind[] | null;
  kindNotStated?: boolean | null;
  capacity?: Capacity | null;
  capacityNotStated?: boolean | null;
  organisationId?: string | null;
  actorId?: string | null;
  stated?: string | null;
  authorNotStated?: boolean | null;
  framingId?: string | null;
  from?: string | null;
  to?: string | null;
  search?: string | null;
  questioned?: boolean | null;
  unused?: boolean | null;
}

/** Conditions on a contribution c; the parameters are those of `filterValues`, after the scope in $1. */
export const contributionFits = `
  c.state = 'GIVEN'
  and ($2::"Kind"[] is null or c.kinds @> $2::"Kind"[])
  and ($3::boolean is not true or cardinality(c.kinds) = 0)
  and ($4::uuid is null or c.framing_id = $4::uuid)
  and ($5::timestamptz is null or c.given_at >= $5::timestamptz)
  and ($6::timestamptz is null or c.given_at <= $6::timestamptz)
  and ($7::text is null or position(lower($7::text) in lower(c.text)) > 0)
  and ($8::boolean is not true or exists (
    select from question q where q.contribution_id = c.id and q.about = 'KIND' and q.outcome = 'OPEN'))
  and ($15::boolean is not true or (
    not exists (select from passage p where p.contribution_id = c.id and p.here) and not exists (select from basis b where b.contribution_id = c.id and b.here)))`;

/** Conditions on an author x of a contribution c. */
export const authorFits = `
  ($9::"Capacity" is null or x.capacity = $9::"Capacity")
  and ($10::boolean is not true or x.capacity is null)
  and ($11::uuid is null or x.organisation_id = coalesce((select o.merged_into_id from organisation o where o.id = $11::uuid), $11::uuid))
  and ($12::uuid is null or x.actor_id = $12::uuid)
  and ($13::text is null or (x.actor_id is null and c.stated_author = $13::text))
  and ($14::boolean is not true or (x.actor_id is null and c.stated_author is null))`;

/** Both together, without a look at authors where nothing is asked of them. */
export const bothFit = `${contributionFits}
  and (($9::"Capacity" is null and $10::boolean is not true and $11::uuid is null and $12::uuid is null and $13::text is null and $14::boolean is not true)
    or exists (select from contribution_author x where x.contribution_id = c.id and ${authorFits}))`;

const nothing = '00000000-0000-0000-0000-000000000000';

/** The parameters $2 to $15 of a filter. An id that is none fits nothing. */
export function filterValues(filter: ContributionFilter | null | undefined): unknown[] {
  const given = filter ?? {};
  const kinds = [...(given.kinds ?? []), ...(given.kind ? [given.kind] : [])];
  const id = (one: string | null | undefined) => (one === null || one === undefined ? null : isId(one) ? one : nothing);
  return [
    kinds.length > 0 ? kinds : null,
    given.kindNotStated === true,
    id(given.framingId),
    given.from ?? null,
    given.to ?? null,
    given.search?.trim() || null,
    given.questioned === true,
    given.capacity ?? null,
    given.capacityNotStated === true,
    id(given.organisationId),
    id(given.actorId),
    given.stated ?? null,
    given.authorNotStated === true,
    given.unused === true,
  ];
}

/** One text for one filter, so that what is asked for alike is gathered. */
export function filterKey(filter: ContributionFilter | null | undefined): string {
  return JSON.stringify(filterValues(filter));
}
