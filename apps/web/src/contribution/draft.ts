import { newKey } from '../lib/newKey';
import type { Capacity, HowKnown, Kind } from '@samsyn/domain/shared/enums';
import { keptOf, nobody, placeOf, stays } from '../lib/whose';

/** A picture or recording that waits in this device; its bytes lie in the stash under the key. */
export interface DraftMedia {
  key: string;
  kind: 'PICTURE' | 'RECORDING';
  mime: string;
  size: number;
  description: string;
  durationMs: number | null;
  /** Set once the server has it, so that a second try does not send it again. */
  mediaId: string | null;
}

/** Four prompts that help to tell what is hard to put in words. */
export interface Told {
  situation: string;
  saw: string;
  did: string;
  newcomer: string;
}

/** A passage handed over from the text of a framing. */
export interface HandedPassage {
  anchor: unknown;
  quote: string;
}

/** Whose words they are, when one writes them down for somebody else. */
export interface SaidBy {
  actorId: string;
  name: string;
  capacity: Capacity | '';
  /** Lives with protected identity: no name is kept. */
  hidden?: boolean;
}

/** A contribution on its way, as it is kept in this device. */
export interface Draft {
  /** Made once per draft: the same key never becomes two contributions. */
  key: string;
  text: string;
  media: DraftMedia[];
  proposal: boolean;
  tacit: boolean;
  /** Who can do what is not in words yet; nobody until it is said. */
  holder: 'ME' | 'OTHER' | '';
  telling: Told;
  sourceOpen: boolean;
  sourceUrl: string;
  sourceText: string;
  forOther: boolean;
  saidBy: SaidBy;
  kinds: Kind[];
  dontKnow: boolean;
  howKnown: HowKnown[];
  organisationId: string;
  /** Others who know it too. */
  withOthers: boolean;
  coAuthorIds: string[];
  framingId: string;
  passage: HandedPassage | null;
}

/** A draft with nothing in it. */
export function emptyDraft(): Draft {
  return {
    key: newKey(),
    text: '',
    media: [],
    proposal: false,
    tacit: false,
    holder: '',
    telling: { situation: '', saw: '', did: '', newcomer: '' },
    sourceOpen: false,
    sourceUrl: '',
    sourceText: '',
    forOther: false,
    saidBy: { actorId: '', name: '', capacity: '' },
    kinds: [],
    dontKnow: false,
    howKnown: [],
    organisationId: '',
    withOthers: false,
    coAuthorIds: [],
    framingId: '',
    passage: null,
  };
}

/** Has anything been said yet? */
export function saysSomething(draft: Draft): boolean {
  return draft.text.trim() !== '' || draft.media.length > 0 || (draft.tacit && (isHeld(draft) || Object.values(draft.telling).some((part) => part.trim() !== '')));
}

/** Is it said who can do what is not in words yet? Then no words are needed [C9]. */
export function isHeld(draft: Draft): boolean {
  return draft.holder === 'ME' || (draft.holder === 'OTHER' && isNamed(draft.saidBy));
}

/** Is somebody named: one who takes part, or by a name? */
export function isNamed(saidBy: SaidBy): boolean {
  return saidBy.actorId !== '' || saidBy.hidden === true || saidBy.name.trim() !== '';
}

const nameOf = (allianceId: string) => `give.${allianceId}`;

/** The draft somebody has in this device for an alliance. A draft from an older version is filled up, a damaged one begins anew. */
export function keptDraft(whose: string, allianceId: string): Draft {
  return read(whose, nameOf(allianceId)) ?? emptyDraft();
}

function read(whose: string, name: string): Draft | null {
  try {
    const kept = localStorage.getItem(placeOf(whose, name));
    return kept === null ? null : { ...emptyDraft(), ...(JSON.parse(kept) as Partial<Draft>) };
  } catch {
    return null;
  }
}

/** Keeps the draft in this device. False when the device has no room or forbids it. */
export function keepDraft(whose: string, allianceId: string, draft: Draft): boolean {
  // Only those taking part have something to give; and who has gone out leaves nothing behind.
  if (whose === nobody || !stays(whose)) return true;
  try {
    localStorage.setItem(placeOf(whose, nameOf(allianceId)), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** Lets the draft go: it has been shared, or its writer threw it away. */
export function dropDraft(whose: string, allianceId: string): void {
  try {
    localStorage.removeItem(placeOf(whose, nameOf(allianceId)));
  } catch {
    // A device that forbids storage has kept nothing.
  }
}

/** The keys of all pictures and recordings that somebody's drafts hold in this device. */
export function keptMedia(whose: string): string[] {
  try {
    return keptOf(localStorage, whose).flatMap((name) => (name.startsWith(nameOf('')) ? (read(whose, name)?.media ?? []).map(({ key }) => key) : []));
  } catch {
    return [];
  }
}
