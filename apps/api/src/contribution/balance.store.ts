import { Injectable } from '@nestjs/common';
import { inOrder, missing, type ActorCount, type Balance, type KindCount } from '@samsyn/domain/contribution/balance';
import { capacities, kinds as allKinds, type Capacity, type Kind } from '@samsyn/domain/shared/enums';
import type { Asking } from '../core/asking.js';
import { Database } from '../core/database.js';
import { grouped } from '../core/gather.js';
import { authorFits, bothFit, filterKey, filterValues, type ContributionFilter } from './contribution.filter.js';

/** One number: where it was counted, of which kind (null: kind not stated; all: of any), from how many people. */
interface Count {
  readonly scope: string;
  readonly part: 'whole' | 'capacity' | 'person' | 'organisation' | 'questioned';
  readonly capacity: Capacity | null;
  readonly id: string | null;
  readonly stated: string | null;
  readonly name: string | null;
  readonly all: boolean;
  readonly kind: Kind | null;
  readonly count: number;
  readonly people: number;
}

/** Who brought what, counted by one statement for all alliances or framings of a page [K1]. */
@Injectable()
export class BalanceStore {
  constructor(private readonly database: Database) {}

  /** The balance of an alliance or a framing, with a filter. */
  async of(asking: Asking, scope: 'alliance' | 'framing', id: string, filter: ContributionFilter | null): Promise<Balance> {
    const counts = await asking.gather.many(`balance.${scope} ${filterKey(filter)}`, id, async (ids: string[]) =>
      grouped(await this.database.rows<Count>(`balance.${scope}`, balanceSql(scope), [ids, ...filterValues(filter)]), (row) => row.scope),
    );
    return toBalance(counts);
  }
}

/** Nothing counted. */
export const emptyBalance: Balance = toBalance([]);

function toBalance(counts: readonly Count[]): Balance {
  const part = (wanted: Count['part']) => counts.filter((count) => count.part === wanted);
  const whole = ofKinds(part('whole'));
  return {
    ...whole,
    capacities: [...capacities, null].map((capacity) => ({ capacity, ...ofKinds(part('capacity').filter((one) => one.capacity === capacity)) })),
    people: actors(part('person')),
    organisations: actors(part('organisation')),
    missing: missing(whole.total, whole.kinds),
    questioned: part('questioned')[0]?.count ?? 0,
  };
}

function actors(counts: readonly Count[]): ActorCount[] {
  const names = new Map(counts.map((one) => [one.id, one.name ?? '']));
  const groups = [...grouped(counts, (one) => JSON.stringify([one.id, one.stated])).values()];
  const rows = groups.map((theirs) => ({ actorId: theirs[0]?.id ?? null, stated: theirs[0]?.stated ?? null, ...ofKinds(theirs) }));
  return inOrder(rows, (id) => names.get(id) ?? '');
}

function ofKinds(counts: readonly Count[]): { total: number; kinds: KindCount[]; kindNotStated: number } {
  return {
    total: counts.find((one) => one.all)?.count ?? 0,
    kinds: allKinds.map((kind) => {
      const found = counts.find((one) => !one.all && one.kind === kind);
      return { kind, count: found?.count ?? 0, people: found?.people ?? 0 };
    }),
    kindNotStated: counts.find((one) => !one.all && one.kind === null)?.count ?? 0,
  };
}

/**
 * Contributions are taken once (c), then once per author that the filter means (a), then once per
 * kind (e); every number is a count of different contributions over one of those groups.
 */
function balanceSql(scope: 'alliance' | 'framing'): string {
  return `
    with chosen as materialized (
      select s.id as scope, c.id, c.kinds, c.stated_author
      from unnest($1::uuid[]) s(id) join contribution c on c.${scope}_id = s.id
      where ${bothFit}
    ),
    voice as (
      select c.scope, c.id, c.kinds, x.capacity, x.actor_id, x.organisation_id,
        case when x.actor_id is null then c.stated_author end as stated
      -- One look into the index per contribution: without the offset the planner reads all authors of all alliances.
      from chosen c left join lateral (select * from contribution_author a where a.contribution_id = c.id offset 0) x on true
      where ${authorFits}
    ),
    each as (
      select v.*, k.kind, coalesce(v.actor_id::text, 's' || v.stated) as person
      from voice v cross join lateral unnest(case when cardinality(v.kinds) = 0 then array[null]::"Kind"[] else v.kinds end) k(kind)
    ),
    counted as (
      select scope, capacity, actor_id, stated, organisation_id, kind,
        grouping(capacity) = 0 as by_capacity, grouping(actor_id) = 0 as by_person, grouping(organisation_id) = 0 as by_organisation,
        grouping(kind) = 1 as "all", count(distinct id) as count, count(distinct person) as people
      from each
      group by grouping sets (
        (scope), (scope, kind),
        (scope, capacity), (scope, capacity, kind),
        (scope, actor_id, stated), (scope, actor_id, stated, kind),
        (scope, organisation_id), (scope, organisation_id, kind))
    )
    select n.scope,
      case when by_capacity then 'capacity' when by_person then 'person' when by_organisation then 'organisation' else 'whole' end as part,
      n.capacity, coalesce(n.actor_id, n.organisation_id) as id, n.stated, who.name, n."all", n.kind, n.count, n.people
    from counted n left join actor who on who.id = coalesce(n.actor_id, n.organisation_id)
    where not (by_organisation and n.organisation_id is null)
    union all
    select c.scope, 'questioned', null, null, null, null, true, null, count(*), 0
    from chosen c
    where exists (select from question q where q.contribution_id = c.id and q.about = 'KIND' and q.outcome = 'OPEN')
    group by c.scope`;
}
