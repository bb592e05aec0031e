import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { ThreadState } from '@samsyn/domain/shared/enums';
import { Asks, type Asking } from '../core/asking.js';
import { ThreadLists, type Listed } from './talk.lists.js';
import { TalkReadStore } from './talk.read.store.js';

/** What is said about a framing, its passages and what was brought to it. */
@Resolver('Framing')
export class FramingThreadsResolver {
  constructor(private readonly lists: ThreadLists) {}

  @ResolveField()
  threads(@Parent() framing: { id: string; allianceId: string }, @Asks() asking: Asking, @Args('first') first: number, @Args('after') after?: string | null, @Args('state') state?: ThreadState | null) {
    return this.lists.list(asking, 'framing', framing, first, after, state);
  }
}

/** What is said about a contribution. */
@Resolver('Contribution')
export class ContributionThreadsResolver {
  constructor(private readonly lists: ThreadLists) {}

  @ResolveField()
  threads(@Parent() contribution: { id: string; allianceId: string }, @Asks() asking: Asking, @Args('first') first: number, @Args('after') after?: string | null, @Args('state') state?: ThreadState | null) {
    return this.lists.list(asking, 'contribution', contribution, first, after, state);
  }
}

/** How many there are in all, counted only when asked for. */
@Resolver('ThreadConnection')
export class ThreadTotalResolver {
  constructor(private readonly store: TalkReadStore) {}

  @ResolveField()
  total(@Parent() list: Listed, @Asks() asking: Asking) {
    return list.scopeId === null ? 0 : this.store.total(asking, list.scope, list.scopeId, list.state);
  }
}
