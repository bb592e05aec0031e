import { passageOf, type Passage } from '../contribution/give.js';
import { refuse, type Refusal } from '../shared/refusal.js';
import { say, type Said } from './saying.js';

/** A thread to be opened, as it comes from the screen. */
export interface Opening {
  readonly framingId?: string | null | undefined;
  readonly contributionId?: string | null | undefined;
  readonly anchor?: unknown;
  readonly quote?: string | null | undefined;
  readonly text: string;
  readonly mentionIds?: readonly string[] | null | undefined;
}

/** A thread as it may be stored, with the words it begins with. */
export interface Opened extends Passage {
  readonly said: Said;
}

/** Opens a thread on a framing, on a passage of its text, or on a contribution: on one thing, and never on none [T1]. */
export function opened(opening: Opening, here: readonly string[]): Opened | Refusal {
  const [framing, contribution] = [opening.framingId ?? null, opening.contributionId ?? null];
  if ((framing === null) === (contribution === null)) return refuse('request/wrong', { rule: 'T1' });
  const passage = passageOf(opening);
  if ('refused' in passage) return passage;
  const said = say(opening.text, opening.mentionIds ?? [], here);
  return 'refused' in said ? said : { ...passage, said };
}
