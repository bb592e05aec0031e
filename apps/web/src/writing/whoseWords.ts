import type { TextNode } from '../lib/beside';

/** Whose words are met in a line: an actor, or somebody only a file names; and whether they are quoted. */
export interface Whose {
  readonly actorId: string | null;
  readonly stated: string | null;
  readonly quoted: boolean;
}

/** Whose a piece of text is; null when it does not say. */
export function whoseIs({ by }: TextNode): Whose | null {
  if (by === undefined) return null;
  const { actorId, stated, quoted } = by;
  return { actorId: typeof actorId === 'string' ? actorId : null, stated: typeof stated === 'string' ? stated : null, quoted: quoted === true };
}

/** Whose words a line holds, in the order in which one meets them; once each, however much of it is whose. */
export function whoseIn(line: TextNode): Whose[] {
  const found = new Map<string, Whose>();
  const walk = (node: TextNode): void => {
    const whose = node.text === undefined || node.text.trim() === '' ? null : whoseIs(node);
    if (whose !== null) {
      const key = JSON.stringify(whose);
      if (!found.has(key)) found.set(key, whose);
    }
    node.content?.forEach(walk);
  };
  walk(line);
  return [...found.values()];
}
