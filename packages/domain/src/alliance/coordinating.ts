import { refuse, type Refusal } from '../shared/refusal.js';

/** The tasks of coordinating that are held now, and who takes part. */
export interface Coordination {
  readonly held: readonly { readonly actorId: string }[];
  /** Does the one who is to take it on take part? */
  readonly takesPart: boolean;
}

/** Takes on the task, or has it passed on to oneself. It gives no rights [L6]. */
export function takeOn(actorId: string, now: Coordination): { actorId: string } | Refusal {
  if (!now.takesPart) return refuse('coordinating/not-taking-part', { rule: 'L6' });
  if (now.held.some((one) => one.actorId === actorId)) return refuse('coordinating/already', { rule: 'L6' });
  return { actorId };
}
