import { contentOf, hearing, type Feature, type Heard } from './resembling.features.js';
import { partsOf, type Parts } from './resembling.split.js';

/** A text that may resemble another: what worries an alliance, or what an initiative does. */
export interface Candidate {
  readonly id: string;
  readonly text: string;
}

/** A candidate that resembles the question, and the words of it that say why. */
export interface Resemblance {
  readonly id: string;
  /** Between 0 and 1; comparable within one answer only. */
  readonly score: number;
  readonly because: string[];
}

interface Posting {
  readonly at: number;
  readonly weight: number;
  readonly word: string;
}

/** Candidates made ready for being asked. */
export interface Index {
  readonly ids: readonly string[];
  readonly parts: Parts;
  readonly postings: ReadonlyMap<string, readonly Posting[]>;
  /** How much each candidate says, as a divisor. */
  readonly lengths: readonly number[];
}

interface Common {
  readonly word: string;
  readonly weight: number;
}

/** Below this a resemblance is chance, and saying nothing is better. */
const least = 0.06;
const mostWords = 5;
const mostAsked = 60;
/** How much of a word has to be the same for its letters to count, and how much they then count. */
const leastShare = 0.5;
const lettersCount = 0.7;
/** How much of a candidate's length counts: one that says more is not worse for it, but must not win by it. */
const slope = 0.4;

const rarity = (count: number, of: number): number => Math.log(1 + of / (0.5 + count));

/** Makes candidates ready; done once for many questions. */
export function indexOf(candidates: readonly Candidate[]): Index {
  const stems = new Set<string>();
  const contents = candidates.map(({ text }) => contentOf(text));
  for (const { words } of contents) for (const { stemmed } of words) stems.add(stemmed);
  const parts = partsOf(stems);
  const postings = new Map<string, Posting[]>();
  const all = contents.map(hearing(parts));
  all.forEach((heard, at) => {
    for (const { word, whole, parts: made, letters } of heard) {
      for (const { key, weight } of [...whole, ...made.flat(), ...letters]) {
        const list = postings.get(key);
        if (list === undefined) postings.set(key, [{ at, weight, word }]);
        else list.push({ at, weight, word });
      }
    }
  });
  const lengths = all.map((heard) => lengthOf(heard, postings, candidates.length));
  return { ids: candidates.map(({ id }) => id), parts, postings, lengths };
}

function lengthOf(heard: readonly Heard[], postings: ReadonlyMap<string, readonly Posting[]>, count: number): number {
  let sum = 0;
  for (const { whole } of heard) {
    const [stemmed] = whole;
    if (stemmed !== undefined) sum += (stemmed.weight * rarity(postings.get(stemmed.key)?.length ?? 0, count)) ** 2;
  }
  return Math.sqrt(sum) || 1;
}

/** The candidates most like the question, most like it first, each with the words they have in common [L7]. */
export function ask(index: Index, query: string, first: number): Resemblance[] {
  const heard = rarest(index, hearing(index.parts)(contentOf(query)));
  const length = lengthOf(heard, index.postings, index.ids.length);
  const found = new Map<number, Common[]>();
  for (const word of heard) {
    for (const [at, common] of inCommon(index, word)) {
      const list = found.get(at);
      if (list === undefined) found.set(at, [common]);
      else list.push(common);
    }
  }
  const usual = index.lengths.reduce((sum, each) => sum + each, 0) / (index.lengths.length || 1);
  return [...found]
    .map(([at, common]) => {
      const sum = common.reduce((total, { weight }) => total + weight, 0);
      return { at, common, score: sum / (length * (slope * (index.lengths[at] ?? usual) + (1 - slope) * usual)) };
    })
    .filter(({ score }) => score >= least)
    .sort((one, other) => other.score - one.score || one.at - other.at)
    .slice(0, first)
    .map(({ at, common, score }) => ({ id: index.ids[at] ?? '', score: Math.min(1, Math.round(score * 1000) / 1000), because: because(common) }));
}

// A whole page may be asked for; what it is about shows in its rarest words.
function rarest(index: Index, heard: readonly Heard[]): readonly Heard[] {
  if (heard.length <= mostAsked) return heard;
  const spread = ({ whole }: Heard): number => index.postings.get(whole[0]?.key ?? '')?.length ?? 0;
  return [...heard].sort((one, other) => spread(one) - spread(other)).slice(0, mostAsked);
}

/**
 * What one word of the question has in common with each candidate: the best of the word as a whole, its parts taken together, and its letters.
 * Only the best counts, so that a word found in three ways does not count three times, and the other language is not behind for having only one.
 */
function inCommon(index: Index, { whole, parts, letters }: Heard): Map<number, Common> {
  const best = bestOf(index, whole);
  const raise = (found: Map<number, Common>): void => {
    for (const [at, common] of found) if (common.weight > (best.get(at)?.weight ?? 0)) best.set(at, common);
  };
  raise(sumOf(parts.map((part) => bestOf(index, part))));
  raise(mostly(sumOf(letters.map((letter) => bestOf(index, [letter]))), index.ids.length));
  return best;
}

function bestOf(index: Index, features: readonly Feature[]): Map<number, Common> {
  const best = new Map<number, Common>();
  for (const { key, weight } of features) {
    const postings = index.postings.get(key) ?? [];
    const rare = rarity(postings.length, index.ids.length) ** 2;
    for (const posting of postings) {
      const common = weight * posting.weight * rare;
      if (common > (best.get(posting.at)?.weight ?? 0)) best.set(posting.at, { word: posting.word, weight: common });
    }
  }
  return best;
}

function sumOf(several: readonly Map<number, Common>[]): Map<number, Common> {
  const sum = new Map<number, Common>();
  for (const found of several) {
    for (const [at, { word, weight }] of found) {
      const before = sum.get(at);
      sum.set(at, before === undefined ? { word, weight } : { word: before.word, weight: before.weight + weight });
    }
  }
  return sum;
}

// Letters tell something only when most of them are the same; a few are in common to any two words.
function mostly(found: Map<number, Common>, count: number): Map<number, Common> {
  const whole = rarity(1, count) ** 2;
  const near = new Map<number, Common>();
  for (const [at, { word, weight }] of found) {
    const share = Math.min(1, weight / whole);
    if (share >= leastShare) near.set(at, { word, weight: share * share * whole * lettersCount });
  }
  return near;
}

function because(common: readonly Common[]): string[] {
  const words = new Map<string, number>();
  for (const { word, weight } of common) words.set(word, (words.get(word) ?? 0) + weight);
  const ranked = [...words].sort((one, other) => other[1] - one[1]);
  const strongest = ranked[0]?.[1] ?? 0;
  return ranked
    .filter(([, weight]) => weight >= strongest / 8)
    .slice(0, mostWords)
    .map(([word]) => word);
}

/** One question to a few candidates; for many questions make an index once. */
export function resembling(query: string, candidates: readonly Candidate[], first: number): Resemblance[] {
  return ask(indexOf(candidates), query, first);
}
