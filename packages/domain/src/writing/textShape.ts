/** Blocks a text written together may hold; the editor, the read view and the server mean the same by them. */
export const textBlocks = ['paragraph', 'heading', 'bullet_list', 'ordered_list', 'list_item', 'blockquote', 'hard_break'] as const;

/** Marks on words of such a text. */
export const textMarks = ['strong', 'em', 'link'] as const;

export type TextBlock = (typeof textBlocks)[number];
export type TextMark = (typeof textMarks)[number];

/** The fields of a framing that are written together as plain text, by their names in the shared document. */
export const fieldTexts = {
  NAME: 'name',
  BELONGS: 'belongs',
  OUTSIDE: 'outside',
  FOR_WHOM: 'forWhom',
  UNKNOWN: 'unknown',
  NORMS: 'norms',
} as const;

/** A link somebody may follow from a text: http, https or mailto. Anything else could run as script. */
export function mayFollow(href: unknown): href is string {
  return typeof href === 'string' && href.length <= 2_000 && /^(https?:\/\/|mailto:)[^\s<>"]+$/i.test(href);
}
