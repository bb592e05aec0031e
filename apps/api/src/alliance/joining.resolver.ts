import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { readCode } from '@samsyn/domain/alliance/code';
import { afterNo, leave } from '@samsyn/domain/alliance/leaving';
import { speaking, type Speaking } from '@samsyn/domain/alliance/speaking';
import type { Capacity } from '@samsyn/domain/shared/enums';
import { limits } from '@samsyn/domain/shared/limits';
import { isRefusal, refuse } from '@samsyn/domain/shared/refusal';
import { asName, asText } from '@samsyn/domain/shared/text';
import { randomUUID } from 'node:crypto';
import { PersonStore } from '../actor/person.store.js';
import { ProtectedStore } from '../actor/protected.store.js';
import { Asks, type Asking } from '../core/asking.js';
import { Writer, type Tx } from '../core/change.js';
import { Refused } from '../core/refusal.js';
import { isId } from '../core/standing.js';
import { Haste } from '../session/haste.js';
import { SessionStore, type SessionBegun } from '../session/session.store.js';
import { AllianceStore } from './alliance.store.js';
import { CoordinatingStore } from './coordinating.store.js';
import { InvitationStore, type OpenDoor } from './invitation.store.js';
import { participationAs } from './participation.resolver.js';
import { ParticipationStore, type ParticipationRow } from './participation.store.js';
import { RepresentationStore } from './representation.store.js';

interface Said {
  capacity?: Capacity | null;
  knows?: string | null;
}

/** Coming in, being let in, saying in what capacity one speaks, and leaving [L3, L4, A2]. */
@Resolver()
export class JoiningResolver {
  constructor(
    private readonly writer: Writer,
    private readonly alliances: AllianceStore,
    private readonly participating: ParticipationStore,
    private readonly representing: RepresentationStore,
    private readonly coordinating: CoordinatingStore,
    private readonly inviting: InvitationStore,
    private readonly people: PersonStore,
    private readonly protecting: ProtectedStore,
    private readonly sessions: SessionStore,
    private readonly haste: Haste,
  ) {}

  @Mutation()
  join(@Asks() asking: Asking, @Args('allianceId') allianceId: string, @Args('speaking') said?: Said | null): Promise<ParticipationRow> {
    return this.writer.change(asking, {
      verb: 'alliance.join',
      load: (tx) => this.coming(tx, asking, allianceId),
      decide: () => speaking(said),
      save: async (tx, { allianceId: id }, spoken, at) => {
        const personId = asking.actorId as string;
        const participation = await this.participating.stand(tx, id, personId, { standing: 'TAKES_PART', speaking: spoken, answeredAt: at }, at);
        // Whoever proved an address need not follow the letter too: it has done its service, and what it asked is heard.
        for (const letter of await this.inviting.answered(tx, id, personId)) if (letter.coordinates) await this.coordinates(tx, id, personId, letter.createdById, at);
        return participation;
      },
      note: (_held, participation) => ({ subjectKind: 'participation', subjectId: participation.id }),
    });
  }

  @Mutation()
  async joinByCode(@Asks() asking: Asking, @Args('code') code: string, @Args('name') name?: string | null, @Args('speaking') said?: Said | null, @Args('protected') hidden = false): Promise<ParticipationRow | null> {
    await this.haste.look('wrongCode', asking.from);
    const read = readCode(code);
    const guest = asking.actorId === null;
    if (guest) await this.haste.count('guest', asking.from);
    const personId = asking.actorId ?? randomUUID();
    let door: OpenDoor | null = null;
    try {
      const came = await this.writer.change({ actorId: personId }, {
        verb: 'alliance.joinByCode',
        load: async (tx) => {
          door = read === null ? null : await this.inviting.opened(tx, read);
          if (door === null) throw new Refused('invitation/spent', 'L3');
          if (!guest) await this.participating.alone(tx, door.allianceId, personId);
          return { allianceId: door.allianceId, thing: { visibility: door.visibility }, door };
        },
        decide: () => this.introduced(guest, name, said, hidden),
        save: async (tx, loaded, { called, spoken }, at) => {
          if (guest && hidden) await this.protecting.addGuest(tx, personId, called, asking.language);
          else if (called !== null) await this.people.addGuest(tx, personId, called, asking.language);
          const participation = await this.comeIn(tx, loaded.door, personId, spoken, at);
          return { participation, begun: guest ? await this.sessions.begin(tx, personId, asking.device) : null };
        },
        note: (_loaded, { participation }) => ({ subjectKind: 'participation', subjectId: participation.id }),
      });
      if (came.begun) this.sessions.enter(asking, came.begun satisfies SessionBegun);
      return came.participation;
    } catch (refused) {
      const why = refused instanceof Refused ? refused.code : null;
      if (why === 'invitation/spent') await this.haste.note('wrongCode', asking.from);
      // Opening the same poster twice is no mistake.
      if (why === 'alliance/already' && door !== null) return this.participating.mine(asking, (door as OpenDoor).allianceId);
      throw refused;
    }
  }

  @Mutation()
  askToJoin(@Asks() asking: Asking, @Args('allianceId') allianceId: string, @Args('reason') reason?: string | null): Promise<ParticipationRow> {
    return this.writer.change(asking, {
      verb: 'alliance.askToJoin',
      load: async (tx) => {
        const held = await this.coming(tx, asking, allianceId);
        return held && { ...held, before: asking.actorId === null ? null : await this.participating.of(tx, held.allianceId, asking.actorId) };
      },
      decide: () => asText(reason ?? '', limits.reason, true),
      // Whoever is invited already need not ask.
      save: async (tx, { allianceId: id, before }, why, at) =>
        before?.standing === 'INVITED' ? before : this.participating.stand(tx, id, asking.actorId as string, { standing: 'ASKED', reason: why }, at),
      note: ({ before }, participation) => (before?.standing === 'INVITED' ? [] : { subjectKind: 'participation', subjectId: participation.id }),
    });
  }

