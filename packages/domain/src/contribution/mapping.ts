import { refuse, type Refusal } from '../shared/refusal.js';

/** Which column (from 0) holds what; what is not mapped stays not stated [C6]. */
export interface Mapping {
  readonly text: number;
  readonly author?: number | null | undefined;
  readonly capacity?: number | null | undefined;
  readonly kinds?: number | null | undefined;
  readonly howKnown?: number | null | undefined;
  readonly source?: number | null | undefined;
}

/** What a column can hold. */
export const mapped = ['text', 'author', 'capacity', 'kinds', 'howKnown', 'source'] as const;

/** A mapping that fits a file with so many columns. */
export function asMapping(given: Mapping, columns: number): Mapping | Refusal {
  for (const field of mapped) {
    const column = given[field];
    if (column === null || column === undefined) continue;
    if (!Number.isInteger(column) || column < 0 || column >= columns) return refuse('import/column', { rule: 'C6' });
  }
  const { text, author = null, capacity = null, kinds = null, howKnown = null, source = null } = given;
  return { text, author, capacity, kinds, howKnown, source };
}
