import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { standingAfter, type OrganisationAnswer } from '@samsyn/domain/alliance/answering';
import { mandate } from '@samsyn/domain/alliance/mandate';
import { sight } from '@samsyn/domain/alliance/sight';
import { limits } from '@samsyn/domain/shared/limits';
import { refuse } from '@samsyn/domain/shared/refusal';
import { asText } from '@samsyn/domain/shared/text';
import { OrganisationStore } from '../actor/organisation.store.js';
import { ProtectedStore } from '../actor/protected.store.js';
import { Asks, type Asking } from '../core/asking.js';
import { Writer, type Tx } from '../core/change.js';
import { isId } from '../core/standing.js';
import { AllianceStore, type HeldAlliance } from './alliance.store.js';
import { participationAs } from './participation.resolver.js';
import { ParticipationStore, type ParticipationRow } from './participation.store.js';
import { RepresentationStore } from './representation.store.js';

/** Organisations and alliances are asked, answer for themselves, and are represented by named people [L5]. */
@Resolver()
export class OrganisationsResolver {
  constructor(
    private readonly writer: Writer,
    private readonly alliances: AllianceStore,
    private readonly participating: ParticipationStore,
    private readonly representing: RepresentationStore,
    private readonly organisations: OrganisationStore,
    private readonly protecting: ProtectedStore,
  ) {}

  @Mutation()
  inviteOrganisation(@Asks() asking: Asking, @Args('allianceId') allianceId: string, @Args('organisationId') organisationId: string, @Args('reason') reason?: string | null): Promise<ParticipationRow> {
    return this.invite(asking, 'alliance.inviteOrganisation', allianceId, reason, async (tx) => {
      const organisation = isId(organisationId) ? await this.organisations.held(tx, organisationId) : null;
      return organisation?.id ?? null;
    });
  }

  @Mutation()
  inviteAlliance(@Asks() asking: Asking, @Args('allianceId') allianceId: string, @Args('invitedId') invitedId: string, @Args('reason') reason?: string | null): Promise<ParticipationRow> {
    return this.invite(asking, 'alliance.inviteAlliance', allianceId, reason, async (tx) => {
      const invited = await this.alliances.held(tx, invitedId);
      if (!invited || asking.actorId === null) return null;
      const mine = await this.participating.of(tx, invited.allianceId, asking.actorId);
      return sight(invited.visibility, mine?.standing ?? 'OUTSIDE') === 'ALL' ? invited.allianceId : null;
    });
  }

  @Mutation()
  answerForOrganisation(@Asks() asking: Asking, @Args('participationId') participationId: string, @Args('answer') answer: OrganisationAnswer, @Args('reason') reason?: string | null): Promise<ParticipationRow> {
    return this.writer.change(asking, {
      verb: 'participation.answer',
      load: (tx) => this.answering(tx, asking, participationId),
      decide: ({ participation }) =>
        participation.standing === 'ASKED_TO_LEAVE' ? refuse('participation/asked-to-leave', { rule: 'L9' }) : asText(reason ?? '', limits.reason, true),
      save: (tx, { participation }, why, at) =>
        this.participating.stand(tx, participation.allianceId, participation.actor.id, { standing: standingAfter(answer), reason: why, answeredAt: at }, at),
      note: ({ allianceId, participation }) => {
        const note = { subjectKind: 'participation', subjectId: participation.id, detail: { name: participation.actor.name, answer } };
        // Given from within the alliance that was asked, it is known in both.
        return allianceId === participation.allianceId ? note : [note, { ...note, allianceId: participation.allianceId }];
      },
    });
  }

