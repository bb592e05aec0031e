/** Somebody who can be named: a person, an organisation or an alliance that takes part. */
export interface Nameable {
  readonly id: string;
  readonly name: string;
}

/** A piece of what was said: plain words, or a name that was named. */
export interface Piece {
  readonly words: string;
  readonly named: boolean;
}

// The longest name that begins here: @Anna Ek is not @Anna.
function namedAt(text: string, at: number, people: readonly Nameable[]): string | null {
  let best: string | null = null;
  for (const { name } of people) {
    const isHere = text.slice(at, at + name.length).toLowerCase() === name.toLowerCase() && !/^[\p{L}\p{N}]/u.test(text.slice(at + name.length));
    if (isHere && name.length > (best?.length ?? 0)) best = name;
  }
  return best;
}

/** Words with the names in them that stand after an @. */
export function piecesOf(text: string, people: readonly Nameable[]): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const name = namedAt(text, at + 1, people);
    if (name === null) continue;
    if (at > from) pieces.push({ words: text.slice(from, at), named: false });
    from = at + 1 + name.length;
    pieces.push({ words: text.slice(at, from), named: true });
  }
  if (from < text.length) pieces.push({ words: text.slice(from), named: false });
  return pieces;
}

/** Who is named in these words. Of namesakes the one who was chosen is meant; where none was, all of them are. */
export function mentionsIn(text: string, people: readonly Nameable[], chosen: readonly string[]): string[] {
  const names = new Set(piecesOf(text, people).flatMap(({ words, named }) => (named ? [words.slice(1).toLowerCase()] : [])));
  return [...names].flatMap((name) => {
    const namesakes = people.filter((one) => one.name.toLowerCase() === name).map(({ id }) => id);
    const meant = namesakes.filter((id) => chosen.includes(id));
    return meant.length > 0 ? meant : namesakes;
  });
}

/** What somebody is writing after an @, up to the caret; null when they are not naming anybody. */
export function namingAt(text: string, caret: number): { from: number; search: string } | null {
  const found = /(?:^|[\s(])@([^\s@][^@\n]{0,40}|)$/u.exec(text.slice(0, caret));
  return found === null ? null : { from: caret - (found[1] ?? '').length - 1, search: (found[1] ?? '').toLowerCase() };
}

/** Those whose name, or a part of it, begins so; in the order of the alphabet they came in. */
export function namesFor(search: string, people: readonly Nameable[], most = 6): Nameable[] {
  return people.filter(({ name }) => ` ${name.toLowerCase()}`.includes(` ${search}`) && name.toLowerCase() !== search).slice(0, most);
}
