import { Injectable } from '@nestjs/common';
import { OrganisationStore } from '../../actor/organisation.store.js';
import { CoordinatingStore } from '../../alliance/coordinating.store.js';
import { ParticipationStore } from '../../alliance/participation.store.js';
import { RepresentationStore } from '../../alliance/representation.store.js';
import type { Note, Tx } from '../../core/change.js';
import type { About, Effect } from './effect.js';

/** What is decided of who takes part, and who coordinates; the same for every sort of actor [A1]. */
@Injectable()
export class TakingPartEffects {
  constructor(
    private readonly participating: ParticipationStore,
    private readonly representing: RepresentationStore,
    private readonly coordinating: CoordinatingStore,
    private readonly organisations: OrganisationStore,
  ) {}

  readonly all: readonly Effect[] = [
    {
      subject: 'ASK_TO_LEAVE',
      find: (tx, about) => this.who(tx, about, 'TAKES_PART'),
      apply: async (tx, about, at) => {
        const { actor } = await this.participation(tx, about);
        await this.coordinating.endAll(tx, about.allianceId, actor.id, at);
        await this.representing.endAll(tx, about.allianceId, actor.id, at);
        return [noteOf('participation.askToLeave', await this.participating.stand(tx, about.allianceId, actor.id, { standing: 'ASKED_TO_LEAVE' }, at))];
      },
    },
    {
      subject: 'COME_BACK',
      find: (tx, about) => this.who(tx, about, 'ASKED_TO_LEAVE'),
      apply: async (tx, about, at) => {
        const { actor } = await this.participation(tx, about);
        return [noteOf('participation.inviteBack', await this.participating.stand(tx, about.allianceId, actor.id, { standing: 'INVITED' }, at))];
      },
    },
    {
      subject: 'ORGANISATION',
      find: async (tx, { allianceId, subjectId }) => {
        const organisation = subjectId === null ? null : await this.organisations.held(tx, subjectId);
        if (organisation === null) return 'not-found';
        const standing = (await this.participating.of(tx, allianceId, organisation.id))?.standing ?? 'OUTSIDE';
        return standing === 'TAKES_PART' || standing === 'INVITED' ? null : { before: `${organisation.id} ${standing}`, concernsId: organisation.id };
      },
      apply: async (tx, { allianceId, subjectId }, at) => {
        const organisation = await this.organisations.held(tx, subjectId as string);
        return organisation === null ? [] : [noteOf('alliance.inviteOrganisation', await this.participating.stand(tx, allianceId, organisation.id, { standing: 'INVITED' }, at))];
      },
    },
    {
      subject: 'COORDINATING',
      find: async (tx, { allianceId, subjectId, value }) => {
        const task = subjectId === null ? null : await this.coordinating.byId(tx, subjectId);
        const to = value.toActorId === undefined ? null : await this.participating.of(tx, allianceId, value.toActorId);
        if (task === null || task.allianceId !== allianceId || to === null) return 'not-found';
        const already = (await this.coordinating.heldIn(tx, allianceId)).some(({ actorId }) => actorId === to.actor.id);
        return !task.held || already || to.standing !== 'TAKES_PART' ? null : { before: `${task.id} ${to.actor.id}` };
      },
      apply: async (tx, { allianceId, subjectId, value }, at) => {
        const task = await this.coordinating.byId(tx, subjectId as string);
        if (task === null || value.toActorId === undefined) return [];
        await this.coordinating.end(tx, task.id, at);
        await this.coordinating.add(tx, allianceId, value.toActorId, { fromId: task.actorId }, at);
        return [{ verb: 'coordinating.passOn', subjectKind: 'coordinating', subjectId: task.id }];
      },
    },
  ];

  private async who(tx: Tx, about: About, standing: 'TAKES_PART' | 'ASKED_TO_LEAVE') {
    const held = about.subjectId === null ? null : await this.participating.held(tx, about.subjectId);
    if (held === null || held.allianceId !== about.allianceId) return 'not-found' as const;
    return held.standing === standing ? { before: held.standing, concernsId: held.actor.id } : null;
  }

  private async participation(tx: Tx, { subjectId }: About) {
    const held = await this.participating.held(tx, subjectId as string);
    if (held === null) throw new Error('a participation that was found is gone');
    return held;
  }
}

function noteOf(verb: string, participation: { readonly id: string }): Note {
  return { verb, subjectKind: 'participation', subjectId: participation.id };
}
