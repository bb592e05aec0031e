import type { Node } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { ySyncPluginKey, yUndoPluginKey } from 'y-prosemirror';
import * as Y from 'yjs';
import { forgetLostTraces } from './lostTraces';
import { stepIn, type Stepped } from './steppedIn';
import { UndoneMoves } from './undoneMoves';

/** New characters under this client, and which characters they were before: the server compares the words. */
export type SourceRange = readonly [clock: number, length: number, fromClient: number, fromClock: number];

/** What is told of words that the editor made anew. `text` is set when they come from another text. */
export interface ToldSources {
  readonly words: readonly SourceRange[];
  readonly client: number;
  readonly text?: string;
}

/** Characters on their way through the clipboard, by their ids. */
export interface Carried {
  readonly text: string;
  readonly words: readonly (readonly [client: number, clock: number, length: number])[];
}

type Mapping = Transaction['mapping'];

interface Run {
  readonly at: number;
  readonly length: number;
  readonly client: number;
  readonly clock: number;
}

interface Pending {
  readonly before: Node;
  after: Node;
  readonly mapping: Mapping;
  readonly steps: Stepped[];
  carried: Carried | null;
  was: readonly Run[] | null;
}

/** More than this in one change is a new text, and is not followed. */
const mostRanges = 4_000;
const perMessage = 500;

/**
 * Follows words that the editor makes anew: dividing a line writes its end once more, and so do undoing and putting
 * in. Only here is known which characters they were before; it is told to the server, which believes nothing of it
 * but where the words are the same [W6].
 */
export class WordSources {
  private pending: Pending | null = null;
  private cut: Carried | null = null;
  private coming: Carried | null = null;
  private readonly moves = new UndoneMoves();

  constructor(
    private readonly text: Y.XmlFragment,
    private readonly framingId: string,
    private readonly tell: (told: ToldSources) => void,
    private readonly shown: () => EditorState,
  ) {
    this.doc.on('beforeTransaction', this.before);
    this.doc.on('beforeTransaction', forgetLostTraces);
    this.doc.on('afterTransaction', this.after);
  }

  private get doc(): Y.Doc {
    return this.text.doc as Y.Doc;
  }

  /** The editor is closed. */
  end(): void {
    this.doc.off('beforeTransaction', this.before);
    this.doc.off('beforeTransaction', forgetLostTraces);
    this.doc.off('afterTransaction', this.after);
  }

  /** The editor has changed its text; the shared text follows in a moment. */
  note(transaction: Transaction, old: EditorState, now: EditorState): void {
    if (!transaction.docChanged) return;
    const sync = transaction.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined;
    if (sync?.isChangeOrigin === true) {
      this.pending = null;
      return;
    }
    if (this.pending?.after !== old.doc) this.pending = { before: old.doc, after: old.doc, mapping: transaction.mapping.slice(0), steps: [], carried: null, was: null };
    else this.pending.mapping.appendMapping(transaction.mapping);
    this.pending.after = now.doc;
    this.pending.steps.push(...transaction.steps.map((step, nr) => ({ step, doc: transaction.docs[nr] as Node })));
    const carried = transaction.getMeta('paste') === true ? this.coming : transaction.getMeta('uiEvent') === 'drop' ? this.cut : null;
    if (carried !== null) this.pending.carried = carried;
  }

  /** What is selected goes to the clipboard, or is dragged. */
  take(view: Pick<EditorView, 'state'>): Carried | null {
    const { from, to } = view.state.selection;
    const runs = this.runs(view.state.doc, from, to);
    const words = (runs ?? []).flatMap((run): [number, number, number][] => {
      const begin = Math.max(run.at, from);
      const end = Math.min(run.at + run.length, to);
      return end > begin ? [[run.client, run.clock + begin - run.at, end - begin]] : [];
    });
    this.cut = words.length === 0 || words.length > mostRanges ? null : { text: this.framingId, words };
    return this.cut;
  }

