import type { Passage } from './goneWords.js';

/** Characters that were found, by their ids. */
export interface Found {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

const between = '\0';

/** Passages in which exactly the same words are looked for; each character is found once. */
export class Haystack {
  private readonly words: string;
  private readonly starts: number[] = [];
  private readonly pieces: Found[] = [];
  private readonly taken: Uint8Array;
  private last = 0;

  /** `work` bounds how many characters may be looked through, however long the words are. */
  constructor(
    passages: Iterable<Passage>,
    private readonly least: number,
    private readonly work: { left: number },
  ) {
    const words: string[] = [];
    let at = 0;
    for (const passage of passages) {
      for (const piece of passage) {
        this.starts.push(at);
        this.pieces.push({ client: piece.client, clock: piece.clock, length: piece.words.length });
        words.push(piece.words);
        at += piece.words.length;
      }
      words.push(between);
      at += 1;
    }
    this.words = words.join('');
    this.taken = new Uint8Array(this.words.length);
  }

  get isEmpty(): boolean {
    return this.words.length < this.least;
  }

  /** All of its words, passage after passage. */
  get all(): string {
    return this.words.replaceAll(between, '');
  }

  /** The longest passage that begins like the words from a place on; the one that follows the last found comes first. */
  find(words: string, from: number, end: number): { length: number; found: Found[] } | null {
    if (from + this.least > end) return null;
    const seed = words.slice(from, from + this.least);
    if (seed.includes(between)) return null;
    let best: { at: number; length: number } | null = null;
    for (const [begin, until] of [[this.last, this.words.length], [0, this.last]] as const) {
      for (let at = begin, tries = 0; tries < 40; tries += 1, at += 1) {
        const place = this.words.indexOf(seed, at);
        this.work.left -= (place === -1 ? this.words.length : place) - at + 300;
        if (this.work.left < 0 || place === -1 || place >= until) break;
        at = place;
        const length = this.alike(words, from, end, place);
        if (length >= this.least && (best === null || length > best.length)) best = { at: place, length };
      }
      if (best !== null && best.at >= this.last) break;
    }
    if (best === null) return null;
    this.taken.fill(1, best.at, best.at + best.length);
    this.last = best.at + best.length;
    return { length: best.length, found: this.idsOf(best.at, best.length) };
  }

  /** The ids of all characters, passage after passage. */
  ids(): Found[] {
    return this.pieces;
  }

  private alike(words: string, from: number, end: number, place: number): number {
    let length = 0;
    while (from + length < end && place + length < this.words.length && words[from + length] === this.words[place + length] && this.taken[place + length] === 0 && this.words[place + length] !== between) length += 1;
    return length;
  }

  private idsOf(at: number, length: number): Found[] {
    const found: Found[] = [];
    let piece = this.pieceAt(at);
    for (let done = 0; done < length; piece += 1) {
      const start = this.starts[piece] ?? 0;
      const { client, clock, length: whole } = this.pieces[piece] as Found;
      const within = at + done - start;
      const part = Math.min(whole - within, length - done);
      found.push({ client, clock: clock + within, length: part });
      done += part;
    }
    return found;
  }

  private pieceAt(at: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
