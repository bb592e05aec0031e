import { refuse, type Refusal } from '../shared/refusal.js';
import type { ContributionState } from '../shared/enums.js';

/** What is left where something was withdrawn: that it was, and when. Nothing of what was said or of how it was sorted. */
export interface Tombstone {
  readonly state: 'WITHDRAWN';
  readonly withdrawnAt: string;
  readonly text: '';
  readonly language: null;
  readonly kinds: never[];
  readonly howKnown: never[];
  readonly telling: null;
  readonly sourceUrl: null;
  readonly sourceText: null;
  readonly anchor: null;
  readonly quote: null;
  readonly statedAuthor: null;
}

/** Takes back what was given [C3]: what stays is a place that says so. */
export function withdraw(now: { readonly state: ContributionState }, at: string): Tombstone | Refusal {
  if (now.state === 'WITHDRAWN') return refuse('contribution/withdrawn', { rule: 'C3' });
  return {
    state: 'WITHDRAWN',
    withdrawnAt: at,
    text: '',
    language: null,
    kinds: [],
    howKnown: [],
    telling: null,
    sourceUrl: null,
    sourceText: null,
    anchor: null,
    quote: null,
    statedAuthor: null,
  };
}
