/** Whose words a piece of text is: of an actor, of somebody whom only a file names, or of nobody one knows. */
export interface By {
  readonly actorId: string | null;
  readonly stated?: string;
  readonly quoted?: true;
}

/** A node of a framing's text, its pieces split by author. */
export interface TextNode {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
  readonly content?: readonly TextNode[];
  readonly by?: By;
}

/** Does the node carry this mark? */
export function hasMark(node: TextNode, type: string): boolean {
  return node.marks?.some((mark) => mark.type === type) ?? false;
}

/** The ids that marks of this type carry on a node. */
export function markIds(node: TextNode, type: string): string[] {
  return (node.marks ?? []).flatMap((mark) => (mark.type === type && typeof mark.attrs?.['id'] === 'string' ? [mark.attrs['id']] : []));
}

/** What an attribute says, when it is a text. */
export function attributeOf(node: TextNode, name: string): string {
  const held = node.attrs?.[name];
  return typeof held === 'string' ? held.trim() : '';
}
