import { limits } from '../shared/limits.js';
import { refuse, type Refusal } from '../shared/refusal.js';
import { asText } from '../shared/text.js';

/** Somebody's ask to know a protected person's name; agreed is null until it is answered. */
export interface Ask {
  readonly agreed: boolean | null;
}

/** Asks, with a reason, to know a protected person's name [A12]. */
export function askForName(reason: string, who: { readonly protected: boolean; readonly isMe: boolean; readonly waiting: boolean }): string | Refusal {
  if (!who.protected || who.isMe) return refuse('not-found', { rule: 'R3' });
  if (who.waiting) return refuse('name/asked', { rule: 'A12' });
  return asText(reason, limits.reason);
}

/** The person says yes or no, once [A12]. */
export function answerAsk(ask: Ask, agree: boolean): boolean | Refusal {
  return ask.agreed === null ? agree : refuse('name/answered', { rule: 'A12' });
}
