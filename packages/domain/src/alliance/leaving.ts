import { refuse, type Refusal } from '../shared/refusal.js';

/** Leaves, unless nobody would be left to admit, answer or take anything up [L4]. */
export function leave(otherPeople: number): { left: true } | Refusal {
  return otherPeople > 0 ? { left: true } : refuse('alliance/last-one', { rule: 'L4' });
}
