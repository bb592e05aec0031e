import type { DifferenceSort } from '@samsyn/domain/shared/enums';

/** What reads otherwise here than in the file, and how often; of what was struck out also the words. */
export interface Difference {
  readonly sort: DifferenceSort;
  readonly count: number;
  readonly words: readonly string[];
}

const most = { passages: 20, letters: 200 } as const;

/** Counts what does not come in from a file as it stands there. */
export class Differences {
  private readonly found = new Map<DifferenceSort, { count: number; words: string[] }>();

  add(sort: DifferenceSort, words = ''): void {
    const one = this.found.get(sort) ?? { count: 0, words: [] };
    this.found.set(sort, one);
    one.count += 1;
    const said = words.replace(/[\p{C}\s]+/gu, ' ').trim();
    if (said === '' || one.words.length >= most.passages) return;
    one.words.push(said.length > most.letters ? `${said.slice(0, most.letters).toWellFormed().trimEnd()} …` : said);
  }

  list(): Difference[] {
    return [...this.found].map(([sort, { count, words }]) => ({ sort, count, words }));
  }
}
