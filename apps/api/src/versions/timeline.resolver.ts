import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { may } from '@samsyn/domain/rights/rights';
import { sittings, type Sitting, type Step } from '@samsyn/domain/versions/sitting';
import { Asks, type Asking } from '../core/asking.js';
import { Database } from '../core/database.js';
import { must } from '../core/refusal.js';
import { placeIn } from '../core/standing.js';
import type { FramingRow } from '../framing/framing.store.js';
import { namedAll } from './named.js';
import { asPage, connection } from './page.js';
import { Past } from './past.js';
import { Replay } from './replay.js';
import { TimelineStore } from './timeline.store.js';

/** Who wrote in a text, and when [V1]. */
@Resolver('Framing')
export class TimelineResolver {
  constructor(
    private readonly store: TimelineStore,
    private readonly past: Past,
    private readonly replay: Replay,
    private readonly database: Database,
  ) {}

  @ResolveField()
  async timeLine(@Parent() framing: FramingRow, @Asks() asking: Asking, @Args('first') first: number, @Args('after') after?: string | null) {
    const page = must(asPage(first, after));
    const place = await placeIn(this.database, asking, framing.allianceId);
    if (place === null || !may('framing.retrace', place.standing, place.thing)) return null;
    this.replay.prepare(framing.id);
    const { steps, earlier } = await this.store.steps(framing.id, page.before);
    const found = sittings(steps);
    // Of a page that was cut, the oldest sitting may have begun before it.
    const whole = earlier && found.length > 1 ? found.slice(1) : found;
    const newest = [...whole].reverse();
    const head = String(await this.past.head(framing.id));
    return { ...connection(newest, page.first, ({ from }) => from, earlier || newest.length > page.first), head };
  }
}

/** People who wrote together for a while. */
@Resolver('Sitting')
export class SittingResolver {
  constructor(private readonly database: Database) {}

  @ResolveField()
  by(@Parent() sitting: Sitting, @Asks() asking: Asking) {
    return namedAll(this.database, asking, sitting.by);
  }
}

/** What was written within a minute. */
@Resolver('Step')
export class StepResolver {
  constructor(private readonly database: Database) {}

  @ResolveField()
  position(@Parent() step: Step): string {
    return String(step.to);
  }

  @ResolveField()
  by(@Parent() step: Step, @Asks() asking: Asking) {
    return namedAll(this.database, asking, step.by);
  }
}
