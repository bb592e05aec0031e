import type { Difference } from './differences.js';

/** What a file turns out to be: the formats that can be brought in. */
export type BringingFormat = 'WORD' | 'MARKDOWN' | 'HTML' | 'RECORD';

/** A picture found in a file. */
export interface FoundPicture {
  readonly key: string;
  readonly bytes: Uint8Array;
}

/** A file as it was read apart: its text, still to be looked through, and what lay in it. */
export interface Converted {
  readonly title: string;
  readonly author: string;
  /** Blocks as ProseMirror JSON. */
  readonly content: unknown;
  readonly pictures: readonly FoundPicture[];
  /** Pictures it only pointed at, which are never fetched. */
  readonly elsewhere: number;
  /** What reads otherwise here than in the file. */
  readonly differences: readonly Difference[];
}
