// Swedish letters stand last in their own order; every other letter is sorted without its marks.
const last: Readonly<Record<string, string>> = { å: '{1', ä: '{2', æ: '{2', ö: '{3', ø: '{3' };

function key(name: string): string {
  return [...name.normalize('NFC').toLowerCase()]
    .map((letter) => last[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, ''))
    .join('');
}

/** Something with a name, and an id that settles which of two namesakes comes first. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** The order of the alphabet, the same on every machine and in every language of the screen. */
export function byName(a: Named, b: Named): number {
  const [one, other] = [key(a.name), key(b.name)];
  if (one !== other) return one < other ? -1 : 1;
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
