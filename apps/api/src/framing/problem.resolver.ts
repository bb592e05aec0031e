import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { AllianceRow } from '../alliance/alliance.store.js';
import { actorBy } from '../core/actors.js';
import { Asks, type Asking } from '../core/asking.js';
import { Database } from '../core/database.js';
import { FramingStore, type ProblemRow, type ReframingRow } from './framing.store.js';

/** What worries the alliance, with its framings side by side. */
@Resolver('Problem')
export class ProblemResolver {
  constructor(
    private readonly store: FramingStore,
    private readonly database: Database,
  ) {}

  @ResolveField()
  async namedBy(@Parent() problem: ProblemRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, problem.namedById);
  }

  @ResolveField()
  async framings(@Parent() problem: ProblemRow, @Asks() asking: Asking) {
    return this.store.ofProblem(asking, problem.id);
  }
}

/** The problems an alliance has named. */
@Resolver('Alliance')
export class AllianceProblemsResolver {
  constructor(private readonly store: FramingStore) {}

  @ResolveField()
  async problems(@Parent() alliance: Pick<AllianceRow, 'id' | 'sight'>, @Asks() asking: Asking) {
    // Of a closed alliance that invited somebody only the door is seen.
    return alliance.sight === 'ALL' ? this.store.problemsOf(asking, alliance.id) : [];
  }
}

/** Who named or bounded a framing anew. */
@Resolver('Reframing')
export class ReframingResolver {
  constructor(private readonly database: Database) {}

  @ResolveField()
  async by(@Parent() reframing: ReframingRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, reframing.actorId);
  }
}
