import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { asRead } from '@samsyn/domain/bringing/asRead';
import { broughtLines } from '@samsyn/domain/bringing/broughtLines';
import { rightsOf } from '@samsyn/domain/rights/rights';
import { actorBy } from '../core/actors.js';
import { Asks, type Asking } from '../core/asking.js';
import { Database } from '../core/database.js';
import { isId, placeIn } from '../core/standing.js';
import { FramingStore } from '../framing/framing.store.js';
import { BringingActs, type BroughtDescription, type BroughtPick } from './bringing.acts.js';
import { BringingStore, type BringingRow } from './bringing.store.js';

/** A text on its way in; those who take part in the alliance see it and may undo it. */
@Resolver('Bringing')
export class BringingResolver {
  constructor(
    private readonly store: BringingStore,
    private readonly acts: BringingActs,
    private readonly framings: FramingStore,
    private readonly database: Database,
  ) {}

  @Query()
  async bringing(@Asks() asking: Asking, @Args('id') id: string): Promise<BringingRow | null> {
    const row = isId(id) ? await this.store.byId(id) : null;
    const place = row && (await placeIn(this.database, asking, row.allianceId));
    return place?.standing === 'TAKES_PART' ? row : null;
  }

  @Mutation()
  bringAsFraming(
    @Asks() asking: Asking,
    @Args('id') id: string,
    @Args('problemId') problemId: string,
    @Args('name') name: string,
    @Args('author') author?: string | null,
    @Args('descriptions') descriptions?: BroughtDescription[] | null,
  ): Promise<BringingRow> {
    return this.acts.asFraming(asking, id, { problemId, name, author: author ?? '', descriptions: descriptions ?? [] });
  }

  @Mutation()
  bringAsContributions(@Asks() asking: Asking, @Args('id') id: string, @Args('framingId') framingId: string | null | undefined, @Args('picks') picks: BroughtPick[]): Promise<BringingRow> {
    return this.acts.asContributions(asking, id, framingId ?? null, picks);
  }

  @Mutation()
  undoBringing(@Asks() asking: Asking, @Args('id') id: string): Promise<BringingRow> {
    return this.acts.undo(asking, id);
  }

  @ResolveField()
  content(@Parent() row: BringingRow) {
    return row.content === null ? null : asRead(row.content);
  }

  @ResolveField()
  paragraphs(@Parent() row: BringingRow) {
    return row.content === null ? [] : broughtLines(row.content);
  }

  @ResolveField()
  framing(@Parent() row: BringingRow, @Asks() asking: Asking) {
    return row.framingId === null ? null : this.framings.byId(asking, row.framingId);
  }

  @ResolveField()
  broughtBy(@Parent() row: BringingRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, row.broughtById);
  }

  @ResolveField()
  async rights(@Parent() row: BringingRow, @Asks() asking: Asking) {
    const place = await placeIn(this.database, asking, row.allianceId);
    return place === null ? [] : rightsOf(['import.run', 'import.undo'], place.standing, { ...place.thing, state: row.state });
  }
}

/** What has been brought in before; found again by those who take part. */
@Resolver('Alliance')
export class AllianceBringingsResolver {
  constructor(
    private readonly store: BringingStore,
    private readonly database: Database,
  ) {}

  @ResolveField()
  async bringings(@Parent() alliance: { id: string }, @Asks() asking: Asking): Promise<BringingRow[]> {
    const place = await placeIn(this.database, asking, alliance.id);
    return place?.standing === 'TAKES_PART' ? this.store.ofAlliance(alliance.id) : [];
  }
}
