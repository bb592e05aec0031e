import type { ClearingState } from '../shared/enums.js';
import { limits } from '../shared/limits.js';
import { isRefusal, refuse, type Refusal } from '../shared/refusal.js';
import { asText } from '../shared/text.js';

/** Text that somebody wants cleared, by whose words it is; null where nobody is known. */
export interface Wanted {
  readonly authors: readonly (string | null)[];
  /** It waits for an answer already. */
  readonly waits: boolean;
}

/**
 * A clearing as it begins [V6]: of one's own words, or where nobody else takes part, it is done at once; of others'
 * words it waits for a second person. What somebody is, or has written besides, is not looked at.
 */
export function proposed(wanted: readonly Wanted[], me: string | null, others: number, reason: string): { reason: string; atOnce: boolean } | Refusal {
  const why = asText(reason, limits.reason, true);
  if (isRefusal(why)) return why;
  if (why === '') return refuse('framing/reason-needed', { rule: 'V6' });
  if (wanted.length === 0 || wanted.some(({ waits }) => waits)) return refuse('clearing/nothing', { rule: 'V6' });
  return { reason: why, atOnce: others === 0 || wanted.every(({ authors }) => authors.every((author) => author !== null && author === me)) };
}

/** The answer to a clearing [V6]: agreed by somebody else than who proposed it; kept, with a reason, by anyone. */
export function answered(proposedBy: string | null, me: string | null, agrees: boolean, answer: string): { state: ClearingState; answer: string } | Refusal {
  const why = asText(answer, limits.reason, true);
  if (isRefusal(why)) return why;
  if (agrees) return proposedBy === me ? refuse('clearing/needs-another', { rule: 'V6' }) : { state: 'CLEARED', answer: why };
  return why === '' ? refuse('framing/reason-needed', { rule: 'V6' }) : { state: 'KEPT', answer: why };
}
