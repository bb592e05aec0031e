import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { byName } from '@samsyn/domain/shared/alphabet';
import { actorBy } from '../core/actors.js';
import { Asks, type Asking } from '../core/asking.js';
import { Database } from '../core/database.js';
import type { Attributed } from '../writing/attribution.js';

/** A reading on its way out; whose words are whose is worked out only where somebody asks. */
export interface ReadingOut {
  readonly attributedReading: () => Promise<Attributed>;
}

/** What can be read of a text, with its authors. */
@Resolver('Reading')
export class ReadingResolver {
  constructor(private readonly database: Database) {}

  @ResolveField()
  async attributed(@Parent() reading: ReadingOut) {
    return (await reading.attributedReading()).content;
  }

  @ResolveField()
  async authors(@Parent() reading: ReadingOut, @Asks() asking: Asking) {
    const { actorIds } = await reading.attributedReading();
    const actors = await Promise.all(actorIds.map((id) => actorBy(this.database, asking, id)));
    // Two ids may be one organisation by now.
    return [...new Map(actors.flatMap((actor) => (actor === null ? [] : [[actor.id, actor]]))).values()].sort(byName);
  }
}
