import type { Node } from 'prosemirror-model';
import type { EditorView } from 'prosemirror-view';

/** A place where the words one looks for stand. */
export interface Found {
  readonly from: number;
  readonly to: number;
}

/** Every place where these words stand, within a line each; at most as many as anybody can go through. */
export function findIn(doc: Node, words: string, sameCase: boolean, most = 5_000): Found[] {
  if (words === '') return [];
  // Words that come from a PDF or a Mac may have the ring of an å as a sign of its own.
  const forms = new Set([words, words.normalize('NFC'), words.normalize('NFD')]);
  const sought = new RegExp([...forms].map((form) => form.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|'), sameCase ? 'gu' : 'giu');
  const found: Found[] = [];
  doc.descendants((node, at) => {
    if (found.length >= most) return false;
    if (!node.inlineContent) return true;
    // What is not words takes as much room as it does in the document, and is never found.
    const line = node.textBetween(0, node.content.size, null, (leaf) => '\uFFFC'.repeat(leaf.nodeSize));
    if (line.length === node.content.size) for (const match of line.matchAll(sought)) found.push({ from: at + 1 + match.index, to: at + 1 + match.index + match[0].length });
    else findAmongNotes(node, at, sought, found);
    return false;
  });
  return found.slice(0, most);
}

// A line with a note in it: the words of the note are looked through apart.
function findAmongNotes(line: Node, at: number, sought: RegExp, found: Found[]): void {
  let words = '';
  line.forEach((child, offset) => {
    words = words.padEnd(offset, '\uFFFC') + (child.isText ? (child.text ?? '') : '');
    if (child.inlineContent) for (const match of child.textContent.matchAll(sought)) found.push({ from: at + offset + 2 + match.index, to: at + offset + 2 + match.index + match[0].length });
  });
  for (const match of words.matchAll(sought)) found.push({ from: at + 1 + match.index, to: at + 1 + match.index + match[0].length });
  found.sort((one, other) => one.from - other.from);
}

/**
 * Puts other words in the place of what was found. Letters that stay at both ends are left untouched, so that they
 * remain their author's; each place is a change of its own, so that nothing between two places is written anew.
 */
export function replaceAt(view: EditorView, places: readonly Found[], words: string): void {
  for (const { from, to } of [...places].reverse()) {
    const before = view.state.doc.textBetween(from, to);
    let start = 0;
    while (start < Math.min(before.length, words.length) && before[start] === words[start]) start += 1;
    let end = 0;
    while (end < Math.min(before.length, words.length) - start && before.at(-1 - end) === words.at(-1 - end)) end += 1;
    if (start === before.length && start === words.length) continue;
    const put = words.slice(start, words.length - end);
    const { tr } = view.state;
    view.dispatch(put === '' ? tr.delete(from + start, to - end) : tr.insertText(put, from + start, to - end));
  }
}
