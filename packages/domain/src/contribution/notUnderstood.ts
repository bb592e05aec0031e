import type { Mapping } from './mapping.js';
import { strangeIn } from './spoken.js';

/** The columns whose words have to be understood. */
export type NotUnderstoodPart = 'capacity' | 'kinds' | 'howKnown';

/** A cell that says something nobody here understands; it comes in as not stated. */
export interface NotUnderstood {
  readonly part: NotUnderstoodPart;
  /** What stands there. */
  readonly word: string;
}

/** What a row says of capacity, kind or way of knowing that comes in as "not stated" all the same [C6]. */
export function notUnderstood(cells: readonly string[], mapping: Mapping): NotUnderstood[] {
  return (['capacity', 'kinds', 'howKnown'] as const).flatMap((part) => {
    const column = mapping[part];
    const word = column === null || column === undefined ? null : strangeIn(part, cells[column] ?? '');
    return word === null ? [] : [{ part, word }];
  });
}
