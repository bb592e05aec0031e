import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { lateOfOthers, placeOfLate, type LateRun } from './lateOfOthers';
import { placeOf, type LineBefore } from './latePlace';
import type { ToldSources } from './wordSources';

type Ranges = ReturnType<typeof Y.decodeUpdate>['ds'];
type Given = Record<string, unknown>;

/** A piece of what was lost: where in its line as the others knew it, and how it was dressed. `sure` when nobody knew of it. */
interface Piece {
  readonly sure: boolean;
  readonly at: number;
  readonly words: string;
  readonly given: Given;
  readonly ids: readonly Y.ID[];
}

interface Lost {
  readonly line: LineBefore;
  readonly pieces: readonly Piece[];
  readonly text: Y.XmlText;
}

/** Letters of mine that stand under other ids now; a transaction that moves some carries them by this name. */
export type MovedLetters = readonly { readonly from: Y.ID; readonly to: Y.ID }[];

/** An update as it came: it names what its writer knew of. `whole` when it tells all that one missed. */
export interface Came {
  readonly update: Uint8Array;
  readonly whole: boolean;
  /** When the server was last heard before. */
  readonly heardAt: number;
}

// What one wrote so long before the line broke may have come to the server, and not to the others yet.
const onItsWay = 10_000;

/** What the one who keeps late words is told, and tells. */
export interface LateWatch {
  readonly isMine: (client: number) => boolean;
  readonly came: () => Came | null;
  /** Which of my words were made of which, as far as the server has not got them. */
  readonly told: () => readonly ToldSources[];
  readonly tell: (told: ToldSources) => void;
}

/**
 * Keeps words that come late. Yjs has no moving: whoever makes a list of a line deletes it and writes it anew, and what
 * another writes in it in that moment, or wrote without a network, would go with the old line unseen. The window they
 * were written in puts them where their neighbours stand now; or, where that one was told too late, the window that
 * made the line anew. Where nothing stands of the line they get one of their own. Whoever takes away words they have
 * seen does take them away.
 */
export class LateWords {
  constructor(
    private readonly text: Y.XmlFragment,
    private readonly watch: LateWatch,
  ) {
    this.doc.on('afterTransaction', this.look);
  }

  // From which letter on I wrote, and when.
  private written: { readonly clock: number; readonly at: number }[] = [];

  private get doc(): Y.Doc {
    return this.text.doc as Y.Doc;
  }

  /** Looks no more. */
  end(): void {
    this.doc.off('afterTransaction', this.look);
  }

  private readonly look = (transaction: Y.Transaction): void => {
    if (transaction.local) return this.note(transaction);
    const mine = [...transaction.deleteSet.clients.keys()].some(this.watch.isMine);
    const came = this.watch.came();
    if (came === null || !(mine || came.whole)) return;
    const decoded = Y.decodeUpdate(came.update);
    const lost = mine ? this.lostIn(transaction, decoded.ds, came.whole ? this.freshFrom(came.heardAt - onItsWay) : Infinity) : [];
    const late = came.whole ? lateOfOthers(this.doc, decoded, transaction, this.watch.isMine) : [];
    if (lost.length + late.length === 0) return;
    this.doc.transact((own) => {
      own.meta.set('moved', this.putBack(lost, transaction));
      this.takeIn(late);
    }, this);
  };

  private note({ beforeState }: Y.Transaction): void {
    const { clientID, store } = this.doc;
    const clock = beforeState.get(clientID) ?? 0;
    if (Y.getState(store, clientID) > clock) this.written = [...this.written, { clock, at: Date.now() }].slice(-200);
  }

  private freshFrom(time: number): number {
    return this.written.find(({ at }) => at >= time)?.clock ?? Infinity;
  }

  // Words of others keep their author: the server is told which they were, and compares.
  private takeIn(late: readonly LateRun[]): void {
    const { doc } = this;
    let own: Y.XmlText | null = null;
    for (const run of late) {
      const place = placeOfLate(doc, run, this.watch.told());
      const text: Y.XmlText = place?.text ?? (own ??= this.lineAt(this.text.length));
      const at = place?.at ?? text.length;
      text.insert(at, run.words, run.given);
      this.watch.tell({ client: doc.clientID, words: [[letterAt(text, at), run.words.length, run.from.client, run.from.clock]] });
    }
  }

