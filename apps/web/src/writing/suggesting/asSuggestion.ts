import type { Mark, Node, Slice } from 'prosemirror-model';
import { TextSelection, type EditorState, type Transaction } from 'prosemirror-state';
import { textSchema } from '../textSchema';
import { ownMark, standing, type IsMine } from './standing';

const { insertion, deletion } = textSchema.marks;

/** A range that goes, and what comes in its place. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly slice: Slice;
}

/**
 * A change of the text as a suggestion [W12]: words that come are marked, words that go stay and are marked, one's own
 * suggested words really go. Null when it cannot be suggested, because it would change what stands.
 */
export function asSuggestion(state: EditorState, change: Transaction, id: string, isMine: IsMine): Transaction | null {
  const mine: IsMine = (one) => one === id || isMine(one);
  const before = standing(state.doc, mine);
  // Most changes only bring something: they stay as they are, so that keyboards that compose notice nothing.
  markWhatComes(change, id, mine);
  if (standing(change.doc, mine) === before) return change;
  const one = changeOf(state, change);
  const suggested = one && replaced(state, one, id, mine);
  return suggested !== null && suggested.docChanged && standing(suggested.doc, mine) === before ? suggested : null;
}

function markWhatComes(change: Transaction, id: string, mine: IsMine): void {
  const ranges: { from: number; to: number }[] = [];
  change.mapping.maps.forEach((map, at) => {
    const later = change.mapping.slice(at + 1);
    map.forEach((_from, _to, from, to) => ranges.push({ from: later.map(from, 1), to: later.map(to, -1) }));
  });
  for (const { from, to } of ranges) {
    if (to <= from) continue;
    change.doc.nodesBetween(from, to, (node, at) => {
      if (!node.isText || ownMark(node.marks, 'insertion', mine) !== null) return;
      const [begin, end] = [Math.max(at, from), Math.min(at + node.nodeSize, to)];
      if (begin >= end) return;
      for (const mark of node.marks) if (mark.type === insertion || mark.type === deletion) change.removeMark(begin, end, mark);
      change.addMark(begin, end, insertion.create({ id }));
    });
  }
}

// The step tells exactly what goes; several are read as one, by what differs after them.
function changeOf(state: EditorState, change: Transaction): Change | null {
  const steps = change.steps.filter(replaces);
  const [first] = steps;
  if (steps.length === 1 && first !== undefined && change.steps[0] === first) return first;
  const from = state.doc.content.findDiffStart(change.doc.content);
  const end = state.doc.content.findDiffEnd(change.doc.content);
  if (steps.length === 0 || from === null || end === null) return null;
  const overlap = Math.max(0, from - Math.min(end.a, end.b));
  return { from, to: end.a + overlap, slice: change.doc.slice(from, end.b + overlap) };
}

type Step = Transaction['steps'][number];

// Steps that wrap, or only put marks on, have no slice or a gap in it.
function replaces(step: Step): step is Step & Change {
  return 'slice' in step && !('gapFrom' in step);
}

function replaced(state: EditorState, { from, to, slice }: Change, id: string, mine: IsMine): Transaction {
  const next = state.tr;
  const [line, ...more] = linesOf(slice);
  const after = state.doc.resolve(to);
  // From the end, so that nothing moves what is still to be done.
  if (more.length > 0 && after.depth > 0) {
    next.insert(
      after.after(),
      more.map((words) => textSchema.nodes.paragraph.create(null, words.map((piece) => dressed(piece, id)))),
    );
  }
  const put = (line ?? []).map((piece) => dressed(piece, id));
  if (put.length > 0 && after.parent.isTextblock) next.insert(to, put);
  markWhatGoes(next, state.doc, from, to, id, mine);
  const size = put.reduce((sum, piece) => sum + piece.nodeSize, 0);
  const { empty, head } = state.selection;
  // Backwards one goes on before what one took away, forwards behind it.
  const caret = size > 0 ? next.mapping.map(to, -1) + size : next.mapping.map(empty && head === from ? to : from, -1);
  return next.setSelection(TextSelection.near(next.doc.resolve(Math.min(caret, next.doc.content.size)), -1)).scrollIntoView();
}

function markWhatGoes(next: Transaction, doc: Node, from: number, to: number, id: string, mine: IsMine): void {
  const pieces: { begin: number; end: number; marks: readonly Mark[] }[] = [];
  doc.nodesBetween(from, to, (node, at) => {
    if (node.isText) pieces.push({ begin: Math.max(at, from), end: Math.min(at + node.nodeSize, to), marks: node.marks });
  });
  for (const { begin, end, marks } of pieces.reverse()) {
    if (begin >= end) continue;
    if (ownMark(marks, 'insertion', mine) !== null) next.delete(begin, end);
    else if (ownMark(marks, 'deletion', mine) === null) next.addMark(begin, end, deletion.create({ id }));
  }
}

function dressed(piece: Node, id: string): Node {
  const marks = piece.marks.filter((mark) => mark.type !== insertion && mark.type !== deletion);
  return piece.mark(insertion.create({ id }).addToSet(marks));
}

// The words of what is put in, a list for each line; only words can be suggested, not pictures, notes or tables.
function linesOf({ content }: Slice): Node[][] {
  const lines: Node[][] = [];
  const loose: Node[] = [];
  const walk = (node: Node): void => {
    if (node.isText) loose.push(node);
    else if (node.isTextblock) {
      const words: Node[] = [];
      node.forEach((piece) => (piece.isText ? words.push(piece) : undefined));
      lines.push(words);
    } else node.forEach(walk);
  };
  content.forEach(walk);
  if (loose.length > 0) lines.unshift(loose);
  return lines.filter((words, at) => at === 0 || words.length > 0);
}
