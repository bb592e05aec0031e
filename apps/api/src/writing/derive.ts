import * as Y from 'yjs';
import type { GoneWords } from './goneWords.js';
import { Haystack, type Found } from './haystack.js';
import type { Hint, Hints } from './hints.js';
import type { Lineage } from './lineage.js';
import type { LineageRange, LineageReason } from './lineageRange.js';
import { newWords, type Fresh, type Run } from './newWords.js';
import { sameAuthor, type By, type Stretch } from './pieces.js';
import { textRoot } from './place.js';
import { Sources } from './sources.js';

/** What is known of a text when an update to it is judged. */
export interface Known {
  readonly document: Y.Doc;
  readonly lineage: Lineage;
  readonly gone: GoneWords;
}

/** Words shorter than this are nobody's but whose who wrote them, unless a browser has said where they come from. */
const least = { moved: 3, undone: 3, again: 8, copied: 16 } as const;

interface Open {
  readonly run: Run;
  /** Which of its characters are accounted for. */
  readonly covered: Uint8Array;
}

interface Fragment {
  readonly at: number;
  readonly length: number;
  readonly from: { readonly client: number; readonly clock: number };
  readonly reason: LineageReason;
  /** Of words from another text. */
  readonly authors?: readonly Stretch[];
  /** Said by the browser, or seen from where it stands. */
  readonly said: boolean;
}

/**
 * Whose the words of an update are, where they are not new: they go and come again in the same step, as when a line
 * is divided; they were taken away and come back; or they stand elsewhere in the text and are quoted. Only where the
 * words are exactly the same, and compared here [W6]. Whoever writes by hand what another wrote has written it.
 */
export function derive({ document, lineage, gone }: Known, update: Uint8Array, actorId: string | null, hints: Hints | null = null): LineageRange[] {
  const { structs, ds } = Y.decodeUpdate(update);
  const runs = newWords(document, structs);
  if (runs.length === 0) return [];
  const sources = new Sources(document, gone, ds);
  // Bounded, however much is put in at once.
  const work = { left: 8_000_000 };
  const whose = new Whose(lineage, actorId);
  const open = runs.map((run): Open => ({ run, covered: new Uint8Array(run.words.length) }));
  const cover = ({ run, covered }: Open, fragment: Fragment): void => {
    if (covered.subarray(fragment.at, fragment.at + fragment.length).includes(1)) return;
    covered.fill(1, fragment.at, fragment.at + fragment.length);
    whose.note(run, fragment);
  };
  for (const one of open) {
    for (const fragment of trusted(one.run, [...saidOf(one.run, hints, sources), ...undoneIn(one.run, sources)], sources)) cover(one, fragment);
  }
  const left = (shortest: number) => open.filter(({ covered }) => longest(covered) >= shortest);
  const search = (haystack: Haystack, shortest: number, reason: LineageReason): void => {
    if (haystack.isEmpty) return;
    for (const one of left(shortest)) {
      for (let at = 0, end = -1; at + shortest <= one.covered.length && work.left > 0; at += 1) {
        if (one.covered[at] === 1) continue;
        if (end < at) end = endOfGap(one.covered, at);
        const hit = haystack.find(one.run.words, at, end);
        if (hit === null) continue;
        coverFound(at, hit.found, reason, (fragment) => cover(one, fragment));
        at += hit.length - 1;
      }
    }
  };
  if (ds.clients.size > 0 && left(1).length > 0) {
    const going = new Haystack(sources.going(), least.moved, work);
    const all = open.every(({ covered }) => !covered.includes(1)) ? runs.map(({ words }) => words).join('') : '';
    // All that goes comes again, and nothing else: then it is the same however short it is.
    if (all !== '' && all === going.all && runs.length > 0) coverAll(open, going.ids(), cover);
    else search(going, least.moved, 'MOVE');
  }
  if (left(least.again).length > 0) search(new Haystack(gone.latest(), least.again, work), least.again, 'REINSERT');
  if (left(least.copied).length > 0) search(new Haystack(sources.standing(document.getXmlFragment(textRoot)), least.copied, work), least.copied, 'COPY');
  return whose.ranges();
}

