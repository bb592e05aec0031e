import type { RoundSubject } from '@samsyn/domain/shared/enums';
import type { Note, Tx } from '../../core/change.js';
import type { RoundValue } from '../decision.row.js';

/** What a round would be about. */
export interface About {
  readonly allianceId: string;
  readonly subjectId: string | null;
  readonly value: RoundValue;
  readonly proposal: string;
}

/** The subject as it is now. */
export interface Found {
  /** How it is, as text: if it reads otherwise when the round ends, the subject has changed and nothing is done [D7]. */
  readonly before: string;
  /** The actor it is about, if it is about one. */
  readonly concernsId?: string;
}

/** What one sort of round brings about. A slice of its own adds its effect to `Effects` when it starts. */
export interface Effect {
  readonly subject: RoundSubject;
  /** The subject as it is now, held until the commit; 'not-found' when there is none here, null when there is nothing to decide about. */
  find(tx: Tx, about: About): Promise<Found | 'not-found' | null>;
  /** Makes it so, in the transaction that ends the round. */
  apply(tx: Tx, about: About & { readonly roundId: string }, at: string): Promise<readonly Note[]>;
}
