import { markName } from '@samsyn/domain/writing/textShape';
import * as Y from 'yjs';

type Signs = ReadonlyMap<string, unknown>;

interface Gone {
  readonly clock: number;
  readonly length: number;
  readonly signs: Signs;
}

interface Letters {
  readonly item: Y.Item;
  readonly at: number;
  readonly signs: Signs;
}

// What says that a passage is something of its own. Suggestions are answered, not undone.
const kept = ['contribution', 'basis', 'thread'];
const none: Signs = new Map();

/**
 * Words that are undone come back with the contributions, grounds and talk they carried when they went, and with those
 * into whose midst they come, and no other. Yjs sees to neither: it sets them between whatever signs stand there now,
 * and others may have cleared away their own [C11]. By their ids, never by likeness.
 */
export class UndoneMarks {
  private readonly gone = new Map<number, Gone[]>();

  constructor(private readonly doc: Y.Doc) {
    doc.on('afterTransaction', this.look);
  }

  /** Looks no more. */
  end(): void {
    this.doc.off('afterTransaction', this.look);
  }

  private readonly look = (transaction: Y.Transaction): void => {
    if (!transaction.local) return;
    if (transaction.deleteSet.clients.size > 0) this.note(transaction);
    if (transaction.origin instanceof Y.UndoManager) this.mend(transaction);
  };

  // What the words that go carry, as it was before they went.
  private note(transaction: Y.Transaction): void {
    const texts = new Set<Y.XmlText>();
    Y.iterateDeletedStructs(transaction, transaction.deleteSet, (item) => {
      if (item instanceof Y.Item && item.content instanceof Y.ContentString && item.parent instanceof Y.XmlText) texts.add(item.parent);
    });
    for (const text of texts) {
      for (const { item, signs } of lettersIn(text, stoodBefore(transaction))) {
        if (!item.deleted) continue;
        const { client, clock } = item.id;
        const before = this.gone.get(client) ?? [];
        this.gone.set(client, before);
        before.push({ clock, length: item.length, signs });
      }
    }
  }

  private mend(transaction: Y.Transaction): void {
    const carried = this.cameBack(transaction.beforeState);
    // Yjs does not name the lines that are new themselves.
    const touched = new Set<unknown>([...transaction.changed.keys(), ...[...carried.keys()].map(({ parent }) => parent)]);
    const texts = [...touched].flatMap((type) => (type instanceof Y.XmlText && type._item?.deleted === false ? [type] : []));
    if (texts.length === 0) return;
    this.doc.transact(() => {
      for (const text of texts) {
        const before = new Map([...lettersIn(text, stoodBefore(transaction))].map(({ item, signs }) => [item, signs]));
        const letters = [...lettersIn(text, (item) => !item.deleted)];
        for (const [nr, { item, at, signs }] of letters.entries()) {
          const stood = before.get(item);
          const pieces = stood === undefined ? carried.get(item) : [{ from: 0, length: item.length, signs: stood }];
          if (pieces === undefined) continue;
          const [left, right] = [letters.slice(0, nr).findLast((one) => before.has(one.item)), letters.slice(nr + 1).find((one) => before.has(one.item))];
          const [one, other] = [left, right].map((letter) => (letter && before.get(letter.item)) ?? none) as [Signs, Signs];
          const around = stood === undefined ? [...one].filter(([key]) => other.has(key)) : [];
          for (const { from, length, signs: own } of pieces) {
            const wanted = new Map([...own, ...around]);
            const amiss = [...new Set([...signs.keys(), ...wanted.keys()])].filter((key) => signs.has(key) !== wanted.has(key));
            if (amiss.length > 0) text.format(at + from, length, Object.fromEntries(amiss.map((key) => [key, wanted.get(key) ?? null])));
          }
        }
      }
    }, this);
  }

  // The words this undoing made, and what those they are of carried.
  private cameBack(before: Map<number, number>): Map<Y.Item, { from: number; length: number; signs: Signs }[]> {
    const carried = new Map<Y.Item, { from: number; length: number; signs: Signs }[]>();
    for (const [client, all] of this.gone) {
      for (const { clock, length, signs } of all) {
        for (let letter = clock; letter < clock + length; letter += 1) {
          const was = Y.getItem(this.doc.store, Y.createID(client, letter)) as Y.Item | Y.GC;
          if (!(was instanceof Y.Item) || was.redone === null) continue;
          const now = Y.createID(was.redone.client, was.redone.clock + letter - was.id.clock);
          if (now.clock < (before.get(now.client) ?? 0)) continue;
          const item = Y.getItem(this.doc.store, now) as Y.Item | Y.GC;
          if (!(item instanceof Y.Item) || item.deleted) continue;
          const from = now.clock - item.id.clock;
          const pieces = carried.get(item) ?? [];
          const last = pieces.at(-1);
          if (last !== undefined && last.signs === signs && last.from + last.length === from) last.length += 1;
          else pieces.push({ from, length: 1, signs });
          carried.set(item, pieces);
        }
      }
    }
    return carried;
  }
}

// Of what is in the text or went from it just now: what was there before.
function stoodBefore({ beforeState, deleteSet }: Y.Transaction): (item: Y.Item) => boolean {
  return (item) => item.id.clock < (beforeState.get(item.id.client) ?? 0) && (!item.deleted || Y.isDeleted(deleteSet, item.id));
}

/** The letters of a line, of those that count: where they stand, and which signs stand around them. */
function* lettersIn(text: Y.XmlText, counts: (item: Y.Item) => boolean): Generator<Letters> {
  let at = 0;
  let signs: Signs = none;
  for (let item = text._start; item !== null; item = item.right) {
    if (!counts(item)) continue;
    if (item.content instanceof Y.ContentFormat) {
      const { key, value } = item.content;
      if (!kept.includes(markName(key))) continue;
      const now = new Map(signs);
      if (value === null) now.delete(key);
      else now.set(key, value);
      signs = now;
    } else if (item.countable) {
      if (item.content instanceof Y.ContentString) yield { item, at, signs };
      at += item.length;
    }
  }
}
