import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { mandateEnded } from '@samsyn/domain/alliance/gaps';
import { whyNot, type Right, type Thing, type Verb } from '@samsyn/domain/rights/rights';
import { actorBy, type ActorRow } from '../core/actors.js';
import { Asks, type Asking } from '../core/asking.js';
import { Database } from '../core/database.js';
import { now } from '../core/secrets.js';
import { AllianceStore, type AllianceRow } from './alliance.store.js';
import type { CoordinatingRow } from './coordinating.store.js';
import type { ParticipationRow } from './participation.store.js';
import { RepresentationStore, type RepresentationRow } from './representation.store.js';

/** The state of a participation, as each act on it needs to see it. */
export function participationAs(verb: Verb, participation: Pick<ParticipationRow, 'standing' | 'actor'>, asking: Pick<Asking, 'actorId'>): Thing {
  const state = verb === 'participation.admit' ? participation.standing : participation.actor.kind;
  return { state, mine: participation.actor.id === asking.actorId };
}

const verbs: readonly Verb[] = ['participation.admit', 'participation.speakAs', 'participation.answer', 'participation.represent'];

/** Taking part, the same for persons, organisations and alliances [A1]. */
@Resolver('Participation')
export class ParticipationResolver {
  constructor(
    private readonly db: Database,
    private readonly alliances: AllianceStore,
    private readonly representing: RepresentationStore,
  ) {}

  @ResolveField()
  alliance(@Parent() participation: ParticipationRow, @Asks() asking: Asking): Promise<AllianceRow | null> {
    return this.alliances.one(asking, participation.allianceId);
  }

  @ResolveField()
  async reason(@Parent() participation: ParticipationRow, @Asks() asking: Asking): Promise<string> {
    if (participation.actor.kind !== 'PERSON' || participation.actor.id === asking.actorId) return participation.reason;
    const alliance = await this.alliances.one(asking, participation.allianceId);
    return alliance?.standing === 'TAKES_PART' ? participation.reason : '';
  }

  @ResolveField()
  invitedBy(@Parent() participation: ParticipationRow, @Asks() asking: Asking): Promise<ActorRow | null> {
    return actorBy(this.db, asking, participation.invitedById);
  }

  @ResolveField()
  admittedBy(@Parent() participation: ParticipationRow, @Asks() asking: Asking): Promise<ActorRow | null> {
    return actorBy(this.db, asking, participation.admittedById);
  }

  @ResolveField()
  async representations(@Parent() participation: ParticipationRow, @Asks() asking: Asking): Promise<RepresentationRow[]> {
    return (await this.sees(asking, participation)) ? this.representing.of(asking, participation.id) : [];
  }

  @ResolveField()
  async speaksFor(@Parent() participation: ParticipationRow, @Asks() asking: Asking): Promise<ActorRow[]> {
    return (await this.sees(asking, participation)) ? this.representing.spokenFor(asking, participation.allianceId, participation.actor.id) : [];
  }

  @ResolveField()
  async rights(@Parent() participation: ParticipationRow, @Asks() asking: Asking): Promise<Right[]> {
    const alliance = await this.alliances.one(asking, participation.allianceId);
    if (alliance === null) return [];
    // An alliance that was asked is answered for from within it, also by those who do not take part here.
    const within = participation.actor.kind === 'ALLIANCE' ? (await this.alliances.one(asking, participation.actor.id))?.standing : undefined;
    return verbs.map((verb) => {
      const standing = verb === 'participation.answer' && within === 'TAKES_PART' ? within : alliance.standing;
      const code = whyNot(verb, standing, { ...participationAs(verb, participation, asking), visibility: alliance.visibility, ended: alliance.endedAt !== null });
      return { verb, may: code === null, whyNot: code };
    });
  }

  private async sees(asking: Asking, participation: ParticipationRow): Promise<boolean> {
    return (await this.alliances.one(asking, participation.allianceId))?.sight === 'ALL';
  }
}

/** A named person who speaks for an organisation. */
@Resolver('Representation')
export class RepresentationResolver {
  @ResolveField()
  ended(@Parent() representation: RepresentationRow): boolean {
    return mandateEnded(representation.until, now().slice(0, 10));
  }
}

/** Who held the task before. */
@Resolver('Coordinating')
export class CoordinatingFieldsResolver {
  constructor(private readonly db: Database) {}

  @ResolveField()
  from(@Parent() coordinating: CoordinatingRow, @Asks() asking: Asking): Promise<ActorRow | null> {
    return actorBy(this.db, asking, coordinating.fromId);
  }
}
