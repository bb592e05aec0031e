import { limits } from '../shared/limits.js';
import { isRefusal, refuse, type Refusal } from '../shared/refusal.js';
import { asText } from '../shared/text.js';

/** A mandate in the person's own words, and until when. It is shown, and grants nothing in the software. */
export interface Mandate {
  readonly mandate: string;
  readonly until: string | null;
}

/** A mandate as it may be stored. */
export function mandate(given: string, until: string | null | undefined): Mandate | Refusal {
  const text = asText(given, limits.reason);
  if (isRefusal(text)) return text;
  if (until !== null && until !== undefined && !isDay(until)) return refuse('date/wrong');
  return { mandate: text, until: until ?? null };
}

/** Is this a day there is, as YYYY-MM-DD? */
export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return year >= 1900 && day >= 1 && day <= (days[month - 1] ?? 0);
}
