import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { may, rightsOf } from '@samsyn/domain/rights/rights';
import type { ThreadState } from '@samsyn/domain/shared/enums';
import { AllianceStore } from '../alliance/alliance.store.js';
import { ContributionReadStore } from '../contribution/contribution.read.store.js';
import { actorBy } from '../core/actors.js';
import { Asks, type Asking } from '../core/asking.js';
import { Database } from '../core/database.js';
import { must } from '../core/refusal.js';
import { isId, placeIn } from '../core/standing.js';
import { FramingStore } from '../framing/framing.store.js';
import { ThreadStanding } from './standing.js';
import { asPage, posts } from './talk.connection.js';
import { ThreadLists, type Listed } from './talk.lists.js';
import { TalkReadStore } from './talk.read.store.js';
import { asHideable, asPost } from './talk.rights.js';
import type { PostRow, ThreadRow } from './talk.row.js';

/** A thread as it is read. Who gets hold of one may read it: lists and doors have asked. */
@Resolver('Thread')
export class ThreadResolver {
  constructor(
    private readonly store: TalkReadStore,
    private readonly lists: ThreadLists,
    private readonly alliances: AllianceStore,
    private readonly framings: FramingStore,
    private readonly contributions: ContributionReadStore,
    private readonly standing: ThreadStanding,
    private readonly database: Database,
  ) {}

  @Query('thread')
  async one(@Asks() asking: Asking, @Args('id') id: string): Promise<ThreadRow | null> {
    const thread = isId(id) ? await this.store.thread(asking, id) : null;
    const place = thread && (await placeIn(this.database, asking, thread.allianceId));
    return place !== null && may('thread.read', place.standing, place.thing) ? thread : null;
  }

  @Query()
  async threadsOf(@Asks() asking: Asking, @Args('framingId') id: string, @Args('first') first: number, @Args('after') after?: string | null, @Args('state') state?: ThreadState | null): Promise<Listed | null> {
    const framing = isId(id) ? await this.framings.byId(asking, id) : null;
    const place = framing && (await placeIn(this.database, asking, framing.allianceId));
    if (framing === null || place === null || !may('framing.read', place.standing, place.thing)) return null;
    return this.lists.list(asking, 'framing', framing, first, after, state);
  }

  @ResolveField()
  alliance(@Parent() thread: ThreadRow, @Asks() asking: Asking) {
    return this.alliances.one(asking, thread.allianceId);
  }

  @ResolveField()
  framing(@Parent() thread: ThreadRow, @Asks() asking: Asking) {
    return thread.framingId === null ? null : this.framings.byId(asking, thread.framingId);
  }

  @ResolveField()
  contribution(@Parent() thread: ThreadRow, @Asks() asking: Asking) {
    return thread.contributionId === null ? null : this.contributions.byId(asking, thread.contributionId);
  }

  @ResolveField()
  async passage(@Parent() thread: ThreadRow, @Asks() asking: Asking) {
    const { anchor, quote } = thread;
    return anchor === null || quote === null ? null : { anchor, quote, removed: await this.standing.isRemoved(asking, thread) };
  }

  @ResolveField()
  openedBy(@Parent() thread: ThreadRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, thread.openedById);
  }

  @ResolveField()
  async posts(@Parent() thread: ThreadRow, @Asks() asking: Asking, @Args('first') first: number, @Args('after') after?: string | null) {
    const page = must(asPage(first, after));
    return posts(await this.store.posts(asking, thread.id, page.first, page.after), page.first);
  }

  @ResolveField()
  async rights(@Parent() thread: ThreadRow, @Asks() asking: Asking) {
    const place = await placeIn(this.database, asking, thread.allianceId);
    if (place === null) return [];
    return rightsOf(['thread.read', 'thread.reply', 'thread.resolve', 'thread.reopen'], place.standing, { ...place.thing, state: thread.state });
  }
}

/** Something said, as it is read. */
@Resolver('ThreadPost')
export class ThreadPostResolver {
  constructor(
    private readonly store: TalkReadStore,
    private readonly database: Database,
  ) {}

  @ResolveField()
  by(@Parent() post: PostRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, post.saidById);
  }

  @ResolveField()
  async left(@Parent() post: PostRow, @Asks() asking: Asking) {
    return post.saidById !== null && (await this.isInside(asking, post)) && this.store.hasLeft(asking, post.allianceId, post.saidById);
  }

  @ResolveField()
  async mentions(@Parent() post: PostRow, @Asks() asking: Asking) {
    return (await this.isInside(asking, post)) ? this.store.mentions(asking, post.id) : [];
  }

  @ResolveField()
  async rights(@Parent() post: PostRow, @Asks() asking: Asking) {
    const place = await placeIn(this.database, asking, post.allianceId);
    if (place === null) return [];
    const { standing, thing } = place;
    return [...rightsOf(['post.takeBack'], standing, asPost(post, asking.actorId, thing.visibility)), ...rightsOf(['hiding.hide'], standing, asHideable(post, thing.visibility))];
  }

  // Who has left, and which closed alliances take part, is between those who take part [L2].
  private async isInside(asking: Asking, post: PostRow): Promise<boolean> {
    return (await placeIn(this.database, asking, post.allianceId))?.standing === 'TAKES_PART';
  }
}
