import type { FramingField } from '../shared/enums.js';
import { limits } from '../shared/limits.js';
import { isRefusal, refuse, type Refusal } from '../shared/refusal.js';
import { asText } from '../shared/text.js';

/** Name and bounds of a framing, by field. */
export type Fields = Readonly<Record<FramingField, string>>;

/** The most a field holds, in characters. */
export function limitOf(field: FramingField): number {
  return field === 'NAME' ? limits.sentence : limits.bound;
}

/**
 * The fields of a framing that is being opened [F1]. Only the name (what sort of problem is this?)
 * must be there; the bounds grow while it is written.
 * Method: naming and framing, Schön as used by Forsemalm.
 */
export function opened(given: Partial<Fields> & { readonly NAME: string }): Fields | Refusal {
  const name = asText(given.NAME, limitOf('NAME'));
  if (isRefusal(name)) return name;
  const bound = (field: FramingField) => asText(given[field] ?? '', limitOf(field), true);
  const [belongs, outside, forWhom, unknown, norms] = [bound('BELONGS'), bound('OUTSIDE'), bound('FOR_WHOM'), bound('UNKNOWN'), bound('NORMS')];
  for (const text of [belongs, outside, forWhom, unknown, norms]) if (isRefusal(text)) return text;
  return {
    NAME: oneLine(name),
    BELONGS: belongs as string,
    OUTSIDE: outside as string,
    FOR_WHOM: forWhom as string,
    UNKNOWN: unknown as string,
    NORMS: norms as string,
  };
}

/** One step of the line from old to new. */
export interface Step {
  readonly field: FramingField;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
}

/** Names or bounds a framing anew [F3]. Refuses without a reason, when nothing changes, and an empty name. */
export function reframed(now: Fields, field: FramingField, text: string, reason: string): Step | Refusal {
  const why = asText(reason, limits.reason, true);
  if (isRefusal(why)) return why;
  if (why === '') return refuse('framing/reason-needed', { rule: 'F3' });
  const after = asText(text, limitOf(field), field !== 'NAME');
  if (isRefusal(after)) return after;
  const clean = field === 'NAME' ? oneLine(after) : after;
  if (clean === now[field]) return refuse('framing/nothing-changed', { rule: 'F3' });
  return { field, before: now[field], after: clean, reason: why };
}

/** What is being written and differs from what stands. */
export function drafts(stands: Fields, written: Partial<Fields>): { field: FramingField; text: string }[] {
  return (Object.keys(stands) as FramingField[]).flatMap((field) => {
    const text = written[field]?.trim();
    return text === undefined || text === stands[field] ? [] : [{ field, text }];
  });
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
