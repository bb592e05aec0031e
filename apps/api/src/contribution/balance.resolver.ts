import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { ActorCount, Balance } from '@samsyn/domain/contribution/balance';
import { may } from '@samsyn/domain/rights/rights';
import { actorBy } from '../core/actors.js';
import { Asks, type Asking } from '../core/asking.js';
import { Database } from '../core/database.js';
import { placeIn } from '../core/standing.js';
import { BalanceStore, emptyBalance } from './balance.store.js';
import type { ContributionFilter } from './contribution.filter.js';

type Filter = ContributionFilter | null | undefined;

/** Who brought which kind of knowledge to an alliance. Of one that may not be read it is empty. */
@Resolver('Alliance')
export class AllianceBalanceResolver {
  constructor(
    private readonly store: BalanceStore,
    private readonly database: Database,
  ) {}

  @ResolveField()
  async balance(@Parent() alliance: { id: string }, @Asks() asking: Asking, @Args('filter') filter?: Filter): Promise<Balance> {
    const place = await placeIn(this.database, asking, alliance.id);
    if (place === null || !may('alliance.read', place.standing, place.thing)) return emptyBalance;
    return this.store.of(asking, 'alliance', alliance.id, filter ?? null);
  }
}

/** Who brought which kind of knowledge to a framing. */
@Resolver('Framing')
export class FramingBalanceResolver {
  constructor(
    private readonly store: BalanceStore,
    private readonly database: Database,
  ) {}

  @ResolveField()
  async balance(@Parent() framing: { id: string; allianceId: string }, @Asks() asking: Asking, @Args('filter') filter?: Filter): Promise<Balance> {
    const place = await placeIn(this.database, asking, framing.allianceId);
    if (place === null || !may('framing.read', place.standing, place.thing)) return emptyBalance;
    return this.store.of(asking, 'framing', framing.id, filter ?? null);
  }
}

/** Whose numbers these are. */
@Resolver('ActorCount')
export class ActorCountResolver {
  constructor(private readonly database: Database) {}

  @ResolveField()
  actor(@Parent() count: ActorCount, @Asks() asking: Asking) {
    return actorBy(this.database, asking, count.actorId);
  }
}
