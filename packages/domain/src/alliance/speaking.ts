import type { Capacity } from '../shared/enums.js';
import { limits } from '../shared/limits.js';
import type { Refusal } from '../shared/refusal.js';
import { asText } from '../shared/text.js';

/** In what capacity somebody speaks here, and what they know something about, in own words [A2]. */
export interface Speaking {
  readonly capacity: Capacity | null;
  readonly knows: string;
}

/** What was said about oneself, as it may be stored. Not said is a state of its own. */
export function speaking(given: { capacity?: Capacity | null | undefined; knows?: string | null | undefined } | null | undefined): Speaking | Refusal {
  const knows = asText(given?.knows ?? '', limits.knows, true);
  if (typeof knows !== 'string') return knows;
  return { capacity: given?.capacity ?? null, knows };
}
