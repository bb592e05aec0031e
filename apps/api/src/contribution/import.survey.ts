import type { Mapping } from '@samsyn/domain/contribution/mapping';
import { notUnderstood, type NotUnderstoodPart } from '@samsyn/domain/contribution/notUnderstood';
import { readRow } from '@samsyn/domain/contribution/spreadsheet';
import { isRefusal } from '@samsyn/domain/shared/refusal';
import { recordsOf } from './import.file.js';

/** What a whole file would bring by its mapping: rows that come in, rows that do not, and words nobody understands. */
export interface Survey {
  readonly comesIn: number;
  readonly refused: number;
  readonly notUnderstood: { readonly part: NotUnderstoodPart; readonly cells: number; readonly examples: string[] }[];
}

const examples = 3;

/** Looks a file through to its end, as it would come in. */
export async function surveyOf(text: string, run: { delimiter: string; heading: boolean; columns: readonly string[] }, mapping: Mapping): Promise<Survey> {
  const unclear = new Map<NotUnderstoodPart, { cells: number; words: Set<string> }>();
  let [comesIn, refused, heading] = [0, 0, run.heading];
  for await (const { cells } of recordsOf(text, run.delimiter)) {
    if (heading) {
      heading = false;
      continue;
    }
    if (isRefusal(readRow(cells, run.columns.length, mapping))) {
      refused += 1;
      continue;
    }
    comesIn += 1;
    for (const { part, word } of notUnderstood(cells, mapping)) {
      const found = unclear.get(part) ?? { cells: 0, words: new Set<string>() };
      found.cells += 1;
      if (found.words.size < examples) found.words.add(word.toWellFormed().slice(0, 60).toWellFormed());
      unclear.set(part, found);
    }
  }
  return { comesIn, refused, notUnderstood: [...unclear].map(([part, { cells, words }]) => ({ part, cells, examples: [...words] })) };
}