  /** Something comes from the clipboard. */
  give(carried: Carried | null): void {
    this.coming = carried;
  }

  private readonly before = ({ origin }: Y.Transaction): void => {
    const { pending } = this;
    if (origin !== ySyncPluginKey || pending === null) return;
    const range = changed(pending.before, pending.after);
    if (range === null || (pending.carried === null && isPlain(pending.before, pending.after, range))) this.pending = null;
    else pending.was = this.runs(pending.before, range.from, range.to);
    const { binding } = ySyncPluginKey.getState(this.shown()) as { binding: { mapping: Map<unknown, unknown> } };
    stepIn(this.text, pending.steps, pending.after, binding.mapping);
  };

  private readonly after = (transaction: Y.Transaction): void => {
    if (transaction.origin instanceof Y.UndoManager) return this.undone(transaction);
    if (!transaction.local) this.moves.taken(transaction, (yUndoPluginKey.getState(this.shown()) as { undoManager: Y.UndoManager }).undoManager);
    const { pending } = this;
    if (transaction.origin !== ySyncPluginKey || pending === null) return;
    this.pending = null;
    const range = changed(pending.before, pending.after);
    const known = transaction.beforeState.get(this.doc.clientID) ?? 0;
    if (pending.was === null || range === null || Y.getState(this.doc.store, this.doc.clientID) === known || this.shown().doc !== pending.after) return;
    const now = this.runs(pending.after, range.from, range.toAfter);
    if (now === null) return;
    const anew = madeAnew(now, pending.was, pending.mapping, this.doc.clientID, known);
    const put = pending.carried === null ? [] : putIn(now, pending.mapping, pending.carried, range, this.doc.clientID, known);
    const isOurs = pending.carried?.text === this.framingId;
    this.say(isOurs ? [...anew, ...put] : anew, this.framingId);
    if (pending.carried !== null && !isOurs) this.say(put, pending.carried.text);
  };

  private undone(transaction: Y.Transaction): void {
    const { currStackItem } = transaction.origin as Y.UndoManager;
    const known = transaction.beforeState.get(this.doc.clientID) ?? 0;
    const ranges: SourceRange[] = [];
    if (currStackItem === null || currStackItem === undefined) return;
    Y.iterateDeletedStructs(transaction, currStackItem.deletions, (struct) => {
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString) || struct.redone === null) return;
      if (struct.redone.client === this.doc.clientID && struct.redone.clock >= known) add(ranges, struct.redone.clock, struct.length, struct.id.client, struct.id.clock);
    });
    this.say(ranges, this.framingId);
  }

  private say(ranges: readonly SourceRange[], text: string): void {
    if (ranges.length > mostRanges) return;
    const client = this.doc.clientID;
    if (text === this.framingId) this.moves.note(client, ranges);
    for (let at = 0; at < ranges.length; at += perMessage) {
      this.tell({ words: ranges.slice(at, at + perMessage), client, ...(text === this.framingId ? {} : { text }) });
    }
  }

  // The characters of the lines a range touches, as the editor counts them and by their ids; null where the two differ.
  private runs(doc: Node, from: number, to: number): Run[] | null {
    const blocks = this.text.toArray();
    if (blocks.length !== doc.childCount) return null;
    const runs: Run[] = [];
    let at = 0;
    for (let index = 0; index < doc.childCount && at <= to + 1; index += 1) {
      const child = doc.child(index);
      if (at + child.nodeSize >= from - 1 && !follow(child, at, blocks[index], runs)) return null;
      at += child.nodeSize;
    }
    return runs;
  }
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly toAfter: number;
}

function changed(before: Node, after: Node): Range | null {
  const from = before.content.findDiffStart(after.content);
  const end = before.content.findDiffEnd(after.content);
  if (from === null || end === null) return null;
  const overlap = Math.max(0, from - Math.min(end.a, end.b));
  return { from, to: end.a + overlap, toAfter: end.b + overlap };
}

