/** As much of a text in JSON as must be seen to tell what of it is part of the text already. */
export interface Standing {
  readonly type: string;
  readonly text?: string;
  readonly marks?: readonly { readonly type: string }[];
  readonly content?: readonly Standing[];
}

const lines: ReadonlySet<string> = new Set(['paragraph', 'heading']);
const holders: ReadonlySet<string> = new Set(['bullet_list', 'ordered_list', 'list_item', 'blockquote']);

/**
 * The text as it stands [W12]: what is suggested to come is not part of it yet, what is suggested to go still is.
 * A line or a list of which nothing is left then, is left out with it.
 */
export function standingOf<N extends Standing>(node: N): N {
  const content = node.content?.flatMap((child) => {
    if (isSuggestedToCome(child)) return [];
    const stands = standingOf(child);
    return isLeftEmpty(child, stands) ? [] : [stands];
  });
  const marks = node.marks?.filter(({ type }) => type !== 'deletion');
  const { content: _content, marks: _marks, ...rest } = node;
  return {
    ...rest,
    ...(content !== undefined && (content.length > 0 || node.content?.length === 0) ? { content } : {}),
    ...(marks !== undefined && marks.length > 0 ? { marks } : {}),
  } as unknown as N;
}

/** Is anything suggested in this text? */
export function isSuggestedIn(node: Standing): boolean {
  return node.marks?.some(({ type }) => type === 'insertion' || type === 'deletion') === true || node.content?.some(isSuggestedIn) === true;
}

function isSuggestedToCome({ marks }: Standing): boolean {
  return marks?.some(({ type }) => type === 'insertion') === true;
}

function isLeftEmpty(before: Standing, after: Standing): boolean {
  if (after.content !== undefined && after.content.length > 0) return false;
  if (lines.has(before.type)) return before.content !== undefined && before.content.length > 0;
  return holders.has(before.type);
}
