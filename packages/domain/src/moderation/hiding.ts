import type { HidingState, HidingSubject } from '../shared/enums.js';
import { limits } from '../shared/limits.js';
import { refuse, type Refusal } from '../shared/refusal.js';
import { asText } from '../shared/text.js';

/** Does a hiding hold: are the words covered just now? */
export function hides(state: HidingState): boolean {
  return state === 'HIDDEN' || state === 'ASKED' || state === 'ASIDE';
}

/** Why something is hidden, or shown again: words that everybody can read [H1 H2]. */
export function hidingReason(given: string): string | Refusal {
  const text = asText(given, limits.reason, true);
  return text === '' ? refuse('hiding/reason-needed', { rule: 'H1' }) : text;
}

/** What whoever wrote it answers [H2]; it may be corrected, and not be empty. */
export function hidingAnswer(given: string): string | Refusal {
  return asText(given, limits.reason);
}

/** Erases what was hidden [H3]. What has a door of its own for being taken back is taken back there, with all that hangs on it. */
export function eraseHidden(subject: HidingSubject): 'ERASED' | Refusal {
  return subject === 'QUESTION' || subject === 'SUGGESTION' ? 'ERASED' : refuse('hiding/take-back', { rule: 'H3' });
}

/** What is told of a hiding. Of what is put aside, the reason is told to those who take part, and the answer to nobody [H3]. */
export function toldOf<T extends { readonly state: HidingState; readonly reason: string; readonly answer: string; readonly endReason: string }>(hiding: T, inside: boolean): T {
  if (hiding.state !== 'ASIDE' && hiding.state !== 'ERASED') return hiding;
  return { ...hiding, answer: '', reason: inside ? hiding.reason : '', endReason: inside ? hiding.endReason : '' };
}