// Typing and deleting within a line make nothing anew.
function isPlain(before: Node, after: Node, { from, to, toAfter }: Range): boolean {
  if (to > from && toAfter > from) return false;
  const [doc, end] = to > from ? [before, to] : [after, toAfter];
  const [$from, $end] = [doc.resolve(from), doc.resolve(end)];
  return $from.sameParent($end) && $from.parent.isTextblock;
}

function follow(node: Node, at: number, block: unknown, runs: Run[]): boolean {
  const items: Y.Item[] = [];
  collect(block, items);
  const pieces: { at: number; length: number }[] = [];
  if (node.isText) pieces.push({ at, length: node.nodeSize });
  node.descendants((child, place) => {
    if (child.isText) pieces.push({ at: at + 1 + place, length: child.nodeSize });
  });
  let piece = 0;
  let used = 0;
  for (const item of items) {
    for (let done = 0; done < item.length; ) {
      const here = pieces[piece];
      if (here === undefined) return false;
      const length = Math.min(item.length - done, here.length - used);
      runs.push({ at: here.at + used, length, client: item.id.client, clock: item.id.clock + done });
      done += length;
      used += length;
      if (used === here.length) {
        piece += 1;
        used = 0;
      }
    }
  }
  return piece === pieces.length;
}

function collect(type: unknown, items: Y.Item[]): void {
  if (type instanceof Y.XmlText) {
    for (let item = type._start; item !== null; item = item.right) if (!item.deleted && item.content instanceof Y.ContentString) items.push(item);
  } else if (type instanceof Y.XmlElement) for (const child of type.toArray()) collect(child, items);
}

function* characters(runs: readonly Run[], { from, toAfter }: Range): Generator<{ at: number; client: number; clock: number }> {
  for (const { at, length, client, clock } of runs) {
    for (let unit = Math.max(0, from - 1 - at); unit < length && at + unit <= toAfter; unit += 1) yield { at: at + unit, client, clock: clock + unit };
  }
}

function madeAnew(now: readonly Run[], was: readonly Run[], mapping: Mapping, client: number, known: number): SourceRange[] {
  const back = mapping.invert();
  const ranges: SourceRange[] = [];
  for (const run of now) {
    if (run.client !== client || run.clock + run.length <= known) continue;
    for (let unit = Math.max(0, known - run.clock); unit < run.length; unit += 1) {
      const at = back.map(run.at + unit, 1);
      if (back.map(run.at + unit + 1, -1) - at !== 1) continue;
      const from = was.find((old) => old.at <= at && at < old.at + old.length);
      if (from !== undefined) add(ranges, run.clock + unit, 1, from.client, from.clock + at - from.at);
    }
  }
  return ranges;
}

// What was put in stands where nothing was before; its characters are those carried, in order, if they are as many.
function putIn(now: readonly Run[], mapping: Mapping, { words }: Carried, range: Range, client: number, known: number): SourceRange[] {
  const back = mapping.invert();
  const put = [...characters(now, range)].filter(({ at }) => back.map(at + 1, -1) - back.map(at, 1) !== 1);
  const ids = words.flatMap(([from, clock, length]) => Array.from({ length }, (_, unit) => [from, clock + unit] as const));
  if (put.length !== ids.length) return [];
  const ranges: SourceRange[] = [];
  for (const [index, one] of put.entries()) {
    const id = ids[index];
    if (id !== undefined && one.client === client && one.clock >= known) add(ranges, one.clock, 1, id[0], id[1]);
  }
  return ranges;
}

function add(ranges: SourceRange[], clock: number, length: number, fromClient: number, fromClock: number): void {
  const last = ranges.at(-1);
  if (last !== undefined && last[0] + last[1] === clock && last[2] === fromClient && last[3] + last[1] === fromClock) ranges[ranges.length - 1] = [last[0], last[1] + length, last[2], last[3]];
  else ranges.push([clock, length, fromClient, fromClock]);
}
