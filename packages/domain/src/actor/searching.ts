import { limits } from '../shared/limits.js';
import { refuse, type Refusal } from '../shared/refusal.js';
import { asText } from '../shared/text.js';

/** Letters to search for: three at least, so that no list can be read out whole. */
export function letters(given: string): string | Refusal {
  const text = asText(given, limits.search, true);
  if (typeof text !== 'string') return text;
  return [...text].length >= 3 ? text : refuse('search/too-short');
}

/** How many rows may be asked for at once. */
export function howMany(first: number | null | undefined, usual: number): number {
  return Math.min(Math.max(1, first ?? usual), limits.list);
}
