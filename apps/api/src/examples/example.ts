import type { Capacity, HowKnown, Kind } from '@samsyn/domain/shared/enums';

/** An invented person. */
export interface ExamplePerson {
  readonly name: string;
  readonly capacity: Capacity;
  readonly knows: string;
}

/** A real organisation that was asked, with an answer that is invented. */
export interface ExampleOrganisation {
  readonly name: string;
  readonly parent?: string;
  readonly answer?: 'YES' | 'NO' | 'LATER';
  readonly reason?: string;
  /** The invented person who speaks for it, with a mandate. */
  readonly speaker?: { readonly name: string; readonly mandate: string; readonly until?: string };
}

/** A problem as the example sees it; our own interpretation. */
export interface ExampleFraming {
  readonly name: string;
  readonly by: string;
  readonly belongs: string;
  readonly outside: string;
  readonly forWhom: string;
  readonly unknown: string;
  readonly norms: string;
  /** Its paragraphs: by the one who opened it, or by somebody else. */
  readonly text: readonly (string | { readonly by: string; readonly text: string })[];
  /** What is talked about: a paragraph, by words that stand in it, or the framing as a whole. */
  readonly talk?: readonly ExampleThread[];
  /** What somebody says a contribution does to the paragraph that has these words; the contribution by how it begins. */
  readonly rests?: readonly { readonly by: string; readonly about: string; readonly stance: 'SUPPORTS' | 'CHALLENGES' | 'NUANCES'; readonly on: string }[];
  /** Words somebody suggests to come after others, and why. */
  readonly suggested?: { readonly by: string; readonly after: string; readonly words: string; readonly reason: string };
  /** A state of it that somebody named. */
  readonly named?: { readonly by: string; readonly label: string };
  /** An earlier name, and why it was changed. */
  readonly before?: { readonly name: string; readonly by: string; readonly reason: string };
}

/** Something talked about: how it began, what was replied, and what was arrived at. */
export interface ExampleThread {
  readonly by: string;
  readonly about?: string;
  readonly text: string;
  readonly replies: readonly { readonly by: string; readonly text: string; readonly to?: string }[];
  readonly resolved?: { readonly by: string; readonly note: string };
}

/** A contribution: a fact with its source, or invented and marked so. */
export interface ExampleContribution {
  readonly text: string;
  readonly by: string;
  readonly kinds: readonly Kind[];
  readonly how: readonly HowKnown[];
  readonly framing?: string;
  /** Words in the paragraph of that framing's text it is about. */
  readonly about?: string;
  readonly source?: readonly [title: string, url: string];
  readonly proposal?: boolean;
  readonly tacit?: { readonly situation: string; readonly saw: string; readonly did: string; readonly newcomer: string };
  readonly question?: { readonly by: string; readonly text: string; readonly kinds?: readonly Kind[]; readonly answer?: string };
}

/** One of the three cities. Facts are real and cited; people and what they say are invented. */
export interface Example {
  readonly name: string;
  readonly worry: string;
  readonly purpose: string;
  readonly groundRules: string;
  readonly people: readonly ExamplePerson[];
  readonly organisations: readonly ExampleOrganisation[];
  readonly framings: readonly ExampleFraming[];
  readonly contributions: readonly ExampleContribution[];
  readonly initiatives: readonly { readonly name: string; readonly description: string; readonly url?: string }[];
}
