import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { howMany } from '@samsyn/domain/actor/searching';
import { gaps as gapsOf } from '@samsyn/domain/alliance/gaps';
import { limits } from '@samsyn/domain/shared/limits';
import { asText } from '@samsyn/domain/shared/text';
import { rightsOf, type Right, type Verb } from '@samsyn/domain/rights/rights';
import type { Standing } from '@samsyn/domain/shared/enums';
import { actorBy, type ActorRow } from '../core/actors.js';
import { Asks, type Asking } from '../core/asking.js';
import { Database } from '../core/database.js';
import { must } from '../core/refusal.js';
import { now } from '../core/secrets.js';
import { AllianceStore, type AllianceRow } from './alliance.store.js';
import { CoordinatingStore, type CoordinatingRow } from './coordinating.store.js';
import { fromCursor, toCursor } from './cursor.js';
import { InvitationStore, type InvitationRow } from './invitation.store.js';
import { LedgerStore, type ActRow } from './ledger.store.js';
import { ParticipationStore, type ParticipationRow } from './participation.store.js';
import { RepresentationStore } from './representation.store.js';

const verbs: readonly Verb[] = [
  'alliance.read', 'alliance.join', 'alliance.askToJoin', 'alliance.decline', 'alliance.leave', 'alliance.describe', 'alliance.invite',
  'alliance.inviteOrganisation', 'alliance.inviteAlliance', 'alliance.takeOnCoordinating', 'alliance.nameProblem',
  'alliance.openFraming', 'alliance.give', 'alliance.import',
];

/** An alliance as it can be read. What the one who asks may not see is empty, and nothing says that it is there. */
@Resolver('Alliance')
export class AllianceResolver {
  constructor(
    private readonly db: Database,
    private readonly store: AllianceStore,
    private readonly participating: ParticipationStore,
    private readonly representing: RepresentationStore,
    private readonly coordinating: CoordinatingStore,
    private readonly inviting: InvitationStore,
    private readonly ledger: LedgerStore,
  ) {}

  @Query()
  async alliances(@Asks() asking: Asking, @Args('search') search?: string | null, @Args('first') first?: number, @Args('after') after?: string | null) {
    const count = howMany(first, 20);
    const letters = must(asText(search ?? '', limits.search, true)) || null;
    const rows = await this.store.list(asking, letters, count + 1, fromCursor(after));
    return connection(rows, count, (row) => toCursor(row.formedAt, row.id));
  }

  @Query()
  alliance(@Asks() asking: Asking, @Args('id') id: string): Promise<AllianceRow | null> {
    return this.store.readable(asking, id);
  }

  @ResolveField()
  formedBy(@Parent() alliance: AllianceRow, @Asks() asking: Asking): Promise<ActorRow | null> {
    return actorBy(this.db, asking, alliance.formedById);
  }

  @ResolveField()
  async participations(@Parent() alliance: AllianceRow, @Asks() asking: Asking, @Args('standing') standing?: Standing[] | null): Promise<ParticipationRow[]> {
    const seen = await this.seen(asking, alliance);
    const wanted = standing?.length ? standing : ['TAKES_PART'];
    return seen.filter((one) => wanted.includes(one.standing));
  }

  @ResolveField()
  mine(@Parent() alliance: AllianceRow, @Asks() asking: Asking): Promise<ParticipationRow | null> {
    return this.participating.mine(asking, alliance.id);
  }

  @ResolveField()
  async coordinators(@Parent() alliance: AllianceRow, @Asks() asking: Asking): Promise<CoordinatingRow[]> {
    return alliance.sight === 'ALL' ? this.coordinating.ofAlliance(asking, alliance.id) : [];
  }

  @ResolveField()
  async organisations(@Parent() alliance: AllianceRow, @Asks() asking: Asking): Promise<ParticipationRow[]> {
    const seen = await this.seen(asking, alliance);
    return seen.filter((one) => one.actor.kind !== 'PERSON' && one.standing !== 'LEFT' && one.standing !== 'ASKED_TO_LEAVE');
  }

