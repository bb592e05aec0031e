/** Words of one author next to each other. */
export interface Piece {
  readonly text: string;
  /** Whose words; null where nobody is known. */
  readonly by: string | null;
  readonly stated?: string;
  readonly quoted?: boolean;
}

/** A paragraph as it is compared: its shape (paragraph, heading 2, cell …) and its words by author. */
export interface Paragraph {
  readonly shape: string;
  readonly pieces: readonly Piece[];
}

/** How something differs between the earlier and the later text. */
export type Change = 'SAME' | 'ADDED' | 'REMOVED' | 'MOVED' | 'CHANGED';

/** Words that stand in both, or in one of them. */
export interface ComparedPiece extends Piece {
  readonly change: 'SAME' | 'ADDED' | 'REMOVED';
}

/** A paragraph of the later text, or one that has gone, where it stood. */
export interface ComparedParagraph {
  readonly shape: string;
  readonly change: Change;
  readonly pieces: readonly ComparedPiece[];
}

/** How a list differs from another: runs of what is the same, has come or has gone, in order. */
export type Runs = readonly { readonly change: 'SAME' | 'ADDED' | 'REMOVED'; readonly count: number }[];

/** Finds the runs between two lists; a library does, outside the domain. */
export type Differ = (before: readonly string[], after: readonly string[]) => Runs;

/**
 * Two texts, paragraph by paragraph [V3]: the same, come, gone, moved as it is, or changed in its words.
 * Likeness only decides how the two are laid beside each other; nothing is attached to anything by it.
 */
export function compared(before: readonly Paragraph[], after: readonly Paragraph[], differ: Differ): ComparedParagraph[] {
  const gone: Laid[] = [];
  const come: Laid[] = [];
  const rows: Laid[] = [];
  let [was, is] = [0, 0];
  for (const { change, count } of differ(before.map(keyOf), after.map(keyOf))) {
    for (let n = 0; n < count; n += 1) {
      const row: Laid = { was: change === 'ADDED' ? null : (before[was] ?? null), is: change === 'REMOVED' ? null : (after[is] ?? null), moved: false };
      if (change !== 'ADDED') was += 1;
      if (change !== 'REMOVED') is += 1;
      if (change === 'REMOVED') gone.push(row);
      if (change === 'ADDED') come.push(row);
      rows.push(row);
    }
  }
  const paired = pairs(gone, come);
  return rows.filter((row) => !paired.has(row)).map((row) => asCompared(row, differ));
}

interface Laid {
  was: Paragraph | null;
  is: Paragraph | null;
  moved: boolean;
}

/** What has gone and come again: exactly elsewhere, or much alike. The one that has come holds both; the other is passed over. */
function pairs(gone: readonly Laid[], come: readonly Laid[]): Set<Laid> {
  const paired = new Set<Laid>();
  const byKey = new Map<string, Laid[]>();
  for (const row of gone) {
    const key = keyOf(row.was as Paragraph);
    byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  const take = (row: Laid, from: Laid, moved: boolean): void => {
    row.was = from.was;
    row.moved = moved;
    paired.add(from);
  };
  for (const row of come) {
    const text = textOf(row.is as Paragraph).trim();
    const from = text === '' ? undefined : byKey.get(keyOf(row.is as Paragraph))?.find((one) => !paired.has(one));
    if (from !== undefined) take(row, from, true);
  }
  const open = come.filter((row) => row.was === null);
  const left = gone.filter((row) => !paired.has(row)).map((row) => ({ row, words: wordSet(row.was as Paragraph) }));
  // Of very many that came and went at once, none is likely to be another one changed.
  if (open.length * left.length > 40_000) return paired;
  for (const row of open) {
    const words = wordSet(row.is as Paragraph);
    let best: { row: Laid; alike: number } | null = null;
    for (const one of left) {
      if (paired.has(one.row)) continue;
      const alike = likeness(one.words, words);
      if (alike >= 0.4 && alike > (best?.alike ?? 0)) best = { row: one.row, alike };
    }
    if (best !== null) take(row, best.row, false);
  }
  return paired;
}

function asCompared({ was, is, moved }: Laid, differ: Differ): ComparedParagraph {
  if (was === null) return { shape: (is as Paragraph).shape, change: 'ADDED', pieces: (is as Paragraph).pieces.map((piece) => ({ ...piece, change: 'ADDED' })) };
  if (is === null) return { shape: was.shape, change: 'REMOVED', pieces: was.pieces.map((piece) => ({ ...piece, change: 'REMOVED' })) };
  if (keyOf(was) === keyOf(is)) return { shape: is.shape, change: moved ? 'MOVED' : 'SAME', pieces: is.pieces.map((piece) => ({ ...piece, change: 'SAME' })) };
  return { shape: is.shape, change: 'CHANGED', pieces: words(was, is, differ) };
}

/** The words of a changed paragraph, each with whose it is: those that stand as they are now, those that went as they were. */
function words(was: Paragraph, is: Paragraph, differ: Differ): ComparedPiece[] {
  const [earlier, later] = [wordsOf(was), wordsOf(is)];
  const pieces: ComparedPiece[] = [];
  let [from, to] = [0, 0];
  for (const { change, count } of differ(earlier.map(({ text }) => text), later.map(({ text }) => text))) {
    for (let n = 0; n < count; n += 1) {
      const word = change === 'REMOVED' ? earlier[from] : later[to];
      if (change !== 'ADDED') from += 1;
      if (change !== 'REMOVED') to += 1;
      for (const piece of word?.pieces ?? []) join(pieces, { ...piece, change });
    }
  }
  return pieces;
}

function join(pieces: ComparedPiece[], piece: ComparedPiece): void {
  const last = pieces.at(-1);
  if (last !== undefined && last.change === piece.change && last.by === piece.by && last.stated === piece.stated && last.quoted === piece.quoted) {
    pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
  } else pieces.push(piece);
}

interface Word {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

const wordOrGap = /[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu;

// A word that two have written in is one word with two pieces.
function wordsOf({ pieces }: Paragraph): Word[] {
  const text = pieces.map((piece) => piece.text).join('');
  let [piece, used] = [0, 0];
  return (text.match(wordOrGap) ?? []).map((word) => {
    const parts: Piece[] = [];
    for (let left = word.length; left > 0; ) {
      const now = pieces[piece] as Piece;
      const length = Math.min(left, now.text.length - used);
      if (length > 0) parts.push({ ...now, text: now.text.slice(used, used + length) });
      left -= length;
      used += length;
      if (used >= now.text.length) [piece, used] = [piece + 1, 0];
    }
    return { text: word, pieces: parts };
  });
}

function keyOf(paragraph: Paragraph): string {
  return `${paragraph.shape}\n${textOf(paragraph)}`;
}

function textOf({ pieces }: Paragraph): string {
  return pieces.map(({ text }) => text).join('');
}

function wordSet(paragraph: Paragraph): Set<string> {
  return new Set(textOf(paragraph).toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
}

function likeness(one: ReadonlySet<string>, two: ReadonlySet<string>): number {
  if (one.size === 0 || two.size === 0) return 0;
  let shared = 0;
  for (const word of one) if (two.has(word)) shared += 1;
  return shared / Math.max(one.size, two.size);
}
