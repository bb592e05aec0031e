import { contentDigest, entryHash, lineDigest, type Digest, type Line } from './chain.js';

/**
 * What is wrong with an entry: a number is missing before it (`hole`); it does not follow from the one before (`hash`);
 * its line is not there (`line`) or is another alliance's (`chain`); what it tells is not what it told (`content`) or is gone
 * without having been erased (`gone`); its pseudonym is somebody else's or gone (`person`); it has no number (`unsealed`);
 * at its number another entry stood before, or one stands there no longer (`head`). `time`: it says to be older than what stands before it.
 */
export type Why = 'hole' | 'hash' | 'line' | 'chain' | 'content' | 'gone' | 'person' | 'unsealed' | 'head' | 'time';

/** Something found at a number. */
export interface Found {
  readonly number: number;
  readonly why: Why;
}

/** An entry as it is given to whoever checks. */
export interface Given {
  readonly number: number;
  readonly hash: string;
  /** Null where the reader may not read it: then its digest is given; both missing is a fault. */
  readonly line: Line | null;
  readonly digest: string | null;
  /** What it tells; null where it was erased, or is not for the reader. */
  readonly told: { readonly salt: string; readonly content: string } | null;
}

/** What once stood at a number: a whole hash, or its beginning. */
export interface Mark {
  readonly number: number;
  readonly hash: string;
}

/** How far somebody who checks has come. */
export interface Walk {
  readonly chain: string;
  readonly marks: readonly Mark[];
  readonly number: number;
  readonly hash: string;
  readonly latest: string;
  readonly found: readonly Found[];
  /** Entries that tell nothing, by id, and what later entries say was erased. */
  readonly silent: ReadonlyMap<string, number>;
  readonly erased: ReadonlySet<string>;
}

/** So much earlier than the one before may an entry say to be: people act at once, and servers’ clocks differ a little. */
const slack = 5 * 60_000;

/** Begins at the first entry. */
export function begin(chain: string, marks: readonly Mark[] = []): Walk {
  return { chain, marks, number: 0, hash: '', latest: '', found: [], silent: new Map(), erased: new Set() };
}

/** Goes on through the next entries, in the order of their numbers. */
export function goOn(walk: Walk, entries: readonly Given[], digest: Digest): Walk {
  let { number, hash, latest } = walk;
  const found = [...walk.found];
  const silent = new Map(walk.silent);
  const erased = new Set(walk.erased);
  for (const entry of entries) {
    const find = (why: Why) => found.push({ number: entry.number, why });
    if (entry.number !== number + 1) find('hole');
    const { line, told } = entry;
    const its = line === null ? entry.digest : lineDigest(line, digest);
    if (its === null) find('line');
    else if (entryHash(walk.chain, entry.number, hash, its, digest) !== entry.hash) find('hash');
    for (const mark of walk.marks) if (mark.number === entry.number && !entry.hash.startsWith(mark.hash)) find('head');
    if (line !== null) {
      if (line.chain !== walk.chain) find('chain');
      if (told === null) silent.set(line.id, entry.number);
      else if (told.salt.length !== 32 || contentDigest(told.salt, told.content, digest) !== line.content) find('content');
      else if (line.verb === 'ledger.erase') for (const one of listed(told.content)) erased.add(one);
      if (latest !== '' && Date.parse(line.at) < Date.parse(latest) - slack) find('time');
      if (line.at > latest) latest = line.at;
    }
    ({ number, hash } = entry);
  }
  return { ...walk, number, hash, latest, found, silent, erased };
}

/** At the end: what stood once must not lie beyond it. `whole` when everything was given, so that what tells nothing must have been erased. */
export function end(walk: Walk, whole: boolean): Walk {
  const found = [...walk.found];
  for (const mark of walk.marks) if (mark.number > walk.number) found.push({ number: mark.number, why: 'head' });
  if (whole) for (const [id, number] of walk.silent) if (!walk.erased.has(id)) found.push({ number, why: 'gone' });
  return { ...walk, found };
}

/** A clock that was put back is told, and is no proof that somebody bent something. */
export function faultsOf(walk: Pick<Walk, 'found'>): Found[] {
  return walk.found.filter(({ why }) => why !== 'time');
}

function listed(content: string): string[] {
  try {
    const { entries, pseudonyms } = JSON.parse(content) as { entries?: string[]; pseudonyms?: string[] };
    return [...(entries ?? []), ...(pseudonyms ?? [])].map(String);
  } catch {
    return [];
  }
}