  @Mutation()
  represent(
    @Asks() asking: Asking,
    @Args('participationId') participationId: string,
    @Args('mandate') words: string,
    @Args('personId') personId?: string | null,
    @Args('until') until?: string | null,
  ): Promise<ParticipationRow> {
    return this.writer.change(asking, {
      verb: 'participation.represent',
      load: async (tx) => {
        const loaded = await this.held(tx, asking, participationId, 'participation.represent');
        const who = personId ?? asking.actorId;
        const person = loaded && who !== null && isId(who) ? await this.participating.of(tx, loaded.allianceId, who) : null;
        return loaded && { ...loaded, person, hidden: person !== null && (await this.protecting.held(tx, person.actor.id)) };
      },
      decide: ({ person, hidden }) =>
        hidden === true
          ? refuse('representation/protected', { rule: 'A11' })
          : person?.standing === 'TAKES_PART' && person.actor.kind === 'PERSON'
            ? mandate(words, until)
            : refuse('representation/not-taking-part', { rule: 'L5' }),
      save: async (tx, { participation, person }, given, at) => {
        await this.representing.add(tx, participation.id, person?.actor.id as string, given, at);
        return participation;
      },
      note: ({ participation, person }) => ({ subjectKind: 'participation', subjectId: participation.id, detail: { name: participation.actor.name, person: person?.actor.name ?? '' } }),
    });
  }

  @Mutation()
  endRepresentation(@Asks() asking: Asking, @Args('id') id: string): Promise<ParticipationRow> {
    return this.writer.change(asking, {
      verb: 'participation.represent',
      load: async (tx) => {
        const representation = isId(id) ? await this.representing.byId(tx, id) : null;
        const loaded = representation && (await this.held(tx, asking, representation.participationId, 'participation.represent'));
        return loaded && { ...loaded, representation: await this.representing.byId(tx, id) };
      },
      decide: ({ representation }) => (representation?.ended === false ? true : refuse('representation/ended', { rule: 'L5' })),
      save: async (tx, { participation }, _decided, at) => {
        await this.representing.end(tx, id, at);
        return participation;
      },
      note: ({ participation }) => ({ verb: 'participation.endRepresentation', subjectKind: 'participation', subjectId: participation.id, detail: { name: participation.actor.name } }),
    });
  }

  // The same act for organisations and alliances [A1]. Who declined or left may be asked again.
  private invite(asking: Asking, verb: 'alliance.inviteOrganisation' | 'alliance.inviteAlliance', allianceId: string, reason: string | null | undefined, find: (tx: Tx) => Promise<string | null>) {
    return this.writer.change(asking, {
      verb,
      load: async (tx) => {
        const held = await this.alliances.held(tx, allianceId);
        const invitedId = held && (await find(tx));
        if (!held || !invitedId) return null;
        const before = invitedId === held.allianceId ? 'TAKES_PART' : (await this.participating.of(tx, held.allianceId, invitedId))?.standing;
        return { ...held, invitedId, before };
      },
      decide: ({ before }) => {
        if (before === 'TAKES_PART') return refuse('alliance/already', { rule: 'A1' });
        return before === 'ASKED_TO_LEAVE' ? refuse('participation/asked-to-leave', { rule: 'L9' }) : asText(reason ?? '', limits.reason, true);
      },
      save: (tx, held, why, at) =>
        this.participating.stand(tx, held.allianceId, held.invitedId, { standing: 'INVITED', invitedById: asking.actorId, reason: why }, at),
      note: (_held, participation) => ({ subjectKind: 'participation', subjectId: participation.id, detail: { name: participation.actor.name } }),
    });
  }

  private async held(tx: Tx, asking: Asking, participationId: string, verb: 'participation.answer' | 'participation.represent') {
    const id = isId(participationId) ? await this.participating.allianceOf(tx, participationId) : null;
    const held: HeldAlliance | null = id === null ? null : await this.alliances.held(tx, id);
    const participation = held && (await this.participating.held(tx, participationId));
    return held && participation && { ...held, participation, thing: { ...held.thing, ...participationAs(verb, participation, asking) } };
  }

  // An alliance that was asked is answered for by those who take part in it, also when they do not take part here.
  private async answering(tx: Tx, asking: Asking, participationId: string) {
    const loaded = await this.held(tx, asking, participationId, 'participation.answer');
    if (!loaded || loaded.participation.actor.kind !== 'ALLIANCE' || asking.actorId === null) return loaded;
    const here = await this.participating.of(tx, loaded.allianceId, asking.actorId);
    if (here?.standing === 'TAKES_PART') return loaded;
    const there = await this.participating.of(tx, loaded.participation.actor.id, asking.actorId);
    return there?.standing === 'TAKES_PART' ? { ...loaded, allianceId: loaded.participation.actor.id } : loaded;
  }
}
