import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { may } from '@samsyn/domain/rights/rights';
import type { Capacity } from '@samsyn/domain/shared/enums';
import { restoring } from '@samsyn/domain/versions/restoring';
import { actorBy } from '../core/actors.js';
import { Asks, type Asking } from '../core/asking.js';
import { Writer } from '../core/change.js';
import { Database } from '../core/database.js';
import { Refused } from '../core/refusal.js';
import { isId, placeIn } from '../core/standing.js';
import { FramingStore, type FramingRow } from '../framing/framing.store.js';
import { Writing } from '../writing/writing.js';
import { frozenAs } from './freezing.js';
import { Sides } from './sides.js';
import { VersionStore, type RestoringRow } from './version.store.js';

/** Bringing a text back to how it read [V4]. */
@Resolver('Framing')
export class RestoreResolver {
  constructor(
    private readonly store: VersionStore,
    private readonly framings: FramingStore,
    private readonly sides: Sides,
    private readonly writing: Writing,
    private readonly database: Database,
    private readonly writer: Writer,
  ) {}

  @Mutation()
  async restoreText(
    @Asks() asking: Asking,
    @Args('framingId') given: string,
    @Args('reason') reason: string,
    @Args('position') position?: string | null,
    @Args('version') version?: number | null,
  ): Promise<FramingRow> {
    const framingId = given.toLowerCase();
    // What is read is read before the transaction: what the log waits for must not wait inside ours.
    const framing = await this.mayRestore(asking, framingId);
    const wanted = framing && (await this.sides.find(asking, framing, { position, version }));
    const now = framing && (await this.sides.state(asking, framing, await this.sides.position(framingId, null)));
    await this.writer.change(asking, {
      verb: 'framing.restore',
      load: async (tx) => {
        const held = isId(framingId) ? await this.framings.framingForChange(tx, framingId) : null;
        return held && { allianceId: held.allianceId, thing: { visibility: held.visibility } };
      },
      decide: () => restoring(reason, wanted?.position === now?.position),
      save: async (tx, _loaded, why, at, capacity) => {
        if (now === null) throw new Refused('not-found', 'R3');
        const label = asking.language === 'sv' ? 'Före återställningen' : 'Before restoring';
        return { why, ...(await this.store.add(tx, framingId, frozenAs(label, true, now), { actorId: asking.actorId, capacity, at })) };
      },
      note: (_loaded, { why, number }) => ({ subjectKind: 'framing', subjectId: framingId, detail: { reason: why, number, position: wanted?.position, textAt: wanted?.at } }),
    });
    await this.writing.restore(framingId, wanted?.position ?? 0, asking.actorId as string);
    const restored = await this.framings.byId(asking, framingId);
    if (restored === null) throw new Refused('not-found', 'R3');
    return restored;
  }

  @ResolveField()
  restorings(@Parent() framing: FramingRow, @Asks() asking: Asking): Promise<RestoringRow[]> {
    return this.store.restorings(asking, framing.id);
  }

  // Whoever may not is refused by change(); nothing is worked out for them before.
  private async mayRestore(asking: Asking, framingId: string): Promise<FramingRow | null> {
    const framing = isId(framingId) ? await this.framings.byId(asking, framingId) : null;
    const place = framing && (await placeIn(this.database, asking, framing.allianceId));
    return place !== null && may('framing.restore', place.standing, place.thing) ? framing : null;
  }
}

/** When a text was restored, and why. */
@Resolver('Restoring')
export class RestoringResolver {
  constructor(
    private readonly store: VersionStore,
    private readonly database: Database,
  ) {}

  @ResolveField()
  by(@Parent() row: RestoringRow & { capacity: Capacity | null }, @Asks() asking: Asking) {
    return actorBy(this.database, asking, row.actorId);
  }

  @ResolveField()
  before(@Parent() row: RestoringRow) {
    return this.store.byNumber(row.subjectId, row.number);
  }
}
