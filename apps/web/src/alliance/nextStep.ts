import type { WordKey } from '../lib/words';
import { may } from '../lib/rights';
import type { Opened } from './opened';
import type { AlliancePage } from './pageQuery';

interface Step {
  readonly word: WordKey;
  readonly press: WordKey;
  /** The window it opens; without one it leads to contributing. */
  readonly open?: Opened;
}

/** Does this person have the task of coordinating? */
export function coordinates(alliance: AlliancePage, actorId: string | undefined): boolean {
  return alliance.coordinators.some((one) => one.actorId === actorId);
}

/** The one thing that would help the alliance most just now and that this person can do; null when nothing presses. */
export function nextStep(alliance: AlliancePage, actorId: string | undefined): Step | null {
  const problem = alliance.problems[0];
  if (may(alliance.rights, 'alliance.invite') && alliance.people.length < 2) {
    return { word: 'alliance.next-invite', press: 'alliance.invite', open: { kind: 'invite' } };
  }
  if (problem !== undefined && problem.framings.length === 0 && may(alliance.rights, 'alliance.openFraming')) {
    return { word: 'alliance.next-framing', press: 'alliance.open-framing', open: { kind: 'open-framing', problemId: problem.id, sentence: problem.sentence } };
  }
  if (alliance.balance.total === 0 && may(alliance.rights, 'alliance.give')) return { word: 'alliance.next-give', press: 'alliance.give' };
  if (alliance.coordinators.length < 2 && !coordinates(alliance, actorId) && may(alliance.rights, 'alliance.takeOnCoordinating')) {
    return { word: 'alliance.next-coordinate', press: 'alliance.take-on', open: { kind: 'take-on' } };
  }
  if (alliance.organisations.length === 0 && may(alliance.rights, 'alliance.inviteOrganisation')) {
    return { word: 'alliance.next-organisation', press: 'alliance.invite-organisation', open: { kind: 'invite-organisation' } };
  }
  return null;
}
