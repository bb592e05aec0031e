import type { Approval, HowKnown, Kind } from '../shared/enums.js';
import { limits } from '../shared/limits.js';
import { refuse, type Refusal } from '../shared/refusal.js';
import { asText } from '../shared/text.js';
import { asKinds, asSourceText, asSourceUrl, asTelling, asWays, firstRefusal, type Telling } from './knowing.js';

/** What a correction may touch, as it stands. */
export interface Standing {
  readonly text: string;
  readonly kinds: readonly Kind[];
  readonly howKnown: readonly HowKnown[];
  readonly telling: Telling | null;
  readonly sourceUrl: string | null;
  readonly sourceText: string | null;
  readonly approval: Approval;
  readonly mediaCount: number;
  readonly tacit: boolean;
}

/** What is to be changed; a field that is missing stays as it is. */
export interface Correcting {
  readonly text?: string | null | undefined;
  readonly kinds?: readonly Kind[] | null | undefined;
  readonly howKnown?: readonly HowKnown[] | null | undefined;
  readonly telling?: Telling | null | undefined;
  readonly sourceUrl?: string | null | undefined;
  readonly sourceText?: string | null | undefined;
}

/** A contribution after a correction, and what is kept of how it read before. */
export interface Corrected {
  readonly text: string;
  readonly kinds: Kind[];
  readonly howKnown: HowKnown[];
  readonly telling: Telling | null;
  readonly sourceUrl: string | null;
  readonly sourceText: string | null;
  readonly approval: Approval;
  readonly before: { readonly text: string; readonly kinds: Kind[] };
}

/** Corrects what one gave [C3]. Whoever said it approves the wording by correcting it themselves [C5]. */
export function correct(now: Standing, change: Correcting, byAuthor: boolean): Corrected | Refusal {
  const text = typeof change.text === 'string' ? asText(change.text, limits.contribution, true) : now.text;
  const telling = change.telling === undefined ? now.telling : asTelling(change.telling);
  const sourceUrl = change.sourceUrl === undefined ? now.sourceUrl : asSourceUrl(change.sourceUrl);
  const sourceText = change.sourceText === undefined ? now.sourceText : asSourceText(change.sourceText);
  const refused = firstRefusal(text, telling, sourceUrl, sourceText);
  if (refused !== null) return refused;
  if (text === '' && telling === null && now.mediaCount === 0 && !now.tacit) return refuse('contribution/empty', { rule: 'C1' });
  const after = {
    text: text as string,
    kinds: asKinds(change.kinds ?? now.kinds),
    howKnown: asWays(change.howKnown ?? now.howKnown),
    telling: telling as Telling | null,
    sourceUrl: sourceUrl as string | null,
    sourceText: sourceText as string | null,
  };
  if (same(now, after)) return refuse('contribution/nothing-changed', { rule: 'C3' });
  const approval = byAuthor && now.approval === 'NOT_YET' ? 'APPROVED' : now.approval;
  return { ...after, approval, before: { text: now.text, kinds: asKinds(now.kinds) } };
}

function same(now: Standing, after: Omit<Corrected, 'approval' | 'before'>): boolean {
  return (
    now.text === after.text &&
    now.sourceUrl === after.sourceUrl &&
    now.sourceText === after.sourceText &&
    asKinds(now.kinds).join() === after.kinds.join() &&
    asWays(now.howKnown).join() === after.howKnown.join() &&
    sameTelling(now.telling, after.telling)
  );
}

function sameTelling(one: Telling | null, other: Telling | null): boolean {
  if (one === null || other === null) return one === other;
  return one.situation === other.situation && one.saw === other.saw && one.did === other.did && one.newcomer === other.newcomer;
}
