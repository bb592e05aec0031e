import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { quoted } from '@samsyn/domain/passage/passage';
import { may } from '@samsyn/domain/rights/rights';
import { Asks, type Asking } from '../core/asking.js';
import { Writer } from '../core/change.js';
import { Database } from '../core/database.js';
import { Refused } from '../core/refusal.js';
import { isId, placeIn } from '../core/standing.js';
import type { ContributionRow } from '../contribution/contribution.row.js';
import { FramingStore, type FramingRow } from '../framing/framing.store.js';
import { storable } from '../writing/render.js';
import { Writing } from '../writing/writing.js';
import { PassageStore } from './passage.store.js';
import { Stands, type CitedOut } from './stands.js';

/** Contributions on the words of a text. */
@Resolver('Framing')
export class FramingPassagesResolver {
  constructor(
    private readonly stands: Stands,
    private readonly store: PassageStore,
    private readonly framings: FramingStore,
    private readonly writing: Writing,
    private readonly writer: Writer,
  ) {}

  @ResolveField()
  cited(@Parent() framing: FramingRow, @Asks() asking: Asking): Promise<CitedOut[]> {
    return this.stands.cited(asking, framing);
  }

  @Mutation()
  async cite(@Asks() asking: Asking, @Args('framingId') framing: string, @Args('contributionId') contribution: string, @Args('anchor') anchor: unknown): Promise<FramingRow> {
    const [framingId, contributionId] = [framing.toLowerCase(), contribution.toLowerCase()];
    const known = asking.actorId !== null && isId(framingId) && isId(contributionId);
    // Asked before the transaction: the text is read by its own log.
    const passage = known ? await this.writing.pin(framingId, anchor) : null;
    await this.writer.change(asking, {
      verb: 'passage.cite',
      load: async (tx) => {
        const pair = known ? await this.store.pair(tx, framingId, contributionId) : null;
        // What is withdrawn sounds like what never was [R3].
        return pair === null || pair.state === 'WITHDRAWN' ? null : { allianceId: pair.allianceId, thing: { visibility: pair.visibility } };
      },
      decide: () => quoted(passage),
      save: async (tx, _loaded, quote, at) => {
        await this.store.place(tx, { framingId, mark: 'contribution', thingId: contributionId, words: passage?.anchor.words, actorId: asking.actorId });
        await this.store.keepQuote(tx, framingId, contributionId, storable(quote).slice(0, 4_000).toWellFormed(), at);
      },
      note: () => ({ subjectKind: 'contribution', subjectId: contributionId, detail: { framingId } }),
    });
    await this.stands.readAfter(framingId);
    return this.found(asking, framingId);
  }

  @Mutation()
  async uncite(@Asks() asking: Asking, @Args('framingId') framing: string, @Args('contributionId') contribution: string): Promise<FramingRow> {
    const [framingId, contributionId] = [framing.toLowerCase(), contribution.toLowerCase()];
    await this.writer.change(asking, {
      verb: 'passage.cite',
      load: async (tx) => {
        const pair = isId(framingId) && isId(contributionId) ? await this.store.pair(tx, framingId, contributionId) : null;
        return pair === null || pair.state === 'WITHDRAWN' ? null : { allianceId: pair.allianceId, thing: { visibility: pair.visibility } };
      },
      save: (tx) => this.store.unplace(tx, framingId, contributionId),
      note: () => ({ verb: 'passage.uncite', subjectKind: 'contribution', subjectId: contributionId, detail: { framingId } }),
    });
    await this.writing.unmark(framingId, { mark: 'contribution', id: contributionId }, asking.actorId);
    await this.stands.readAfter(framingId);
    return this.found(asking, framingId);
  }

  private async found(asking: Asking, id: string): Promise<FramingRow> {
    const framing = await this.framings.byId(asking, id);
    if (framing === null) throw new Refused('not-found', 'R3');
    return framing;
  }
}

/** Every text a contribution stands in. */
@Resolver('Contribution')
export class ContributionStandsResolver {
  constructor(
    private readonly stands: Stands,
    private readonly framings: FramingStore,
    private readonly database: Database,
  ) {}

  @ResolveField('stands')
  async of(@Parent() row: ContributionRow, @Asks() asking: Asking) {
    const place = await placeIn(this.database, asking, row.allianceId);
    // What one gave stays one's own after leaving a closed alliance; what others wrote around it does not.
    if (row.state === 'WITHDRAWN' || place === null || !may('framing.read', place.standing, place.thing)) return [];
    const rows = await this.stands.of(asking, row);
    const shown = await Promise.all(
      rows.map(async ({ framingId, quote, here }) => ({ framing: await this.framings.byId(asking, framingId), quote, removed: !here })),
    );
    return shown.filter(({ framing }) => framing !== null);
  }
}
