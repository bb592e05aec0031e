import type { Node, ResolvedPos, Slice } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import * as Y from 'yjs';

/** A step of the editor, and the text it was done in. */
export interface Stepped {
  readonly step: Transaction['steps'][number];
  readonly doc: Node;
}

interface Words {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/**
 * Does in the shared text what the editor did in its own, where words alone come or go within lines. The binding
 * compares the two, and does not see where among equal letters some came or went: what one writes before words that
 * begin alike would come behind their first letter, and that one would be taken for one's own [W6].
 */
export function stepIn(text: Y.XmlFragment, steps: readonly Stepped[], after: Node, mapping: Map<unknown, unknown>): void {
  // Marks change no letter; the binding sees to them.
  const changes = steps.filter(({ step }) => 'slice' in step).map(({ step, doc }) => ({ doc, change: wordsOf(step as unknown as Changes) }));
  if (changes.some(({ change }) => change === null)) return;
  for (const { doc, change } of changes) {
    const place = change && placeOf(text, doc.resolve(change.from), change.to);
    if (change === null || place === null) return;
    if (change.words === '') place.line.delete(place.at, change.to - change.from);
    else place.line.insert(place.at, change.words);
    // Where all is equal the binding does not look within, and has to know these blocks as they are. As copies: what it
    // takes for the very same it would not compare, and marks might differ.
    let shown = after;
    for (const { block, index } of place.within) {
      shown = shown.child(index);
      mapping.set(block, shown.type.create(shown.attrs, shown.content, shown.marks));
    }
  }
}

interface Changes {
  readonly from: number;
  readonly to: number;
  readonly slice: Slice;
}

// What comes in the place of something else is left to the binding: letters that stay the same stay whose they were.
function wordsOf({ from, to, slice: { content, size, openStart }, ...rest }: Changes): Words | null {
  const words = content.textBetween(0, size);
  return 'gapFrom' in rest || openStart > 0 || words.length !== size || from < to === size > 0 ? null : { from, to, words };
}

interface Place {
  readonly line: Y.XmlText;
  readonly at: number;
  /** The blocks it stands in, from the outermost. */
  readonly within: readonly { readonly block: Y.XmlElement; readonly index: number }[];
}

function placeOf(text: Y.XmlFragment, from: ResolvedPos, to: number): Place | null {
  const within = blocksAt(text, from);
  const block = within?.at(-1)?.block;
  if (within === null || block === undefined) return null;
  let [offset, nr] = [0, 0];
  for (const { words, size } of piecesOf(from.parent)) {
    const at = from.parentOffset - offset;
    const end = at + to - from.pos;
    if (words !== null && at >= 0 && end <= words.length) {
      const line = block.get(nr);
      return line instanceof Y.XmlText && plainOf(line) === words && !dividesSign(words, at) && !dividesSign(words, end) ? { line, at, within } : null;
    }
    offset += size;
    nr += 1;
  }
  return null;
}

// Words beside each other are one text in the shared one, however they are dressed; what is no words is null.
function piecesOf({ children }: Node): { words: string | null; size: number }[] {
  const pieces: { words: string | null; size: number }[] = [];
  for (const { text = null, nodeSize } of children) {
    const last = pieces.at(-1);
    if (last !== undefined && last.words !== null && text !== null) pieces[pieces.length - 1] = { words: last.words + text, size: last.size + nodeSize };
    else pieces.push({ words: text, size: nodeSize });
  }
  return pieces;
}

function blocksAt(text: Y.XmlFragment, place: ResolvedPos): { block: Y.XmlElement; index: number }[] | null {
  const found: { block: Y.XmlElement; index: number }[] = [];
  let within: Y.XmlFragment = text;
  for (let depth = 0; depth < place.depth; depth += 1) {
    const index = place.index(depth);
    const block: unknown = within.length === place.node(depth).childCount ? within.get(index) : null;
    if (!(block instanceof Y.XmlElement)) return null;
    found.push({ block, index });
    within = block;
  }
  return found;
}

function plainOf(line: Y.XmlText): string {
  return (line.toDelta() as { insert: unknown }[]).map(({ insert }) => (typeof insert === 'string' ? insert : ' ')).join('');
}

function dividesSign(words: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(words.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(words.charAt(at));
}
