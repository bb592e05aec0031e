import type { Language } from '../shared/refusals.js';

/** A piece of running text. Numbers point into the lists of the dossier. */
export type Piece =
  | { readonly kind: 'words'; readonly text: string; readonly strong?: true; readonly em?: true; readonly href?: string; readonly quoted?: true }
  | { readonly kind: 'break' }
  | { readonly kind: 'note' | 'whose' | 'source'; readonly number: number };

/** Something said of a thing: a term and what it is. */
export interface Fact {
  readonly term: string;
  readonly pieces: readonly Piece[];
}

/** A cell of a table. */
export interface Cell {
  readonly heading: boolean;
  readonly blocks: readonly Block[];
}

/** A block; what a file of any format is made of. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly pieces: readonly Piece[] }
  | { readonly kind: 'paragraph'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly start: number; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'quotation'; readonly blocks: readonly Block[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'picture'; readonly media: string; readonly description: string | null }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] };

/** A note that belongs to a place in the text. */
export interface Note {
  readonly number: number;
  readonly pieces: readonly Piece[];
}

/** Whose words a paragraph is, and what is known there: said in lines. */
export interface Whose {
  readonly number: number;
  readonly names: string;
  readonly lines: readonly (readonly Piece[])[];
}

/** Somebody's knowledge that the framing rests on. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly blocks: readonly Block[];
}

/** A framing as it is taken along: one tree, whatever the file. */
export interface Dossier {
  readonly language: Language;
  readonly title: string;
  readonly authors: readonly string[];
  readonly made: string;
  readonly facts: readonly Fact[];
  readonly bounds: readonly { readonly title: string; readonly blocks: readonly Block[] }[];
  readonly textTitle: string;
  readonly body: readonly Block[];
  readonly notes: readonly Note[];
  readonly whose: readonly Whose[];
  readonly sources: readonly Note[];
  readonly knew: readonly Entry[];
  readonly words: { readonly notes: string; readonly whose: string; readonly whoseLabel: string; readonly sources: string; readonly knew: string; readonly knewHow: string; readonly knewNone: string; readonly noPicture: string; readonly back: string };
}
