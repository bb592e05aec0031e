import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { quoted, sayStance } from '@samsyn/domain/passage/passage';
import { may, rightsOf } from '@samsyn/domain/rights/rights';
import type { Stance } from '@samsyn/domain/shared/enums';
import { ContributionReadStore } from '../contribution/contribution.read.store.js';
import { actorBy } from '../core/actors.js';
import { Asks, type Asking } from '../core/asking.js';
import { Writer } from '../core/change.js';
import { Database } from '../core/database.js';
import { Refused } from '../core/refusal.js';
import { isId, placeIn } from '../core/standing.js';
import { FramingStore, type FramingRow } from '../framing/framing.store.js';
import { storable } from '../writing/render.js';
import { Writing } from '../writing/writing.js';
import { BasisStore, type StanceRow } from './basis.store.js';
import { PassageStore } from './passage.store.js';
import { Stands, type BasisOut } from './stands.js';

type StanceOut = StanceRow & { readonly allianceId: string };

/** What the passages of a text rest on, and what people say of it. */
@Resolver('Framing')
export class FramingBasisResolver {
  constructor(
    private readonly stands: Stands,
    private readonly store: BasisStore,
    private readonly passages: PassageStore,
    private readonly framings: FramingStore,
    private readonly writing: Writing,
    private readonly database: Database,
    private readonly writer: Writer,
  ) {}

  @ResolveField()
  basis(@Parent() framing: FramingRow, @Asks() asking: Asking): Promise<BasisOut[]> {
    return this.stands.basis(asking, framing);
  }

  @Mutation()
  async restOn(
    @Asks() asking: Asking,
    @Args('framingId') framing: string,
    @Args('contributionId') contribution: string,
    @Args('anchor') anchor: unknown,
    @Args('stance') stance: Stance,
  ): Promise<BasisOut> {
    const [framingId, contributionId] = [framing.toLowerCase(), contribution.toLowerCase()];
    const known = asking.actorId !== null && isId(framingId) && isId(contributionId);
    const passage = known ? await this.writing.pin(framingId, anchor) : null;
    const id = await this.writer.change(asking, {
      verb: 'passage.restOn',
      load: async (tx) => {
        const pair = known ? await this.passages.pair(tx, framingId, contributionId) : null;
        return pair === null || pair.state === 'WITHDRAWN' ? null : { allianceId: pair.allianceId, thing: { visibility: pair.visibility } };
      },
      decide: () => quoted(passage),
      save: async (tx, _loaded, quote, at, capacity) => {
        const basisId = await this.store.begin(tx, at, { framingId, contributionId, quote: storable(quote).slice(0, 4_000).toWellFormed() });
        await this.store.say(tx, at, { basisId, stance, saidById: asking.actorId, capacity });
        await this.passages.place(tx, { framingId, mark: 'basis', thingId: basisId, words: passage?.anchor.words, actorId: asking.actorId });
        return basisId;
      },
      note: () => ({ subjectKind: 'contribution', subjectId: contributionId, detail: { framingId, stance } }),
    });
    await this.stands.readAfter(framingId);
    return this.found(id);
  }

  @Mutation()
  async sayStance(@Asks() asking: Asking, @Args('basisId') id: string, @Args('stance') stance: Stance): Promise<BasisOut> {
    await this.writer.change(asking, {
      verb: 'passage.restOn',
      load: async (tx) => {
        const held = isId(id) ? await this.store.hold(tx, id) : null;
        return held && { allianceId: held.allianceId, thing: { visibility: held.visibility }, held };
      },
      decide: ({ held }) => sayStance(held.said, asking.actorId, stance),
      save: (tx, _loaded, said, at, capacity) => this.store.say(tx, at, { basisId: id, stance: said, saidById: asking.actorId, capacity }),
      note: ({ held }) => ({ subjectKind: 'contribution', subjectId: held.contributionId, detail: { framingId: held.framingId, stance } }),
    });
    return this.found(id);
  }

  @Mutation()
  async takeBackStance(@Asks() asking: Asking, @Args('id') id: string): Promise<FramingRow | null> {
    const { framingId, basisId, ends } = await this.writer.change(asking, {
      verb: 'passage.takeBack',
      load: async (tx) => {
        const basisId = isId(id) ? await this.store.basisOf(tx, id) : null;
        const held = basisId === null ? null : await this.store.hold(tx, basisId);
        const said = held?.said.find((one) => one.id === id.toLowerCase());
        if (basisId === null || held === null || said === undefined) return null;
        const mine = said.byId !== null && said.byId === asking.actorId;
        // What one said oneself one takes back also after having left a closed alliance.
        return { allianceId: held.allianceId, thing: { mine, ...(mine ? {} : { visibility: held.visibility }) }, held, basisId };
      },
      save: async (tx, { held, basisId }) => {
        const ends = held.said.length === 1;
        await this.store.takeBack(tx, id, basisId, ends);
        return { framingId: held.framingId, basisId, ends };
      },
      note: ({ held }) => ({ subjectKind: 'contribution', subjectId: held.contributionId, detail: { framingId: held.framingId } }),
    });
    if (ends) await this.writing.unmark(framingId, { mark: 'basis', id: basisId }, asking.actorId).catch(() => undefined);
    // Whoever has left takes back what they said, and gets nothing to read by it [L2].
    const framing = await this.framings.byId(asking, framingId);
    const place = framing && (await placeIn(this.database, asking, framing.allianceId));
    return place !== null && may('framing.read', place.standing, place.thing) ? framing : null;
  }

  private async found(id: string): Promise<BasisOut> {
    const basis = await this.stands.basisById(id);
    if (basis === null) throw new Refused('not-found', 'R3');
    return basis;
  }
}

/** The contribution a passage rests on. */
@Resolver('Basis')
export class BasisResolver {
  constructor(private readonly contributions: ContributionReadStore) {}

  @ResolveField()
  contribution(@Parent() basis: BasisOut, @Asks() asking: Asking) {
    return this.contributions.byId(asking, basis.contributionId);
  }

  @ResolveField()
  stances(@Parent() { stances, allianceId }: BasisOut): StanceOut[] {
    return stances.map((one) => ({ ...one, at: new Date(one.at).toISOString(), allianceId }));
  }
}

/** What somebody says of it. */
@Resolver('StanceSaid')
export class StanceSaidResolver {
  constructor(private readonly database: Database) {}

  @ResolveField()
  by(@Parent() said: StanceOut, @Asks() asking: Asking) {
    return actorBy(this.database, asking, said.byId);
  }

  @ResolveField()
  async rights(@Parent() said: StanceOut, @Asks() asking: Asking) {
    const place = await placeIn(this.database, asking, said.allianceId);
    const mine = said.byId !== null && said.byId === asking.actorId;
    return place === null ? [] : rightsOf(['passage.takeBack'], place.standing, { mine, ...(mine ? {} : { visibility: place.thing.visibility }) });
  }
}
