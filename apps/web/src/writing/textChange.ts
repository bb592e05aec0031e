/** One change of a plain text: at `index`, `remove` characters go and `insert` comes. */
export interface TextChange {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

/** A change as Yjs tells it. */
export type Delta = readonly { readonly retain?: number; readonly insert?: unknown; readonly delete?: number }[];

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/**
 * What was changed between two texts, given where the caret stands after it. Without the caret "aa" → "aaa" could be
 * anywhere, and a letter put in the wrong one of two places moves the words of somebody else.
 */
export function changeBetween(before: string, after: string, caret: number): TextChange | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let same = 0;
  while (same < most && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  const widest = between(before, after, same);
  const tail = after.slice(caret);
  const atCaret = before.endsWith(tail) ? between(before, after, tail.length) : null;
  // The caret decides between equal readings; it must not make a small change elsewhere into a large one.
  return atCaret !== null && atCaret.remove <= widest.remove ? atCaret : widest;
}

function between(before: string, after: string, atMost: number): TextChange {
  let suffix = atMost;
  const most = Math.min(before.length, after.length) - suffix;
  let prefix = 0;
  while (prefix < most && before[prefix] === after[prefix]) prefix += 1;
  // Half a surrogate pair is no text.
  if (prefix > 0 && isHigh(before.charCodeAt(prefix - 1))) prefix -= 1;
  if (suffix > 0 && isLow(before.charCodeAt(before.length - suffix))) suffix -= 1;
  return { index: prefix, remove: before.length - suffix - prefix, insert: after.slice(prefix, after.length - suffix) };
}

/** Where a position in the old text is in the new one. What is put in exactly there stays behind it, unless `before`. */
export function carry(position: number, delta: Delta, before = false): number {
  let old = 0;
  let moved = position;
  for (const step of delta) {
    if (step.retain !== undefined) old += step.retain;
    else if (step.delete !== undefined) {
      if (old < position) moved -= Math.min(step.delete, position - old);
      old += step.delete;
    } else if (typeof step.insert === 'string') {
      if (old < position || (before && old === position)) moved += step.insert.length;
    }
    if (old > position) break;
  }
  return moved;
}

/** Is the character at this position of the old text still there after the change? */
export function survives(position: number, delta: Delta): boolean {
  let old = 0;
  for (const step of delta) {
    if (step.retain !== undefined) old += step.retain;
    else if (step.delete !== undefined) {
      if (position >= old && position < old + step.delete) return false;
      old += step.delete;
    }
    if (old > position) return true;
  }
  return true;
}
