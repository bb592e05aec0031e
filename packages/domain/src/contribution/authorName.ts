import type { Approval } from '../shared/enums.js';

/** What stands where an author's name is read: somebody here, a name told to the one who wrote it down, a name only a file states, or nobody. */
export type AuthorName = { readonly from: 'HERE' } | { readonly from: 'TOLD' | 'FILE'; readonly name: string } | { readonly from: 'NOBODY' };

/** How one author is named [C5, C6]. Only what is written down for somebody is ever waited for, so the approval tells a told name from a file's. */
export function authorName(isHere: boolean, of: { readonly statedAuthor: string | null; readonly approval: Approval }): AuthorName {
  if (isHere) return { from: 'HERE' };
  if (of.statedAuthor === null || of.statedAuthor === '') return { from: 'NOBODY' };
  return { from: of.approval === 'NOT_NEEDED' ? 'FILE' : 'TOLD', name: of.statedAuthor };
}
