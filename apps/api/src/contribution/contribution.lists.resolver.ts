import { Injectable } from '@nestjs/common';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { may } from '@samsyn/domain/rights/rights';
import { limits } from '@samsyn/domain/shared/limits';
import { asText } from '@samsyn/domain/shared/text';
import { Asks, type Asking } from '../core/asking.js';
import { Database } from '../core/database.js';
import { must } from '../core/refusal.js';
import { placeIn } from '../core/standing.js';
import { Stands } from '../passage/stands.js';
import { asPage, connection, type ContributionConnection } from './contribution.connection.js';
import type { ContributionFilter } from './contribution.filter.js';
import { ContributionReadStore, type Scope } from './contribution.read.store.js';

type Filter = ContributionFilter | null | undefined;

/** Contributions in lists, latest first. Of an alliance that may not be read the list is empty. */
@Injectable()
export class ContributionLists {
  constructor(
    private readonly store: ContributionReadStore,
    private readonly database: Database,
    private readonly stands: Stands,
  ) {}

  async list(asking: Asking, scope: Scope, id: string, allianceId: string | null, first: number, after?: string | null, filter?: Filter): Promise<ContributionConnection> {
    const page = must(asPage(first, after));
    const search = must(asText(filter?.search ?? '', limits.search, true)) || null;
    const stated = filter?.stated == null ? null : must(asText(filter.stated, limits.name, true));
    const wanted = filter ? { ...filter, search, stated } : null;
    const place = allianceId === null ? null : await placeIn(this.database, asking, allianceId);
    const readable = allianceId === null ? id === asking.actorId : place !== null && may('alliance.read', place.standing, place.thing);
    if (wanted?.unused === true && readable && allianceId !== null) await this.stands.freshIn(asking, allianceId);
    const rows = readable ? await this.store.list(asking, scope, id, page.first, page.after, wanted) : [];
    return { scope, scopeId: readable ? id : '', filter: wanted, ...connection(rows, page.first) };
  }
}

/** What was brought to an alliance. */
@Resolver('Alliance')
export class AllianceContributionsResolver {
  constructor(private readonly lists: ContributionLists) {}

  @ResolveField()
  contributions(@Parent() alliance: { id: string }, @Asks() asking: Asking, @Args('first') first: number, @Args('after') after?: string | null, @Args('filter') filter?: Filter) {
    return this.lists.list(asking, 'alliance', alliance.id, alliance.id, first, after, filter);
  }
}

/** What was brought to a framing. */
@Resolver('Framing')
export class FramingContributionsResolver {
  constructor(private readonly lists: ContributionLists) {}

  @ResolveField()
  contributions(@Parent() framing: { id: string; allianceId: string }, @Asks() asking: Asking, @Args('first') first: number, @Args('after') after?: string | null, @Args('filter') filter?: Filter) {
    return this.lists.list(asking, 'framing', framing.id, framing.allianceId, first, after, filter);
  }
}

/** What I brought, wherever it was; only oneself sees it gathered like this. */
@Resolver('Person')
export class PersonContributionsResolver {
  constructor(private readonly lists: ContributionLists) {}

  @ResolveField()
  contributions(@Parent() person: { id: string }, @Asks() asking: Asking, @Args('first') first: number, @Args('after') after?: string | null) {
    return this.lists.list(asking, 'author', person.id, null, first, after);
  }
}

/** How many there are in all, counted only when asked for. */
@Resolver('ContributionConnection')
export class ContributionTotalResolver {
  constructor(private readonly store: ContributionReadStore) {}

  @ResolveField()
  total(@Parent() list: ContributionConnection, @Asks() asking: Asking) {
    return list.scopeId === '' ? 0 : this.store.total(asking, list.scope, list.scopeId, list.filter);
  }
}
