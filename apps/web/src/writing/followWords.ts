import type { ResolvedPos } from 'prosemirror-model';
import * as Y from 'yjs';

/** Where a letter of one text is in another that came of it by one change; null when it is in what was changed. */
export function letterIn(before: string, after: string, letter: number): number | null {
  const most = Math.min(before.length, after.length);
  let same = 0;
  while (same < most && before[same] === after[same]) same += 1;
  if (letter < same) return letter;
  let tail = 0;
  while (tail < most - same && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return letter >= before.length - tail ? letter + after.length - before.length : null;
}

/**
 * Where a place of the screen has gone when somebody divided its line, or made it a heading or a list. Yjs has no moving:
 * the words are deleted and written anew, and the place would stay behind where they were. It is found by counting the
 * letters of the whole text, which such a change leaves as they are. Null when the letter itself is gone.
 */
export function followWords(text: Y.XmlFragment, place: ResolvedPos, toTheLeft: boolean): Y.RelativePosition | null {
  const { doc, parent, parentOffset } = place;
  // At the beginning of a line it is the letter after it that one stands at.
  const byLeft = toTheLeft ? parentOffset > 0 : parentOffset === parent.content.size;
  const count = doc.textBetween(0, place.pos).length - (byLeft ? 1 : 0);
  const texts = textsIn(text);
  const words = texts.map(wordsOf);
  const letter = count < 0 || parent.content.size === 0 ? null : letterIn(doc.textContent, words.join(''), count);
  if (letter === null) return null;
  let index = letter + (byLeft ? 1 : 0);
  for (const [at, shared] of texts.entries()) {
    const { length } = words[at] ?? '';
    if (byLeft ? index <= length && index > 0 : index < length) return Y.createRelativePositionFromTypeIndex(shared, index, toTheLeft ? -1 : 0);
    index -= length;
  }
  return null;
}

function textsIn(type: Y.XmlFragment): Y.XmlText[] {
  return type.toArray().flatMap((child) => (child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? textsIn(child) : []));
}

function wordsOf(text: Y.XmlText): string {
  return (text.toDelta() as { insert: unknown }[]).map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
}
