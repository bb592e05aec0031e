import type { SuggestionState } from '../shared/enums.js';
import { limits } from '../shared/limits.js';
import { isRefusal, refuse, type Refusal } from '../shared/refusal.js';
import { asText } from '../shared/text.js';

/** What has been noted of a suggestion: what became of it, and where in the log of the text that was carried out. */
export interface Noted {
  readonly state: SuggestionState;
  readonly carriedSeq: number | null;
}

/** The text at a position of its log: do marks of the suggestion stand in it? */
export interface Seen {
  readonly seq: number;
  readonly stands: boolean;
}

/** Waiting for an answer; no longer in the text though nobody answered; or answered. */
export type Whereabouts = 'OPEN' | 'GONE' | 'SETTLED';

/**
 * How a suggestion stands [W13]. Words of it that come into the text after it was answered, from somebody
 * who was away, were not seen by whoever answered: it asks again.
 */
export function whereabouts({ state, carriedSeq }: Noted, { seq, stands }: Seen): Whereabouts {
  if (state === 'OPEN') return stands ? 'OPEN' : 'GONE';
  return stands && carriedSeq !== null && seq > carriedSeq ? 'OPEN' : 'SETTLED';
}

/** The words that would go and come. */
export interface SuggestedWords {
  readonly before: string;
  readonly after: string;
}

/**
 * Is a suggestion still as whoever accepts it has seen it [W13]? What another has written in the midst of it meanwhile
 * would be taken away, or let in, without anybody having read it. Who does not say what they saw takes it as it is.
 */
export function isAsSeen(seen: SuggestedWords | undefined, now: SuggestedWords): boolean {
  return seen === undefined || (seen.before === now.before && seen.after === now.after);
}

/** Why one suggests it; asked kindly, never demanded. */
export function reasonFor(given: string): string | Refusal {
  return asText(given, limits.reason, true);
}

/** An answer as it may be stored. Whoever declines says why [W13]; whoever accepts may. */
export function answered(outcome: 'ACCEPTED' | 'DECLINED', given: string): string | Refusal {
  const answer = asText(given, limits.reason, true);
  if (isRefusal(answer) || answer !== '' || outcome === 'ACCEPTED') return answer;
  return refuse('suggestion/answer-needed', { rule: 'W13' });
}
