import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AllianceStore } from '../alliance/alliance.store.js';
import { actorBy } from '../core/actors.js';
import { Asks, type Asking } from '../core/asking.js';
import { Database } from '../core/database.js';
import { isId, placeIn } from '../core/standing.js';
import { FramingStore } from '../framing/framing.store.js';
import { may } from '@samsyn/domain/rights/rights';
import { asThing, contributionRights } from './contribution.rights.js';
import { ContributionReadStore } from './contribution.read.store.js';
import type { AuthorRow, ContributionRow, CorrectionRow, MediaRow } from './contribution.row.js';
import { Stands } from '../passage/stands.js';

/** A contribution as it is read. */
@Resolver('Contribution')
export class ContributionResolver {
  constructor(
    private readonly store: ContributionReadStore,
    private readonly alliances: AllianceStore,
    private readonly framings: FramingStore,
    private readonly stands: Stands,
    private readonly database: Database,
  ) {}

  @Query()
  async contribution(@Asks() asking: Asking, @Args('id') id: string): Promise<ContributionRow | null> {
    const row = isId(id) ? await this.store.byId(asking, id.toLowerCase()) : null;
    const place = row && (await placeIn(this.database, asking, row.allianceId));
    if (row === null || place === null) return null;
    return may('contribution.read', place.standing, asThing(row, asking.actorId, place.thing.visibility)) ? row : null;
  }

  @ResolveField()
  alliance(@Parent() row: ContributionRow, @Asks() asking: Asking) {
    return this.alliances.one(asking, row.allianceId);
  }

  /** What one gave oneself stays readable after leaving a closed alliance; what others wrote around it does not. */
  @ResolveField()
  async framing(@Parent() row: ContributionRow, @Asks() asking: Asking) {
    if (row.framingId === null) return null;
    return (await this.readsAround(asking, row)) ? this.framings.byId(asking, row.framingId) : null;
  }

  @ResolveField()
  writtenDownBy(@Parent() row: ContributionRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, row.writtenDownById);
  }

  @ResolveField()
  async passage(@Parent() row: ContributionRow, @Asks() asking: Asking) {
    if (row.framingId === null || row.anchor === null || row.quote === null || !(await this.readsAround(asking, row))) return null;
    // By the mark on the words in that text; words that are alike are no place [C7].
    const stands = await this.stands.of(asking, row);
    const removed = !stands.some(({ framingId, here }) => framingId === row.framingId && here);
    return { quote: row.quote, anchor: row.anchor, removed };
  }

  @ResolveField()
  media(@Parent() row: ContributionRow, @Asks() asking: Asking): Promise<MediaRow[]> {
    return row.hidden ? Promise.resolve([]) : this.store.media(asking, row.id);
  }

  @ResolveField()
  async questions(@Parent() row: ContributionRow, @Asks() asking: Asking) {
    return (await this.readsAround(asking, row)) ? this.store.questions(asking, row.id) : [];
  }

  @ResolveField()
  corrections(@Parent() row: ContributionRow, @Asks() asking: Asking): Promise<CorrectionRow[]> {
    return row.hidden ? Promise.resolve([]) : this.store.corrections(asking, row.id);
  }

  @ResolveField()
  async rights(@Parent() row: ContributionRow, @Asks() asking: Asking) {
    const place = await placeIn(this.database, asking, row.allianceId);
    return place === null ? [] : contributionRights(row, asking.actorId, place.standing, place.thing);
  }

  private async readsAround(asking: Asking, row: ContributionRow): Promise<boolean> {
    const place = await placeIn(this.database, asking, row.allianceId);
    return place !== null && may('framing.read', place.standing, place.thing);
  }
}

/** Whose knowledge it is. */
@Resolver('Author')
export class AuthorResolver {
  constructor(private readonly database: Database) {}

  @ResolveField()
  actor(@Parent() author: AuthorRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, author.actorId);
  }

  @ResolveField()
  organisation(@Parent() author: AuthorRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, author.organisationId);
  }
}

/** How it read before. */
@Resolver('Correction')
export class CorrectionResolver {
  constructor(private readonly database: Database) {}

  @ResolveField()
  by(@Parent() correction: CorrectionRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, correction.actorId);
  }
}

/** Where a picture or recording is fetched. */
@Resolver('Media')
export class MediaResolver {
  @ResolveField()
  url(@Parent() media: MediaRow) {
    return `/media/${media.id}`;
  }
}
