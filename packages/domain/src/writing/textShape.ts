/** Blocks a text written together may hold; the editor, the read view and the server mean the same by them. */
export const textBlocks = [
  'paragraph',
  'heading',
  'bullet_list',
  'ordered_list',
  'list_item',
  'blockquote',
  'table',
  'table_row',
  'table_header',
  'table_cell',
  'picture',
  'hard_break',
  'footnote',
  'citation',
] as const;

/**
 * What a block may carry beside its words. A paragraph with a `level` is a heading, and a cell with `header` names its
 * column or row: a block that changes its sort stays the same block, with what others write in it at that moment.
 * A numbered list that does not begin at 1 says its `start`.
 */
export const textAttributes = ['level', 'header', 'colspan', 'rowspan', 'colwidth', 'media', 'description', 'source', 'start'] as const;

/**
 * Marks that say a thing of its own stands on these words: a contribution, what a passage
 * rests on, a thread of talk, words suggested to come or to go. Each carries the `id` of that thing and travels with the words; any number may lie over each other.
 */
export const passageMarks = ['contribution', 'basis', 'thread', 'insertion', 'deletion'] as const;

/** Marks on words of such a text. */
export const textMarks = ['strong', 'em', 'link', ...passageMarks] as const;

export type TextBlock = (typeof textBlocks)[number];
export type TextMark = (typeof textMarks)[number];
export type PassageMark = (typeof passageMarks)[number];

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

/** The number a list begins at; 1 unless something else is said that can be counted from. */
export function listStart(value: unknown): number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 10_000 ? (value as number) : 1;
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Is the mark one that points at a thing of its own? */
export function isPassageMark(name: string): name is PassageMark {
  return (passageMarks as readonly string[]).includes(name);
}

/** May this be what such a mark carries: the id of one thing, and nothing else? */
export function mayPoint(value: unknown): value is { id: string } {
  if (typeof value !== 'object' || value === null) return false;
  const [[key, id] = [], ...more] = Object.entries(value);
  return more.length === 0 && key === 'id' && typeof id === 'string' && uuid.test(id);
}

/** The name of a mark in the shared document: those that may lie over each other carry a digest behind it. */
export function markName(key: string): string {
  return key.replace(/--[a-zA-Z0-9+/=]{8}$/, '');
}
