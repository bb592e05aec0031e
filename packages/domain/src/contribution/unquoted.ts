const fewest = 4;
const marks: Readonly<Record<string, string>> = { '"': '"', '“': '”', '”': '”', '»': '«', '«': '»', '„': '“', '‘': '’', '’': '’' };

interface Word {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/**
 * A text without the words it took from others: runs of four words or more that were said there, and
 * anything shorter that stands in quotation marks. What is left out is marked.
 */
export function unquoted(text: string, said: readonly string[]): string {
  const theirs = said.map((one) => wordsOf(one).map(({ word }) => word)).filter((one) => one.length > 0);
  const words = wordsOf(text);
  const out: [from: number, to: number][] = [];
  for (let at = 0; at < words.length; ) {
    const length = Math.max(0, ...theirs.map((one) => longest(words, at, one)));
    const [first, last] = [words[at], words[at + length - 1]];
    if (first && last && (length >= fewest || isMarked(text, first.from, last.to))) {
      out.push([first.from, last.to]);
      at += length;
    } else at += 1;
  }
  return out.reduceRight((left, [from, to]) => `${left.slice(0, from)}[…]${left.slice(to)}`, text);
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    word: match[0].toLowerCase(),
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** How many words from here on stand in a row in the other text. */
function longest(words: readonly Word[], at: number, theirs: readonly string[]): number {
  let best = 0;
  for (let start = theirs.indexOf(words[at]?.word ?? ''); start !== -1; start = theirs.indexOf(words[at]?.word ?? '', start + 1)) {
    let length = 0;
    while (at + length < words.length && words[at + length]?.word === theirs[start + length]) length += 1;
    best = Math.max(best, length);
  }
  return best;
}

function isMarked(text: string, from: number, to: number): boolean {
  const closing = marks[text[from - 1] ?? ''];
  return closing !== undefined && text.slice(to).replace(/^[.,!?…]+/, '').startsWith(closing);
}