  @Mutation()
  decline(@Asks() asking: Asking, @Args('allianceId') allianceId: string, @Args('reason') reason?: string | null): Promise<ParticipationRow> {
    return this.writer.change(asking, {
      verb: 'alliance.decline',
      load: async (tx) => {
        const held = await this.coming(tx, asking, allianceId);
        return held && { ...held, before: asking.actorId === null ? null : await this.participating.of(tx, held.allianceId, asking.actorId) };
      },
      decide: () => asText(reason ?? '', limits.reason, true),
      save: (tx, { allianceId: id, before }, why, at) =>
        this.participating.stand(tx, id, asking.actorId as string, { standing: afterNo(before?.standing), reason: why, answeredAt: at }, at),
      note: (_held, participation) => ({ subjectKind: 'participation', subjectId: participation.id }),
    });
  }

  @Mutation()
  admit(@Asks() asking: Asking, @Args('participationId') participationId: string): Promise<ParticipationRow> {
    return this.writer.change(asking, {
      verb: 'participation.admit',
      load: async (tx) => {
        const id = isId(participationId) ? await this.participating.allianceOf(tx, participationId) : null;
        const held = id === null ? null : await this.alliances.held(tx, id);
        const participation = held && (await this.participating.held(tx, participationId));
        return held && participation && { ...held, participation, thing: { ...held.thing, ...participationAs('participation.admit', participation, asking) } };
      },
      save: (tx, { allianceId, participation }, _decided, at) =>
        this.participating.stand(tx, allianceId, participation.actor.id, { standing: 'TAKES_PART', admittedById: asking.actorId, answeredAt: at }, at),
      note: (_held, participation) => ({ subjectKind: 'participation', subjectId: participation.id, detail: { name: participation.actor.name } }),
    });
  }

  @Mutation()
  speakAs(@Asks() asking: Asking, @Args('allianceId') allianceId: string, @Args('speaking') said: Said): Promise<ParticipationRow> {
    return this.writer.change(asking, {
      verb: 'participation.speakAs',
      load: async (tx) => {
        const held = await this.alliances.held(tx, allianceId);
        const participation = held && asking.actorId !== null ? await this.participating.of(tx, held.allianceId, asking.actorId) : null;
        return held && { ...held, participation, thing: { ...held.thing, mine: true } };
      },
      decide: () => speaking(said),
      save: async (tx, { participation }, spoken: Speaking) => {
        const mine = participation as ParticipationRow;
        await this.participating.speak(tx, mine.id, spoken);
        return { ...mine, ...spoken };
      },
      note: ({ participation }, mine) => ({ subjectKind: 'participation', subjectId: mine.id, detail: { before: participation?.capacity ?? null, after: mine.capacity } }),
    });
  }

  @Mutation()
  leave(@Asks() asking: Asking, @Args('allianceId') allianceId: string): Promise<ParticipationRow> {
    const actorId = asking.actorId as string;
    return this.writer.change(asking, {
      verb: 'alliance.leave',
      load: async (tx) => {
        // Alone: of two who leave at once, one is the last.
        const held = await this.alliances.held(tx, allianceId, 'alone');
        if (held) await this.participating.alone(tx, held.allianceId, actorId);
        return held && { ...held, others: await this.participating.otherPeople(tx, held.allianceId, actorId) };
      },
      decide: ({ others, thing }) => leave(others, thing.ended),
      save: async (tx, held, _decided, at) => {
        await this.coordinating.endAll(tx, held.allianceId, actorId, at);
        await this.representing.endAll(tx, held.allianceId, actorId, at);
        return this.participating.stand(tx, held.allianceId, actorId, { standing: 'LEFT' }, at);
      },
      note: (_held, participation) => ({ subjectKind: 'participation', subjectId: participation.id }),
    });
  }

  // One coming or going of somebody at a time: who presses twice comes in once.
  private async coming(tx: Tx, asking: Asking, allianceId: string) {
    const held = await this.alliances.held(tx, allianceId);
    if (held && asking.actorId !== null) await this.participating.alone(tx, held.allianceId, asking.actorId);
    return held;
  }

  private introduced(guest: boolean, name: string | null | undefined, said: Said | null | undefined, hidden: boolean) {
    const spoken = speaking(said);
    if (isRefusal(spoken)) return spoken;
    // Whoever is a resident to everyone need not say a name.
    if (!guest || (hidden && !name?.trim())) return { called: null, spoken };
    const called = name?.trim() ? asName(name, limits.name) : refuse('sign-in/name-needed', { rule: 'L3' });
    return isRefusal(called) ? called : { called, spoken };
  }

  // Whoever made the code let in those who come by it, and everyone sees that.
  private async comeIn(tx: Tx, door: OpenDoor, personId: string, spoken: Speaking, at: string): Promise<ParticipationRow> {
    const by = { invitedById: door.createdById, ...(door.visibility === 'CLOSED' ? { admittedById: door.createdById } : {}) };
    await this.inviting.used(tx, door.invitationId);
    const participation = await this.participating.stand(tx, door.allianceId, personId, { standing: 'TAKES_PART', speaking: spoken, answeredAt: at, ...by }, at);
    if (door.coordinates) await this.coordinates(tx, door.allianceId, personId, door.createdById, at);
    return participation;
  }

  private async coordinates(tx: Tx, allianceId: string, personId: string, passedById: string, at: string): Promise<void> {
    const held = await this.coordinating.heldIn(tx, allianceId);
    if (!held.some((one) => one.actorId === personId)) await this.coordinating.add(tx, allianceId, personId, { passedById }, at);
  }
}
