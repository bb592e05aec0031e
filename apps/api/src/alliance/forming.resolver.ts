import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { form, type Formed, type Forming } from '@samsyn/domain/alliance/forming';
import type { Language } from '@samsyn/domain/shared/refusals';
import { randomUUID } from 'node:crypto';
import { OrganisationStore } from '../actor/organisation.store.js';
import { Asks, type Asking } from '../core/asking.js';
import { Writer, type Tx } from '../core/change.js';
import { must, Refused } from '../core/refusal.js';
import { isId } from '../core/standing.js';
import { Post } from '../letter/post.js';
import { Haste } from '../session/haste.js';
import { AllianceStore, type AllianceRow } from './alliance.store.js';
import { CoordinatingStore } from './coordinating.store.js';
import { InvitationStore } from './invitation.store.js';
import { Invitations } from './inviting.js';
import { ParticipationStore, type ParticipationRow } from './participation.store.js';
import { ProblemStore } from './problem.store.js';

/** Forms an alliance: one act, all of it or nothing [L1]. */
@Resolver()
export class FormingResolver {
  constructor(
    private readonly writer: Writer,
    private readonly alliances: AllianceStore,
    private readonly participating: ParticipationStore,
    private readonly coordinating: CoordinatingStore,
    private readonly problems: ProblemStore,
    private readonly organisations: OrganisationStore,
    private readonly inviting: InvitationStore,
    private readonly invitations: Invitations,
    private readonly post: Post,
    private readonly haste: Haste,
  ) {}

  @Mutation()
  async formAlliance(@Asks() asking: Asking, @Args('input') input: Forming & { language?: Language | null }): Promise<AllianceRow | null> {
    const language = input.language ?? asking.language;
    if (asking.actorId !== null) await this.haste.letters(asking, must(form(input)).emails);
    const id = randomUUID();
    await this.writer.change(asking, {
      verb: 'alliance.form',
      load: async () => ({ allianceId: null, thing: {} }),
      decide: () => form(input),
      save: async (tx, _loaded, formed, at) => {
        const by = asking.actorId as string;
        await this.alliances.add(tx, id, formed, by, at);
        await this.problems.name(tx, id, formed.worry, by, at);
        await this.participating.stand(tx, id, by, { standing: 'TAKES_PART', speaking: formed.speaking }, at);
        await this.coordinating.add(tx, id, by, {}, at);
        const organisations = [...new Set([...(await this.known(tx, formed)), ...(await this.added(tx, formed, by))])];
        const invited: ParticipationRow[] = [];
        for (const organisation of organisations) invited.push(await this.participating.stand(tx, id, organisation, { standing: 'INVITED', invitedById: by }, at));
        await this.inviting.addLink(tx, id, by, language, at);
        await this.invitations.send(tx, { id, name: formed.name, worry: formed.worry }, by, formed.emails, formed.secondCoordinatorEmail, language, at);
        return { name: formed.name, invited };
      },
      note: (_loaded, { name, invited }) => [
        { allianceId: id, subjectKind: 'alliance', subjectId: id, detail: { name } },
        ...invited.map((one) => ({ verb: 'alliance.inviteOrganisation', allianceId: id, subjectKind: 'participation', subjectId: one.id, detail: { name: one.actor.name } })),
      ],
    });
    this.post.wake();
    return this.alliances.one(asking, id);
  }

  private async known(tx: Tx, formed: Formed): Promise<string[]> {
    if (!formed.organisationIds.every(isId)) throw new Refused('not-found', 'R3');
    const standing = await this.organisations.standing(tx, formed.organisationIds);
    if (standing.size !== formed.organisationIds.length) throw new Refused('not-found', 'R3');
    return [...standing.values()];
  }

  // One that is there already is taken rather than added twice.
  private async added(tx: Tx, formed: Formed, by: string): Promise<string[]> {
    const found: string[] = [];
    if (formed.newOrganisations.length > 0) await this.organisations.addingAlone(tx);
    for (const { name, parentId, parentName } of formed.newOrganisations) {
      if (parentId !== null && (!isId(parentId) || !(await this.organisations.held(tx, parentId)))) throw new Refused('not-found', 'R3');
      const under = parentId ?? (parentName === null ? null : await this.organisations.findOrAdd(tx, parentName, null, by));
      found.push(await this.organisations.findOrAdd(tx, name, under, by));
    }
    return found;
  }
}
