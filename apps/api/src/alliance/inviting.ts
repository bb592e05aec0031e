import { Injectable } from '@nestjs/common';
import { called } from '@samsyn/domain/actor/protected';
import type { Language } from '@samsyn/domain/shared/refusals';
import { PersonStore } from '../actor/person.store.js';
import type { Tx } from '../core/change.js';
import { Settings } from '../core/settings.js';
import { LetterStore, type Letter } from '../letter/letter.store.js';
import { invitationLetter } from '../letter/words.js';
import { InvitationStore, type InvitationRow } from './invitation.store.js';

/** Where a join code leads. */
export function joinUrl(settings: Pick<Settings, 'publicUrl'>, code: string): string {
  return `${settings.publicUrl}/j/${code}`;
}

/** Invites by letter: a code that works once for each address, and the letter that carries it. */
@Injectable()
export class Invitations {
  constructor(
    private readonly settings: Settings,
    private readonly inviting: InvitationStore,
    private readonly people: PersonStore,
    private readonly letters: LetterStore,
  ) {}

  async send(
    tx: Tx,
    alliance: { id: string; name: string; worry: string },
    byId: string,
    emails: readonly string[],
    secondCoordinator: string | null,
    language: Language,
    at: string,
  ): Promise<InvitationRow[]> {
    const by = called(await this.people.nameOf(tx, byId), language);
    const sent: InvitationRow[] = [];
    const letters: Letter[] = [];
    for (const email of emails) {
      const coordinates = email === secondCoordinator;
      const invitation = await this.inviting.addLetter(tx, alliance.id, byId, language, email, coordinates, at);
      const about = { by, alliance: alliance.name, worry: alliance.worry, url: joinUrl(this.settings, invitation.code), coordinates };
      letters.push(invitationLetter(email, language, about));
      sent.push(invitation);
    }
    await this.letters.write(tx, letters);
    return sent;
  }
}
