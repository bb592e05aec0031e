import type { Approval } from '../shared/enums.js';

/** What decides whether a contribution is one's own. */
export interface Whose {
  readonly authorIds: readonly string[];
  readonly writtenDownById: string | null;
  readonly approval: Approval;
}

/** Is it mine to correct and withdraw: my knowledge, or written down by me and not yet approved by the one who said it? */
export function isMine(whose: Whose, me: string | null): boolean {
  if (me === null) return false;
  return isMyKnowledge(whose, me) || (whose.writtenDownById === me && whose.approval === 'NOT_YET');
}

/** Is it my knowledge? Only then can I approve its wording [C5]. */
export function isMyKnowledge(whose: Pick<Whose, 'authorIds'>, me: string | null): boolean {
  return me !== null && whose.authorIds.includes(me);
}
