/** How many looks there are for people who are here; each has a shape of its own beside its colour. */
export const looks = 6;

/**
 * The looks of those who are here: the same on every screen that has the same people, different as long as
 * there are looks enough, and meaning nothing.
 */
export function looksOf(actorIds: Iterable<string>): ReadonlyMap<string, number> {
  const given = new Map<string, number>();
  for (const id of [...new Set(actorIds)].sort()) {
    let look = sumOf(id) % looks;
    const taken = new Set(given.values());
    for (let tries = 0; tries < looks && taken.has(look) && taken.size < looks; tries += 1) look = (look + 1) % looks;
    given.set(id, look);
  }
  return given;
}

function sumOf(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum = (sum * 31 + text.charCodeAt(at)) >>> 0;
  return sum;
}
