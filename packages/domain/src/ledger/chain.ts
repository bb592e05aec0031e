/** SHA-256 of a text in UTF-8, as hex; handed in, so that server, browser and tests each bring their own. */
export type Digest = (text: string) => string;

/** The chain of acts outside of any alliance. */
export const outside = '00000000-0000-0000-0000-000000000000';

/** A line of the ledger as it is chained: digests stand for who did it and for what it tells [J4]. */
export interface Line {
  readonly id: string;
  /** The alliance, or `outside`. */
  readonly chain: string;
  /** A pseudonym; null where nobody in particular did it. */
  readonly who: string | null;
  readonly capacity: string | null;
  readonly verb: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** The digest of what the line tells. */
  readonly content: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** The digest of a line: everything it says, in one order, as a JSON list of texts. */
export function lineDigest(line: Line, digest: Digest): string {
  const { id, chain, who, capacity, verb, subjectKind, subjectId, content, at } = line;
  return digest(JSON.stringify(['samsyn-line/1', id, chain, who ?? '', capacity ?? '', verb, subjectKind, subjectId, content, at]));
}

/** The hash of an entry: its number, its line, and the hash of the one before. The first has an empty one before it. */
export function entryHash(chain: string, number: number, before: string, line: string, digest: Digest): string {
  return digest(JSON.stringify(['samsyn-entry/1', chain, String(number), before, line]));
}

/** The digest of what a line tells, and of anything else that is only committed to: the salt makes it impossible to guess. */
export function contentDigest(salt: string, told: string, digest: Digest): string {
  return digest(salt + told);
}

/** Who somebody is in a chain: a digest that says nothing once its salt is gone [J4]. */
export function pseudonym(salt: string, chain: string, actorId: string, digest: Digest): string {
  return contentDigest(salt, chain + actorId, digest);
}

/** An entry whose line has its place in the chain. */
export interface Sealed {
  readonly number: number;
  readonly hash: string;
}

/** Gives lines their numbers, following the last entry of their chain [J2]. */
export function seal(lines: readonly Line[], last: Sealed | null, digest: Digest): Sealed[] {
  let before = last ?? { number: 0, hash: '' };
  return lines.map((line) => {
    const number = before.number + 1;
    return (before = { number, hash: entryHash(line.chain, number, before.hash, lineDigest(line, digest), digest) });
  });
}
