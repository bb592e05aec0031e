import type { SourceFields } from '../framing/source.js';
import type { Approval, Capacity, ContributionState, FramingField, HowKnown, Kind, QuestionAbout, Stance } from '../shared/enums.js';
import type { Language } from '../shared/refusals.js';
import type { TextNode } from './textNode.js';

/** Somebody whose words or knowledge are in what is taken along. */
export interface Person {
  readonly name: string;
  readonly capacity: Capacity | null;
  readonly invented: boolean;
}

/** A contribution as the reader of the framing may read it. */
export interface Known {
  readonly id: string;
  readonly state: ContributionState;
  readonly text: string;
  readonly language: string | null;
  readonly kinds: readonly Kind[];
  readonly howKnown: readonly HowKnown[];
  readonly tacit: boolean;
  readonly sourceUrl: string | null;
  readonly sourceText: string | null;
  readonly quote: string | null;
  readonly authors: readonly { readonly actorId: string | null; readonly capacity: Capacity | null; readonly organisationId: string | null }[];
  readonly statedAuthor: string | null;
  readonly writtenDownById: string | null;
  readonly approval: Approval;
  readonly givenAt: string;
  /** Somebody has hidden it: it says so, and nothing else. */
  readonly hidden?: boolean;
  readonly questions: readonly { readonly about: QuestionAbout; readonly text: string; readonly kinds: readonly Kind[]; readonly askedById: string | null; readonly answer: string | null }[];
}

/** What a passage rests on, with what people say the contribution does to it, oldest first. */
export interface RestsOn {
  readonly id: string;
  readonly contributionId: string;
  readonly quote: string;
  readonly stances: readonly { readonly stance: Stance; readonly byId: string | null; readonly capacity: Capacity | null }[];
}

/** All that goes into a file, as facts. */
export interface Material {
  readonly language: Language;
  /** The address of the installation, without a slash at its end. */
  readonly origin: string;
  readonly made: string;
  readonly alliance: { readonly id: string; readonly name: string };
  readonly problem: string;
  readonly framing: { readonly id: string; readonly fields: Readonly<Record<FramingField, string>> };
  readonly content: TextNode;
  readonly people: ReadonlyMap<string, Person>;
  /** Those of the framing and those its text points at, oldest first. */
  readonly known: readonly Known[];
  /** What the passages of the text rest on, oldest first. */
  readonly basis: readonly RestsOn[];
  /** The framing's own list of sources. */
  readonly sources: ReadonlyMap<string, SourceFields>;
  /** The pictures of the text that may be shown, with what is said of them. */
  readonly pictures: ReadonlyMap<string, string>;
}
