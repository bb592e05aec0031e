import type { Capacity, HowKnown, Kind } from '../shared/enums.js';
import { limits } from '../shared/limits.js';
import { isRefusal, refuse, type Refusal } from '../shared/refusal.js';
import { asName, asText, asUrl } from '../shared/text.js';
import type { Mapping } from './mapping.js';
import { capacityIn, kindsIn, waysIn } from './spoken.js';

/** A row as it would come in. The author is a name the file states; nobody here stands behind it. */
export interface Row {
  readonly text: string;
  readonly author: string | null;
  readonly capacity: Capacity | null;
  readonly kinds: Kind[];
  readonly howKnown: HowKnown[];
  readonly sourceUrl: string | null;
  readonly sourceText: string | null;
}

/** Reads one row by the mapping, or says why it cannot come in. */
export function readRow(cells: readonly string[], columns: number, mapping: Mapping): Row | Refusal {
  if (cells.length < columns || cells.slice(columns).some((cell) => cell.trim() !== '')) return refuse('import/row-columns', { rule: 'C6' });
  if (cells.some((cell) => cell.length > limits.importCell)) return tooLong(limits.importCell);
  const text = asText(cells[mapping.text] ?? '', limits.importCell);
  if (typeof text !== 'string') return ofRow(text);
  const author = authorOf(cellOf(cells, mapping.author));
  if (isRefusal(author)) return author;
  const source = sourceOf(cellOf(cells, mapping.source));
  if (isRefusal(source)) return source;
  return {
    text,
    author,
    capacity: capacityIn(cellOf(cells, mapping.capacity)),
    kinds: kindsIn(cellOf(cells, mapping.kinds)),
    howKnown: waysIn(cellOf(cells, mapping.howKnown)),
    ...source,
  };
}

function cellOf(cells: readonly string[], column: number | null | undefined): string {
  return column === null || column === undefined ? '' : (cells[column] ?? '');
}

function authorOf(cell: string): string | null | Refusal {
  if (cell.trim() === '') return null;
  const name = asName(cell, limits.name);
  if (typeof name === 'string') return name;
  return name.refused === 'name/too-short' ? null : ofRow(name);
}

function sourceOf(cell: string): Pick<Row, 'sourceUrl' | 'sourceText'> | Refusal {
  const text = asText(cell, limits.source, true);
  if (typeof text !== 'string') return ofRow(text);
  if (text === '') return { sourceUrl: null, sourceText: null };
  const url = asUrl(text, limits.source);
  return typeof url === 'string' ? { sourceUrl: url, sourceText: null } : { sourceUrl: null, sourceText: text };
}

/** The same no, said of a row. */
function ofRow(refusal: Refusal): Refusal {
  if (refusal.refused === 'text/empty') return refuse('import/row-empty', { rule: 'C6' });
  if (refusal.refused === 'text/too-long') return tooLong(refusal.with?.['max'] ?? limits.importCell);
  return refuse('import/row-not-allowed', { rule: 'C6' });
}

function tooLong(max: string | number): Refusal {
  return refuse('import/row-too-long', { rule: 'C6', with: { max } });
}
