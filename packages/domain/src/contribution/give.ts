import { residentMark } from '../actor/protected.js';
import type { Approval, Capacity, HowKnown, Kind } from '../shared/enums.js';
import { limits } from '../shared/limits.js';
import { refuse, type Refusal } from '../shared/refusal.js';
import { asName, asText } from '../shared/text.js';
import { asKinds, asLanguage, asSourceText, asSourceUrl, asTelling, asWays, firstRefusal, type Telling } from './knowing.js';

/** What somebody says they know, as it comes from the screen. */
export interface Giving {
  readonly text: string;
  readonly language?: string | null | undefined;
  readonly kinds: readonly Kind[];
  readonly howKnown: readonly HowKnown[];
  readonly proposal?: boolean | null | undefined;
  readonly tacit?: boolean | null | undefined;
  readonly telling?: Telling | null | undefined;
  readonly sourceUrl?: string | null | undefined;
  readonly sourceText?: string | null | undefined;
  readonly framingId?: string | null | undefined;
  readonly anchor?: unknown;
  readonly quote?: string | null | undefined;
  readonly mediaIds?: readonly string[] | null | undefined;
  readonly coAuthorIds?: readonly string[] | null | undefined;
  readonly saidByActorId?: string | null | undefined;
  readonly saidByName?: string | null | undefined;
  /** Whoever told it lives with protected identity: no name is kept of them. */
  readonly saidByProtected?: boolean | null | undefined;
  readonly saidByCapacity?: Capacity | null | undefined;
  readonly organisationId?: string | null | undefined;
}

/** Somebody who takes part here: their capacity as it is now, and the organisations they speak for. */
export interface Speaker {
  readonly id: string;
  readonly capacity: Capacity | null;
  readonly speaksFor: readonly string[];
}

/** Whose knowledge it is, and in what capacity they spoke then. */
export interface Author {
  readonly actorId: string | null;
  readonly capacity: Capacity | null;
  readonly organisationId: string | null;
}

/** A contribution as it may be stored. */
export interface Given {
  readonly text: string;
  readonly language: string | null;
  readonly kinds: Kind[];
  readonly howKnown: HowKnown[];
  readonly proposal: boolean;
  readonly tacit: boolean;
  readonly telling: Telling | null;
  readonly sourceUrl: string | null;
  readonly sourceText: string | null;
  readonly anchor: unknown;
  readonly quote: string | null;
  readonly statedAuthor: string | null;
  readonly writtenDownById: string | null;
  readonly approval: Approval;
  readonly authors: Author[];
  readonly mediaIds: string[];
}

// An anchor names each run of characters that was written in one go; a long passage many have written in has a thousand.
const most = { media: 10, coAuthors: 20, anchor: 50_000 } as const;

/**
 * Says what somebody knows [C1]. `here` are those named in it who take part in the alliance;
 * who is named and not among them is not found [R3].
 */
export function give(giving: Giving, me: Speaker, here: readonly Speaker[]): Given | Refusal {
  const text = asText(giving.text, limits.contribution, true);
  const telling = asTelling(giving.telling);
  const sourceUrl = asSourceUrl(giving.sourceUrl);
  const sourceText = asSourceText(giving.sourceText);
  const language = asLanguage(giving.language);
  const passage = passageOf(giving);
  const whose = authorsOf(giving, me, here);
  const refused = firstRefusal(text, telling, sourceUrl, sourceText, language, passage, whose);
  if (refused !== null) return refused;
  const mediaIds = [...new Set(giving.mediaIds ?? [])];
  if (mediaIds.length > most.media) return refuse('list/too-long', { rule: 'C1', with: { max: most.media } });
  // What somebody can do and nobody has put in words yet is noted by saying who [C9].
  if (text === '' && telling === null && mediaIds.length === 0 && giving.tacit !== true) return refuse('contribution/empty', { rule: 'C1' });
  return {
    text: text as string,
    language: language as string | null,
    kinds: asKinds(giving.kinds),
    howKnown: asWays(giving.howKnown),
    proposal: giving.proposal === true,
    tacit: giving.tacit === true,
    telling: telling as Telling | null,
    sourceUrl: sourceUrl as string | null,
    sourceText: sourceText as string | null,
    mediaIds,
    ...(passage as Passage),
    ...(whose as Whose),
  };
}

/** A place with its words, or neither. */
export type Passage = Pick<Given, 'anchor' | 'quote'>;
type Whose = Pick<Given, 'statedAuthor' | 'writtenDownById' | 'approval' | 'authors'>;

/** A passage is a place in a framing's text together with its words; one without the other is none. */
export function passageOf(giving: Pick<Giving, 'framingId' | 'anchor' | 'quote'>): Passage | Refusal {
  const anchored = giving.anchor !== null && giving.anchor !== undefined;
  const quote = asText(giving.quote ?? '', limits.bound, true);
  if (typeof quote !== 'string') return quote;
  if (!anchored && quote === '') return { anchor: null, quote: null };
  const whole = anchored && quote !== '' && typeof giving.framingId === 'string';
  if (!whole || !isStorable(giving.anchor)) return refuse('request/wrong', { rule: 'C7' });
  return { anchor: giving.anchor, quote };
}

/** Is this no longer than a passage can be, and free of what no database stores: U+0000 and half characters? */
function isStorable(anchor: unknown): boolean {
  const json = JSON.stringify(anchor);
  return json.length <= most.anchor && !/\\u(0000|d[89a-f])/i.test(json);
}

function authorsOf(giving: Giving, me: Speaker, here: readonly Speaker[]): Whose | Refusal {
  // At their wish the name is left out before it is stored, and so is what else would single them out [C21].
  const leftOut = giving.saidByProtected === true;
  const name = leftOut ? residentMark : giving.saidByName?.trim() ? asName(giving.saidByName, limits.name) : null;
  if (name !== null && typeof name !== 'string') return name;
  const saidBy = giving.saidByActorId === me.id ? null : (giving.saidByActorId ?? null);
  if (name !== null && (giving.saidByActorId ?? null) !== null) return refuse('request/wrong', { rule: 'C5' });
  const others = [...new Set(giving.coAuthorIds ?? [])].filter((id) => id !== me.id && id !== saidBy);
  if (others.length > most.coAuthors) return refuse('list/too-long', { rule: 'C1', with: { max: most.coAuthors } });

  const first: Author | Refusal =
    name !== null
      ? { actorId: null, capacity: leftOut ? 'RESIDENT' : (giving.saidByCapacity ?? null), organisationId: null }
      : asAuthor(saidBy === null ? me : here.find((one) => one.id === saidBy), giving.organisationId ?? null);
  const rest = others.map((id) => asAuthor(here.find((one) => one.id === id), null));
  const refused = firstRefusal(first, ...rest);
  if (refused !== null) return refused;
  const forAnother = name !== null || saidBy !== null;
  return {
    statedAuthor: name,
    writtenDownById: forAnother ? me.id : null,
    approval: forAnother ? 'NOT_YET' : 'NOT_NEEDED',
    authors: [first as Author, ...(rest as Author[])],
  };
}

function asAuthor(one: Speaker | undefined, organisationId: string | null): Author | Refusal {
  if (one === undefined) return refuse('not-found', { rule: 'R3' });
  if (organisationId !== null && !one.speaksFor.includes(organisationId)) return refuse('contribution/organisation', { rule: 'L5' });
  return { actorId: one.id, capacity: one.capacity, organisationId };
}
