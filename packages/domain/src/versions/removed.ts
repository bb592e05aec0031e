/** Characters by their ids, with what they said: client, first clock, words. */
export type Taken = readonly [client: number, clock: number, text: string];

/** A run of words that were taken away in one row of the log, in the order one reads them. */
export interface Run {
  readonly seq: number;
  readonly at: string;
  readonly by: string | null;
  readonly pieces: readonly Taken[];
  /** Did it stand right behind the letter that was written before it? The next letter somebody writes may be anywhere. */
  readonly follows: boolean;
}

const restMinutes = 10;

/**
 * Runs, in the order of the log, as people took them away [V5]: letters that somebody takes away one after the other
 * are one text, from behind or from the front. Only ids and places decide what belongs together, never likeness.
 */
export function removed(runs: readonly Run[]): Run[] {
  const texts: Run[] = [];
  // The ends of each text, so that a long sitting is gone through once.
  const begins = new Map<string, number>();
  const ends = new Map<string, number>();
  for (const run of runs) {
    const [first, last] = [run.pieces[0], run.pieces.at(-1)];
    if (first === undefined || last === undefined) continue;
    const before = run.follows ? ends.get(idOf(first)) : undefined;
    const after = begins.get(endOf(last));
    const at = [before, after].find((nr) => nr !== undefined && goesOn(texts[nr], run));
    if (at === undefined) texts.push(run);
    else {
      const text = texts[at] as Run;
      texts[at] = { ...text, seq: run.seq, at: run.at, follows: (at === before ? text : run).follows, pieces: joined(at === before ? [...text.pieces, ...run.pieces] : [...run.pieces, ...text.pieces]) };
    }
    const nr = at ?? texts.length - 1;
    const [head, tail] = [texts[nr]?.pieces[0] ?? first, texts[nr]?.pieces.at(-1) ?? last];
    if (texts[nr]?.follows === true) begins.set(idOf(head), nr);
    ends.set(endOf(tail), nr);
  }
  return texts.filter(({ pieces }) => isWords(pieces.map(([, , text]) => text).join('')));
}

function idOf([client, clock]: Taken): string {
  return `${String(client)} ${String(clock)}`;
}

function endOf([client, clock, text]: Taken): string {
  return `${String(client)} ${String(clock + text.length)}`;
}

function goesOn(text: Run | undefined, run: Run): boolean {
  return text !== undefined && text.by === run.by && Date.parse(run.at) - Date.parse(text.at) <= restMinutes * 60_000;
}

function joined(pieces: readonly Taken[]): Taken[] {
  return pieces.reduce<Taken[]>((all, piece) => {
    const last = all.at(-1);
    if (last !== undefined && last[0] === piece[0] && last[1] + last[2].length === piece[1]) all[all.length - 1] = [last[0], last[1], last[2] + piece[2]];
    else all.push(piece);
    return all;
  }, []);
}

// A slip of a letter or two is no text that anybody looks for.
function isWords(text: string): boolean {
  return (text.match(/[\p{L}\p{N}]/gu) ?? []).length >= 3;
}
