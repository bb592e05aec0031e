import { byName } from '../shared/alphabet.js';
import { capacities, kinds as allKinds, type Capacity, type ContributionState, type Kind } from '../shared/enums.js';

/** The least that must be known of a contribution to count it. */
export interface Counted {
  readonly state: ContributionState;
  readonly kinds: readonly Kind[];
  readonly statedAuthor: string | null;
  readonly authors: readonly {
    readonly actorId: string | null;
    readonly capacity: Capacity | null;
    readonly organisationId: string | null;
  }[];
  /** What its questions are about and how they stand. */
  readonly questions?: readonly { readonly about: string; readonly outcome: string }[];
}

/** How many contributions of a kind there are, and from how many people. */
export interface KindCount {
  readonly kind: Kind;
  readonly count: number;
  readonly people: number;
}

/** Counts of one capacity; null is not stated. */
export interface CapacityCount {
  readonly capacity: Capacity | null;
  readonly total: number;
  readonly kinds: KindCount[];
  readonly kindNotStated: number;
}

/** Counts of one person or organisation; a name without an actor is as a file or a scribe stated it. */
export interface ActorCount {
  readonly actorId: string | null;
  readonly stated: string | null;
  readonly total: number;
  readonly kinds: KindCount[];
  readonly kindNotStated: number;
}

/** What is not recorded yet. none: nothing of the kind; hardly: less than one in ten. */
export interface MissingKind {
  readonly kind: Kind;
  readonly code: 'none' | 'hardly';
}

/** Who brought which kind of knowledge. */
export interface Balance {
  readonly total: number;
  readonly kinds: KindCount[];
  readonly kindNotStated: number;
  readonly capacities: CapacityCount[];
  readonly people: ActorCount[];
  readonly organisations: ActorCount[];
  readonly missing: MissingKind[];
  readonly questioned: number;
}

/** One author of one contribution, as it is counted. */
interface Voice {
  readonly nr: number;
  readonly kinds: readonly Kind[];
  readonly capacity: Capacity | null;
  readonly person: string;
  readonly organisationId: string | null;
}

/** Presence and gaps [K1]: counted once per contribution in each place, in the order of the alphabet and never by amount. */
export function balance(given: readonly Counted[], nameOf: (actorId: string) => string): Balance {
  const standing = given.filter((one) => one.state === 'GIVEN');
  const voices = standing.flatMap((one, nr) => voicesOf(one, nr));
  const whole = countOf(voices, standing);
  return {
    total: standing.length,
    kinds: whole.kinds,
    kindNotStated: whole.kindNotStated,
    capacities: [...capacities, null].map((capacity) => {
      const theirs = voices.filter((voice) => voice.capacity === capacity);
      return { capacity, total: distinct(theirs), ...countOf(theirs) };
    }),
    people: inOrder(grouped(voices, (voice) => voice.person), nameOf),
    organisations: inOrder(grouped(voices, (voice) => (voice.organisationId === null ? null : `a${voice.organisationId}`)), nameOf),
    missing: missing(standing.length, whole.kinds),
    questioned: standing.filter(isQuestioned).length,
  };
}

/** Is there a question about its kind that nobody has answered? */
export function isQuestioned(one: Pick<Counted, 'questions'>): boolean {
  return (one.questions ?? []).some((question) => question.about === 'KIND' && question.outcome === 'OPEN');
}

/** What a sentence about the gaps is made of: nothing of a kind, or hardly anything of it. */
export function missing(total: number, counts: readonly Pick<KindCount, 'kind' | 'count'>[]): MissingKind[] {
  return allKinds.flatMap((kind): MissingKind[] => {
    const count = counts.find((one) => one.kind === kind)?.count ?? 0;
    if (count === 0) return [{ kind, code: 'none' }];
    return count * 10 < total ? [{ kind, code: 'hardly' }] : [];
  });
}

/** People or organisations in the order of the alphabet; those without a name stand last. */
export function inOrder<T extends Pick<ActorCount, 'actorId' | 'stated'>>(counts: readonly T[], nameOf: (actorId: string) => string): T[] {
  const named = counts.map((count) => ({
    count,
    nameless: count.actorId === null && count.stated === null,
    id: count.actorId ?? `~${count.stated ?? ''}`,
    name: count.actorId === null ? (count.stated ?? '') : nameOf(count.actorId),
  }));
  return named.toSorted((a, b) => Number(a.nameless) - Number(b.nameless) || byName(a, b)).map(({ count }) => count);
}

/** A person is told apart by actor, or by the name a file stated; 'n' is nobody stated. */
function voicesOf(one: Counted, nr: number): Voice[] {
  const authors = one.authors.length > 0 ? one.authors : [{ actorId: null, capacity: null, organisationId: null }];
  return authors.map((author) => ({
    nr,
    kinds: one.kinds,
    capacity: author.capacity,
    person: author.actorId !== null ? `a${author.actorId}` : one.statedAuthor !== null ? `s${one.statedAuthor}` : 'n',
    organisationId: author.organisationId,
  }));
}

function grouped(voices: readonly Voice[], keyOf: (voice: Voice) => string | null): ActorCount[] {
  const groups = new Map<string, Voice[]>();
  for (const voice of voices) {
    const key = keyOf(voice);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [voice]);
    else group.push(voice);
  }
  return [...groups].map(([key, theirs]) => ({
    actorId: key.startsWith('a') ? key.slice(1) : null,
    stated: key.startsWith('s') ? key.slice(1) : null,
    total: distinct(theirs),
    ...countOf(theirs),
  }));
}

function distinct(voices: readonly Voice[]): number {
  return new Set(voices.map((voice) => voice.nr)).size;
}

function countOf(voices: readonly Voice[], all?: readonly Counted[]): { kinds: KindCount[]; kindNotStated: number } {
  return {
    kinds: allKinds.map((kind) => {
      const ofKind = voices.filter((voice) => voice.kinds.includes(kind));
      const people = new Set(ofKind.map((voice) => voice.person).filter((person) => person !== 'n'));
      return { kind, count: distinct(ofKind), people: people.size };
    }),
    kindNotStated: all
      ? all.filter((one) => one.kinds.length === 0).length
      : distinct(voices.filter((voice) => voice.kinds.length === 0)),
  };
}
