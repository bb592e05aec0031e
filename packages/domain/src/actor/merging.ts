import { refuse, type Refusal } from '../shared/refusal.js';

/**
 * May one organisation go over into another? Not into itself, and not into a part of itself: its
 * departments go over too, and the part would become its own parent [A3].
 * `ancestors` are the organisations the second is a part of, nearest first.
 */
export function merging(fromId: string, intoId: string, ancestors: readonly string[]): { fromId: string; intoId: string } | Refusal {
  if (fromId === intoId || ancestors.includes(fromId)) return refuse('organisation/merged-into-itself', { rule: 'A3' });
  return { fromId, intoId };
}
