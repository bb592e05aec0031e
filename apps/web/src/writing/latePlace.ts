/** A line as those knew it who wrote it anew; `known` when they knew of the line at all. */
export interface LineBefore {
  readonly words: string;
  readonly known: boolean;
}

/** A line that has come, or has been changed. */
export interface LineNow {
  readonly words: string;
  readonly isNew: boolean;
}

// So much of what stands on each side is compared.
const reach = 40;
// So many letters must be the same, where the line had as many.
const least = 4;

/** Where what stood at a place of a line belongs among the lines there are now: where its neighbours are the same. */
export function placeOf({ words, known }: LineBefore, at: number, lines: readonly LineNow[]): { line: number; at: number } | null {
  if (words === '') {
    const empty = known ? lines.findIndex((line) => line.isNew && line.words === '') : -1;
    return empty < 0 ? null : { line: empty, at: 0 };
  }
  const [left, right] = [words.slice(Math.max(0, at - reach), at), words.slice(at, at + reach)];
  let best: { line: number; at: number; same: number } | null = null;
  for (const [index, line] of lines.entries()) {
    for (let place = 0; place <= line.words.length; place += 1) {
      const same = 2 * (sameBefore(left, line.words, place) + sameAfter(right, line.words, place)) + (line.isNew ? 1 : 0);
      if (same > (best?.same ?? 0)) best = { line: index, at: place, same };
    }
  }
  return best !== null && best.same >> 1 >= Math.min(least, left.length + right.length) ? { line: best.line, at: best.at } : null;
}

function sameBefore(left: string, words: string, place: number): number {
  let same = 0;
  while (same < left.length && same < place && left[left.length - 1 - same] === words[place - 1 - same]) same += 1;
  return same;
}

function sameAfter(right: string, words: string, place: number): number {
  let same = 0;
  while (same < right.length && place + same < words.length && right[same] === words[place + same]) same += 1;
  return same;
}
