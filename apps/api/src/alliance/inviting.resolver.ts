import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { readCode } from '@samsyn/domain/alliance/code';
import { addresses, veiled } from '@samsyn/domain/alliance/inviting';
import type { Language } from '@samsyn/domain/shared/refusals';
import { actorBy, type ActorRow } from '../core/actors.js';
import { Asks, type Asking } from '../core/asking.js';
import { Writer } from '../core/change.js';
import { Database } from '../core/database.js';
import { Settings } from '../core/settings.js';
import { isId } from '../core/standing.js';
import { Post } from '../letter/post.js';
import { Haste } from '../session/haste.js';
import { AllianceStore, type AllianceRow } from './alliance.store.js';
import { InvitationStore, type DoorRow, type InvitationRow } from './invitation.store.js';
import { Invitations, joinUrl } from './inviting.js';
import { ProblemStore } from './problem.store.js';
import { qr, type Qr } from './qr.js';

/** Links, codes and letters that lead to an alliance; anyone who takes part makes them and takes them back. */
@Resolver('Invitation')
export class InvitingResolver {
  constructor(
    private readonly db: Database,
    private readonly settings: Settings,
    private readonly writer: Writer,
    private readonly alliances: AllianceStore,
    private readonly inviting: InvitationStore,
    private readonly invitations: Invitations,
    private readonly problems: ProblemStore,
    private readonly post: Post,
    private readonly haste: Haste,
  ) {}

  @Query()
  async door(@Asks() asking: Asking, @Args('code') code: string): Promise<DoorRow | null> {
    await this.haste.look('wrongCode', asking.from);
    const read = readCode(code);
    const door = read === null ? null : await this.inviting.door(read, asking.actorId);
    if (door === null) await this.haste.note('wrongCode', asking.from);
    return door;
  }

  @ResolveField()
  url(@Parent() invitation: InvitationRow): string {
    return joinUrl(this.settings, invitation.code);
  }

  @ResolveField()
  qr(@Parent() invitation: InvitationRow): Qr {
    return qr(joinUrl(this.settings, invitation.code));
  }

  @ResolveField()
  email(@Parent() invitation: InvitationRow, @Asks() asking: Asking): string | null {
    if (invitation.email === null) return null;
    return invitation.createdById === asking.actorId ? invitation.email : veiled(invitation.email);
  }

  @ResolveField()
  createdBy(@Parent() invitation: InvitationRow, @Asks() asking: Asking): Promise<ActorRow | null> {
    return actorBy(this.db, asking, invitation.createdById);
  }

  @Mutation()
  makeInvitation(@Asks() asking: Asking, @Args('allianceId') allianceId: string, @Args('language') language?: Language | null): Promise<InvitationRow> {
    return this.writer.change(asking, {
      verb: 'alliance.invite',
      load: (tx) => this.alliances.held(tx, allianceId),
      save: (tx, held, _decided, at) => this.inviting.addLink(tx, held.allianceId, asking.actorId as string, language ?? asking.language, at),
      note: (_held, made) => ({ subjectKind: 'invitation', subjectId: made.id, detail: { way: made.way } }),
    });
  }

  @Mutation()
  async inviteByEmail(
    @Asks() asking: Asking,
    @Args('allianceId') allianceId: string,
    @Args('emails') emails: string[],
    @Args('language') language: Language,
  ): Promise<InvitationRow[]> {
    const sent = await this.writer.change(asking, {
      verb: 'alliance.invite',
      load: (tx) => this.alliances.held(tx, allianceId),
      decide: () => addresses(emails),
      save: async (tx, held, to, at) => {
        await this.haste.letters(asking, to);
        const worry = await this.problems.first(tx, held.allianceId);
        return this.invitations.send(tx, { id: held.allianceId, name: held.name, worry }, asking.actorId as string, to, null, language, at);
      },
      // Addresses stay out of the ledger.
      note: (_held, made) => made.map((one) => ({ subjectKind: 'invitation', subjectId: one.id, detail: { way: one.way } })),
    });
    this.post.wake();
    return sent;
  }

  @Mutation()
  async revokeInvitation(@Asks() asking: Asking, @Args('id') id: string): Promise<AllianceRow | null> {
    const allianceId = await this.writer.change(asking, {
      verb: 'invitation.revoke',
      load: async (tx) => {
        const invitation = isId(id) ? await this.inviting.held(tx, id) : null;
        const held = invitation && (await this.alliances.held(tx, invitation.allianceId));
        return held && { ...held, invitation };
      },
      save: async (tx, { allianceId, invitation }, _decided, at) => {
        if (!invitation?.revoked) await this.inviting.revoke(tx, id, at);
        return allianceId;
      },
      note: (held) => (held.invitation?.revoked ? [] : { subjectKind: 'invitation', subjectId: id }),
    });
    return this.alliances.one(asking, allianceId);
  }
}
