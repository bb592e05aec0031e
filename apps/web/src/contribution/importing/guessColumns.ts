import { proposeMapping } from '@samsyn/domain/contribution/spoken';
import { mapped, type Mapping } from '@samsyn/domain/contribution/mapping';

/** What a column may hold. */
export type ColumnPart = (typeof mapped)[number];

/** Which column, from 0, holds what; null stays not stated. */
export type Columns = Record<ColumnPart, number | null>;

/** A first guess for people to change: from the headings, and where none names the text, the column with most words. */
export function guessColumns(columns: readonly string[], rows: readonly (readonly string[])[]): Columns {
  const proposed: Partial<Mapping> = proposeMapping(columns);
  const guess = Object.fromEntries(mapped.map((part) => [part, proposed[part] ?? null])) as Columns;
  const taken = new Set(Object.values(guess));
  return guess.text === null ? { ...guess, text: wordiest(columns.length, rows, taken) } : guess;
}

function wordiest(count: number, rows: readonly (readonly string[])[], taken: ReadonlySet<number | null>): number | null {
  const wordsIn = (column: number) => rows.reduce((sum, row) => sum + (row[column]?.split(/\s+/).length ?? 0), 0);
  let best: number | null = null;
  for (let column = 0; column < count; column += 1) {
    if (!taken.has(column) && (best === null || wordsIn(column) > wordsIn(best))) best = column;
  }
  return best;
}