  private lostIn(transaction: Y.Transaction, known: Ranges, fresh: number): Lost[] {
    // What the server tells of a long while names also what fell with its line there; what is fresh may be such.
    const isFresh = ({ client, clock }: { client: number; clock: number }): boolean => client === this.doc.clientID && clock >= fresh;
    const lines = new Set<Y.XmlText>();
    Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString) || !this.watch.isMine(struct.id.client)) return;
      if (struct.parent instanceof Y.XmlText && isGone(struct.parent) && (!isWithin(known, struct.id, struct.length) || isFresh({ client: struct.id.client, clock: struct.id.clock + struct.length - 1 }))) lines.add(struct.parent);
    });
    return [...lines].map((text) => this.lineBefore(text, transaction, known, isFresh)).filter(({ pieces }) => pieces.some(({ words }) => words.trim() !== ''));
  }

  // The line as it stood, as those who wrote it anew knew it, and what of mine they did not know.
  private lineBefore(text: Y.XmlText, transaction: Y.Transaction, known: Ranges, isFresh: (letter: { client: number; clock: number }) => boolean): Lost {
    let words = '';
    const pieces: Piece[] = [];
    let given: Given = {};
    for (let item = text._start; item !== null; item = item.right) {
      const went = item.deleted && Y.isDeleted(transaction.deleteSet, item.id);
      if (item.deleted && !went) continue;
      const { content, id } = item;
      if (content instanceof Y.ContentFormat) given = { ...given, [content.key]: content.value as unknown };
      if (!(content instanceof Y.ContentString)) continue;
      for (let unit = 0; unit < content.str.length; unit += 1) {
        const letter = { client: id.client, clock: id.clock + unit };
        const letters = content.str.charAt(unit);
        const sure = !isWithin(known, letter, 1);
        if (!went || !(sure || isFresh(letter))) words += letters;
        else if (this.watch.isMine(id.client)) {
          const last = pieces.at(-1);
          const one = Y.createID(letter.client, letter.clock);
          if (last?.at === words.length && last.given === given && last.sure === sure) pieces[pieces.length - 1] = { ...last, words: last.words + letters, ids: [...last.ids, one] };
          else pieces.push({ at: words.length, words: letters, given, ids: [one], sure });
        }
      }
    }
    const { _item } = text;
    return { line: { words, known: _item !== null && isWithin(known, _item.id, 1) }, pieces, text };
  }

  private putBack(lost: readonly Lost[], transaction: Y.Transaction): MovedLetters {
    const moved: { from: Y.ID; to: Y.ID }[] = [];
    const changed = textsIn(this.text).filter((text) => transaction.changed.has(text as never) || isNew(text, transaction));
    const lines = changed.map((text) => ({ words: wordsOf(text), isNew: isNew(text, transaction) }));
    for (const { line, pieces, text } of [...lost].reverse()) {
      const placed = groupsOf(pieces).map((group) => ({ group, place: placeOf(line, group[0]?.at ?? 0, lines) }));
      // Nothing stands of its line: it gets one of its own, after what stands before.
      const own = placed.some(({ group, place }) => place === null && group.some(({ sure }) => sure)) ? this.lineAfter(text) : null;
      // From the end, so that nothing moves what is still to be put.
      for (const { group, place } of placed.reverse()) {
        const found = place === null ? own : changed[place.line];
        const { at, late } = place === null ? { at: 0, late: group.filter(({ sure }) => sure) } : whatIsLate(group, lines[place.line]?.words ?? '', place.at);
        if (found != null) for (const piece of late.reverse()) moved.push(...put(found, at, piece));
      }
    }
    return moved;
  }

  private lineAfter(text: Y.XmlText): Y.XmlText {
    let top = text._item;
    while (top !== null && top.parent !== this.text) top = (top.parent as Y.AbstractType<unknown>)._item;
    while (top !== null && top.deleted) top = top.left;
    return this.lineAt(1 + this.text.toArray().findIndex((block) => block._item === top));
  }

  private lineAt(index: number): Y.XmlText {
    const line = new Y.XmlElement('paragraph');
    const words = new Y.XmlText();
    this.text.insert(index, [line]);
    line.insert(0, [words]);
    return words;
  }
}

function groupsOf(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    if (last?.[0]?.at === piece.at) last.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

// Who made the line anew may have known of some of it after all: what was written first stands there then.
function whatIsLate(group: readonly Piece[], line: string, at: number): { at: number; late: Piece[] } {
  const firstSure = group.findIndex(({ sure }) => sure);
  const perhaps = group.slice(0, firstSure < 0 ? group.length : firstSure).map(({ words }) => words).join('');
  let after = 0;
  while (after < perhaps.length && perhaps[after] === line[at + after]) after += 1;
  let ahead = Math.min(perhaps.length, at);
  while (ahead > 0 && line.slice(at - ahead, at) !== perhaps.slice(0, ahead)) ahead -= 1;
  const same = Math.max(after, ahead);
  let before = 0;
  const late = group.flatMap((piece) => {
    const known = Math.min(Math.max(0, same - before), piece.words.length);
    before += piece.words.length;
    return known === piece.words.length ? [] : [{ ...piece, words: piece.words.slice(known), ids: piece.ids.slice(known) }];
  });
  return { at: at + (after > ahead ? after : 0), late };
}

function isGone({ _item }: Y.XmlText): boolean {
  return _item !== null && _item.deleted;
}

/** The update within a frame from the server, or null when it brings none. */
export function cameIn(frame: ArrayBuffer, heardAt: number): Came | null {
  const reading = decoding.createDecoder(new Uint8Array(frame));
  decoding.readVarString(reading);
  const [kind, step] = [decoding.readVarUint(reading), decoding.readVarUint(reading)];
  return kind === 0 && step !== 0 ? { update: decoding.readVarUint8Array(reading), whole: step === 1, heardAt } : null;
}

function put(text: Y.XmlText, at: number, { words, given, ids }: Piece): MovedLetters {
  text.insert(at, words, given);
  const client = text.doc?.clientID ?? 0;
  const first = letterAt(text, at);
  return ids.map((from, unit) => ({ from, to: Y.createID(client, first + unit) }));
}

function letterAt(text: Y.XmlText, at: number): number {
  let left = at;
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue;
    if (left < item.length) return item.id.clock + left;
    left -= item.length;
  }
  return 0;
}

function isWithin({ clients }: Ranges, { client, clock }: { client: number; clock: number }, length: number): boolean {
  return (clients.get(client) ?? []).some((range) => range.clock <= clock && clock + length <= range.clock + range.len);
}

function isNew({ _item }: Y.XmlText, { beforeState }: Y.Transaction): boolean {
  return _item !== null && _item.id.clock >= (beforeState.get(_item.id.client) ?? 0);
}

function textsIn(type: Y.XmlFragment): Y.XmlText[] {
  return type.toArray().flatMap((child) => (child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? textsIn(child) : []));
}

function wordsOf(text: Y.XmlText): string {
  return (text.toDelta() as { insert: unknown }[]).map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
}