// What the browser said of these words, as far as it is true.
function saidOf(run: Run, hints: Hints | null, sources: Sources): Fragment[] {
  if (hints === null) return [];
  const fragments: Fragment[] = [];
  let begin = 0;
  for (const piece of run.pieces) {
    for (const hint of hints.about(piece.client, piece.clock, piece.clock + piece.words.length)) {
      const from = Math.max(hint.clock, piece.clock);
      const length = Math.min(hint.clock + hint.length, piece.clock + piece.words.length) - from;
      const words = piece.words.slice(from - piece.clock, from - piece.clock + length);
      fragments.push(...checked(begin + from - piece.clock, words, hint, from - hint.clock, hints, sources));
    }
    begin += piece.words.length;
  }
  return fragments.sort((one, other) => one.at - other.at);
}

function checked(at: number, words: string, hint: Hint, skip: number, hints: Hints, sources: Sources): Fragment[] {
  if (hint.elsewhere !== undefined) {
    const { words: there, authors } = hint.elsewhere;
    if (there.slice(skip, skip + words.length) !== words) return [];
    return [{ at, length: words.length, from: { ...hint.from, clock: hint.from.clock + skip }, reason: 'COPY', authors: part(authors, skip, words.length), said: true }];
  }
  const fragments: Fragment[] = [];
  const start = { client: hint.from.client, clock: hint.from.clock + skip };
  for (let done = 0, hops = 0, from = start, bound = words.length; done < words.length; from = { ...start, clock: start.clock + done }, bound = words.length) {
    let source = sources.at(from.client, from.clock);
    for (; source === null && hops < 2_000; hops += 1) {
      // Made and taken away again before the server heard of it: what it was made from is said as well.
      const [place, client] = [from.clock, from.client];
      const before = hints.about(client, place, place + 1).find((earlier) => earlier !== hint && earlier.elsewhere === undefined);
      if (before === undefined) break;
      bound = Math.min(bound, done + before.clock + before.length - place);
      from = { client: before.from.client, clock: before.from.clock + place - before.clock };
      source = sources.at(from.client, from.clock);
    }
    if (source === null) {
      // Their own, written meanwhile and never heard of here.
      done += 1;
      continue;
    }
    const length = Math.min(source.words.length, bound - done);
    if (source.words.slice(0, length) !== words.slice(done, done + length)) return [];
    fragments.push({ at: at + done, length, from, reason: source.state === 'stands' ? 'COPY' : source.state === 'goes' ? 'MOVE' : 'REINSERT', said: true });
    done += length;
  }
  return fragments;
}

// Whoever undoes a deletion gets the words back before what was deleted.
function undoneIn(run: Run, sources: Sources): Fragment[] {
  const fragments: Fragment[] = [];
  let at = 0;
  for (const { before, words } of run.pieces) {
    let same = before !== null;
    for (let done = 0; same && before !== null && done < words.length; ) {
      const source = sources.at(before.client, before.clock + done);
      const length = Math.min(source?.words.length ?? 0, words.length - done);
      same = source?.state === 'gone' && length > 0 && source.words.slice(0, length) === words.slice(done, done + length);
      done += length;
    }
    if (same && before !== null) fragments.push({ at, length: words.length, from: { client: before.client, clock: before.clock }, reason: 'UNDO', said: false });
    at += words.length;
  }
  return fragments;
}

// A word is put together from single letters too easily: what hangs together must be long enough, or be all there is.
// Words that went hang together where they come in the order in which they stood, whatever their writer put between
// them and left out: whoever deletes and types within a line gets no other. A quotation is whole.
function trusted(run: Run, fragments: readonly Fragment[], sources: Sources): Fragment[] {
  const chains: Fragment[][] = [];
  let end = 0;
  for (const fragment of [...fragments].sort((one, other) => one.at - other.at || Number(other.said) - Number(one.said))) {
    if (fragment.at < end) continue;
    end = fragment.at + fragment.length;
    const chain = chains.at(-1);
    const last = chain?.at(-1);
    if (last !== undefined && goesOn(last, fragment, sources)) chain?.push(fragment);
    else chains.push([fragment]);
  }
  const said = chains.filter((chain) => chain.every((fragment) => fragment.said));
  const came = said.filter((chain) => chain.every(isBack));
  // Where many have written, the pieces are short, but hang together for the most part; where they do not, it has its price.
  const together = lengthOf(said.flat()) >= least.undone * said.length;
  const inPlace = lengthOf(came.flat()) > least.undone * (came.length - 1);
  return chains.filter((chain) => lengthOf(chain) >= least.undone || (said.includes(chain) && (together || lengthOf(chain) === run.words.length)) || (inPlace && came.includes(chain))).flat();
}

