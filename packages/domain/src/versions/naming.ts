import type { Fields, Step } from '../framing/framing.js';
import type { FramingField } from '../shared/enums.js';
import { limits } from '../shared/limits.js';
import { isRefusal, refuse, type Refusal } from '../shared/refusal.js';
import { asName } from '../shared/text.js';

/** What a version is called [V2]: one line that can be seen. */
export function named(label: string): string | Refusal {
  const name = asName(label, limits.name);
  if (name === '') return refuse('name/too-short', { rule: 'V2' });
  return name;
}

/** A label that is corrected [V2]. */
export function relabelled(before: string, label: string): { before: string; after: string } | Refusal {
  const after = named(label);
  if (isRefusal(after)) return after;
  return after === before ? refuse('version/nothing-changed', { rule: 'V2' }) : { before, after };
}

/** Name and bounds as they stood at a moment: what stands, less what has been named or bounded anew since. */
export function stoodAt(stands: Fields, reframings: readonly (Pick<Step, 'field' | 'before'> & { readonly at: string })[], at: string): Fields {
  const stood: Record<FramingField, string> = { ...stands };
  const seen = new Set<FramingField>();
  for (const step of reframings) {
    if (Date.parse(step.at) <= Date.parse(at) || seen.has(step.field)) continue;
    seen.add(step.field);
    stood[step.field] = step.before;
  }
  return stood;
}
