import type { PostRow } from './talk.row.js';
import type { Thing } from '@samsyn/domain/rights/rights';
import type { Visibility } from '@samsyn/domain/shared/enums';

/**
 * Something said, as the table of rights needs to see it. What one said oneself can be taken back even
 * after leaving a closed alliance: its door is not asked about then.
 */
export function asPost(post: { readonly saidById: string | null; readonly takenBackAt: string | null }, me: string | null, visibility: Visibility): Thing {
  const mine = me !== null && post.saidById === me;
  return { ...(mine ? {} : { visibility }), state: post.takenBackAt === null ? 'SAID' : 'TAKEN_BACK', mine };
}

/** The same for hiding it: that is asked of anybody’s, alike [H1]. */
export function asHideable(post: Pick<PostRow, 'hidden' | 'takenBackAt'>, visibility: Visibility): Thing {
  return { visibility, state: post.hidden ? 'HIDDEN' : post.takenBackAt === null ? 'STANDS' : 'WITHDRAWN' };
}