  @ResolveField()
  async partOf(@Parent() alliance: AllianceRow, @Asks() asking: Asking): Promise<ParticipationRow[]> {
    if (alliance.sight !== 'ALL') return [];
    const all = await this.participating.ofActor(asking, alliance.id);
    return this.told(asking, alliance, all, (one) => one.allianceId);
  }

  @ResolveField()
  async gaps(@Parent() alliance: AllianceRow, @Asks() asking: Asking) {
    if (alliance.sight !== 'ALL') return [];
    const [all, coordinators] = await Promise.all([
      this.participating.ofAlliance(asking, alliance.id).then((every) => this.told(asking, alliance, every)),
      this.coordinating.ofAlliance(asking, alliance.id),
    ]);
    const seen = await Promise.all(
      all.map(async (one) => ({
        id: one.id, kind: one.actor.kind, standing: one.standing, capacity: one.capacity,
        representations: one.actor.kind === 'PERSON' ? [] : (await this.representing.of(asking, one.id)).map(({ until }) => ({ until, endedAt: null })),
      })),
    );
    return gapsOf(seen, coordinators.length, now().slice(0, 10)).map((gap) => ({
      ...gap, participation: all.find((one) => one.id === gap.participationId) ?? null,
    }));
  }

  @ResolveField()
  async invitations(@Parent() alliance: AllianceRow, @Asks() asking: Asking): Promise<InvitationRow[]> {
    return alliance.standing === 'TAKES_PART' ? this.inviting.ofAlliance(asking, alliance.id) : [];
  }

  @ResolveField()
  async acts(@Parent() alliance: AllianceRow, @Args('first') first?: number, @Args('after') after?: string | null) {
    const count = howMany(first, 20);
    const place = /^\d{1,15}$/.test(after ?? '') ? Number(after) : null;
    const rows: ActRow[] = alliance.sight === 'ALL' ? await this.ledger.before(alliance.id, alliance.standing === 'TAKES_PART', place, count + 1) : [];
    return connection(rows, count, (row) => row.id);
  }

  @ResolveField()
  rights(@Parent() alliance: AllianceRow): Right[] {
    return rightsOf(verbs, alliance.standing, { visibility: alliance.visibility, ended: alliance.endedAt !== null });
  }

  // Who was invited, asked or left is between those who take part; what organisations answered is open.
  private async seen(asking: Asking, alliance: AllianceRow): Promise<ParticipationRow[]> {
    if (alliance.sight !== 'ALL') return [];
    const all = await this.told(asking, alliance, await this.participating.ofAlliance(asking, alliance.id));
    return all.filter((one) => alliance.standing === 'TAKES_PART' || one.actor.kind !== 'PERSON' || one.standing === 'TAKES_PART' || one.actor.id === asking.actorId);
  }

  // Of other alliances those outside are told only where everybody finds them: the id of one by link is its address [L2].
  private async told(
    asking: Asking,
    alliance: AllianceRow,
    all: readonly ParticipationRow[],
    otherOf = (one: ParticipationRow): string | null => (one.actor.kind === 'ALLIANCE' ? one.actor.id : null),
  ): Promise<ParticipationRow[]> {
    if (alliance.standing === 'TAKES_PART') return [...all];
    const others = await Promise.all(all.map((one) => this.store.one(asking, otherOf(one))));
    return all.filter((one, at) => otherOf(one) === null || others[at]?.visibility === 'OPEN' || others[at]?.standing === 'TAKES_PART');
  }
}

/** Who did an act. */
@Resolver('Act')
export class ActResolver {
  constructor(private readonly db: Database) {}

  @ResolveField()
  by(@Parent() act: ActRow, @Asks() asking: Asking): Promise<ActorRow | null> {
    return actorBy(this.db, asking, act.actorId);
  }
}

/** Rows as a connection; one row more than asked for tells that there is more. */
export function connection<T>(rows: readonly T[], first: number, cursor: (row: T) => string) {
  const edges = rows.slice(0, first).map((node) => ({ cursor: cursor(node), node }));
  return { edges, pageInfo: { endCursor: edges.at(-1)?.cursor ?? null, hasNextPage: rows.length > first } };
}