function goesOn(last: Fragment, fragment: Fragment, sources: Sources): boolean {
  const lastId = { client: last.from.client, clock: last.from.clock + last.length - 1 };
  if ((last.authors === undefined) !== (fragment.authors === undefined)) return false;
  if (last.at + last.length === fragment.at && sources.follows(lastId, fragment.from)) return true;
  return isBack(last) && isBack(fragment) && sources.comesBefore(lastId, fragment.from);
}

function isBack({ reason }: Fragment): boolean {
  return reason !== 'COPY';
}

function lengthOf(fragments: readonly Fragment[]): number {
  return fragments.reduce((sum, { length }) => sum + length, 0);
}

function coverFound(at: number, found: readonly Found[], reason: LineageReason, cover: (fragment: Fragment) => void): void {
  let place = at;
  for (const { client, clock, length } of found) {
    cover({ at: place, length, from: { client, clock }, reason, said: false });
    place += length;
  }
}

function coverAll(open: readonly Open[], ids: readonly Found[], cover: (one: Open, fragment: Fragment) => void): void {
  let at = 0;
  let used = 0;
  for (const one of open) {
    for (let done = 0; done < one.run.words.length; ) {
      const id = ids[at];
      if (id === undefined) return;
      const length = Math.min(id.length - used, one.run.words.length - done);
      cover(one, { at: done, length, from: { client: id.client, clock: id.clock + used }, reason: 'MOVE', said: false });
      done += length;
      used += length;
      if (used === id.length) {
        at += 1;
        used = 0;
      }
    }
  }
}

function endOfGap(covered: Uint8Array, at: number): number {
  const end = covered.indexOf(1, at);
  return end === -1 ? covered.length : end;
}

function longest(covered: Uint8Array): number {
  let most = 0;
  let now = 0;
  for (const one of covered) {
    now = one === 1 ? 0 : now + 1;
    if (now > most) most = now;
  }
  return most;
}

function part(authors: readonly Stretch[], skip: number, length: number): Stretch[] {
  let at = 0;
  return authors.flatMap((stretch) => {
    const from = Math.max(skip - at, 0);
    const to = Math.min(skip + length - at, stretch.length);
    at += stretch.length;
    return to > from ? [{ length: to - from, by: stretch.by }] : [];
  });
}

/** Gathers what has been found out, as ranges; what is the writer's own anyway is not noted. */
class Whose {
  private readonly found: LineageRange[] = [];

  constructor(
    private readonly lineage: Lineage,
    private readonly actorId: string | null,
  ) {}

  note({ pieces }: Run, { at, length, from, reason, authors }: Fragment): void {
    let place = at;
    for (const stretch of authors ?? this.lineage.of(from.client, from.clock, length)) {
      const by = this.quotedBy(stretch.by, reason);
      if (!sameAuthor(by, { actorId: this.actorId })) this.lay(pieces, place, stretch.length, by, reason);
      place += stretch.length;
    }
  }

  ranges(): LineageRange[] {
    const merged: LineageRange[] = [];
    for (const range of this.found.sort((one, other) => one.client - other.client || one.clock - other.clock)) {
      const last = merged.at(-1);
      const goesOn = last !== undefined && last.client === range.client && last.clock + last.length === range.clock && last.reason === range.reason && sameAuthor(last.by, range.by);
      if (goesOn) merged[merged.length - 1] = { ...last, length: last.length + range.length };
      else merged.push(range);
    }
    return merged;
  }

  // Words of another that are put in where the other's still stand are a quotation.
  private quotedBy(by: By, reason: LineageReason): By {
    const ofAnother = by.actorId !== this.actorId || by.stated !== undefined;
    return reason === 'COPY' && ofAnother ? { ...by, quoted: true } : by;
  }

  private lay(pieces: readonly Fresh[], at: number, length: number, by: By, reason: LineageReason): void {
    let begin = 0;
    for (const { client, clock, words } of pieces) {
      const from = Math.max(at - begin, 0);
      const to = Math.min(at + length - begin, words.length);
      if (to > from) this.found.push({ client, clock: clock + from, length: to - from, by, reason });
      begin += words.length;
    }
  }
}
