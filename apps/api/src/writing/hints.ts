import type { Stretch } from './pieces.js';

/** A browser says where characters it made anew come from. It proves nothing: the server compares the words. */
export interface Hint {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
  readonly from: { readonly client: number; readonly clock: number };
  /** From another text: the words that stand there and whose they are; already looked up. */
  readonly elsewhere?: { readonly words: string; readonly authors: readonly Stretch[] };
}

/** What a browser sent of hints: under which client it wrote, from which text, and the ranges. */
export interface HintMessage {
  readonly client: number;
  readonly text: string | null;
  readonly ranges: readonly (readonly [clock: number, length: number, fromClient: number, fromClock: number])[];
}

/** How much may be said at once, and how much is remembered until the words arrive. */
export const hintLimits = { bytes: 48 * 1024, ranges: 1_000, kept: 8_000 } as const;

/** Reads a message with hints; null when it is none, or not whole. */
export function readHints(payload: string): HintMessage | null {
  if (payload.length > hintLimits.bytes || !payload.startsWith('{"words"')) return null;
  try {
    const { words, client, text = null } = JSON.parse(payload) as { words: unknown; client: unknown; text?: unknown };
    if (!isCount(client) || !Array.isArray(words) || words.length > hintLimits.ranges || (text !== null && typeof text !== 'string')) return null;
    if (!words.every((range) => Array.isArray(range) && range.length === 4 && range.every(isCount) && (range[1] as number) > 0)) return null;
    return { client, text, ranges: words as unknown as HintMessage['ranges'] };
  } catch {
    return null;
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** What one browser has said and what has not yet been used. */
export class Hints {
  private kept: Hint[] = [];

  /** Remembers hints until the words they are about arrive; the oldest go first. */
  take(hints: readonly Hint[]): void {
    this.kept = [...this.kept, ...hints].slice(-hintLimits.kept);
  }

  /** Those about characters of a client, from a clock on. */
  about(client: number, from: number, end: number): Hint[] {
    return this.kept.filter((hint) => hint.client === client && hint.clock < end && hint.clock + hint.length > from);
  }

  /** What these clients wrote has arrived: what was said of it is of no more use. */
  forget(clients: readonly number[], arrived: (client: number) => number): void {
    if (this.kept.length > 0) this.kept = this.kept.filter((hint) => !clients.includes(hint.client) || hint.clock + hint.length > arrived(hint.client));
  }
}
