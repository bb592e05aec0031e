import * as Y from 'yjs';
import { passagesIn, type GoneWords, type Part, type Passage } from './goneWords.js';

/** Words that were in the text before an update: they stand, they go with this update, or they went earlier. */
export interface Source {
  readonly words: string;
  readonly state: 'stands' | 'goes' | 'gone';
  readonly item?: Y.Item;
  readonly passage?: Passage;
}

type Deletes = ReturnType<typeof Y.decodeUpdate>['ds'];

/** Where words that are made anew may come from, seen from before an update. */
export class Sources {
  private readonly orders = new Map<Y.AbstractType<unknown>, Map<Y.Item, number>>();

  constructor(
    private readonly document: Y.Doc,
    private readonly gone: GoneWords,
    private readonly deletes: Deletes,
  ) {}

  /** The words at an id, as far as they go on under it in the same state; null when they are not known. */
  at(client: number, clock: number): Source | null {
    const struct = this.struct(client, clock);
    if (struct === null) return null;
    if (struct instanceof Y.Item && !struct.deleted && struct.content instanceof Y.ContentString) {
      const from = clock - struct.id.clock;
      const part = this.goingIn(struct).find(({ to }) => to > from);
      const goes = part !== undefined && part.from <= from;
      return { words: struct.content.str.slice(from, goes ? part.to : part?.from), state: goes ? 'goes' : 'stands', item: struct };
    }
    const gone = this.gone.at(client, clock);
    return gone === null ? null : { ...gone, state: 'gone' };
  }

  /** Did the second character come right after the first, in what one read? */
  follows(first: { client: number; clock: number }, second: { client: number; clock: number }): boolean {
    if (first.client === second.client && first.clock + 1 === second.clock) return true;
    const [one, other] = [this.at(first.client, first.clock), this.at(second.client, second.clock)];
    if (one === null || other === null) return false;
    if (one.passage !== undefined && one.passage === other.passage) {
      const at = one.passage.findIndex(({ client, clock, words }) => client === first.client && clock + words.length === first.clock + 1);
      const next = one.passage[at + 1];
      return at >= 0 && next !== undefined && next.client === second.client && next.clock === second.clock;
    }
    if (one.item === undefined || other.item === undefined || one.item.id.clock + one.item.length !== first.clock + 1) return false;
    for (let next = one.item.right; next !== null; next = next.right) {
      if (!next.deleted && next.countable) return next === other.item && next.id.clock === second.clock;
    }
    return false;
  }

  /** Did the second character come after the first in one line, or in what went from one line at once? */
  comesBefore(first: { client: number; clock: number }, second: { client: number; clock: number }): boolean {
    const [one, other] = [this.struct(first.client, first.clock), this.struct(second.client, second.clock)];
    if (one === null || other === null) return false;
    if (one === other && one instanceof Y.Item) return first.clock < second.clock;
    if (one instanceof Y.Item && other instanceof Y.Item && one.parent === other.parent) return this.orderOf(one) < this.orderOf(other);
    // The line is gone, and with it the order in which its words stood; what went from it at once is known.
    const [from, to] = [this.gone.at(first.client, first.clock)?.passage, this.gone.at(second.client, second.clock)?.passage];
    return from !== undefined && from === to && placeIn(from, first) < placeIn(from, second);
  }

  /** What goes with this update, passage by passage. */
  going(): Passage[] {
    const texts = new Set<Y.AbstractType<unknown>>();
    const parts = new Map<Y.Item, Part[]>();
    for (const [client, ranges] of this.deletes.clients) {
      const structs = (this.document.store.clients.get(client) ?? []) as (Y.Item | Y.GC)[];
      const known = Y.getState(this.document.store, client);
      for (const { clock, len } of ranges) {
        if (clock >= known) continue;
        for (let at = Y.findIndexSS(structs, clock); at < structs.length; at += 1) {
          const item = structs[at];
          if (item === undefined || item.id.clock >= clock + len) break;
          if (!(item instanceof Y.Item) || item.deleted || !(item.content instanceof Y.ContentString)) continue;
          texts.add(item.parent as Y.AbstractType<unknown>);
          const part = { from: Math.max(clock - item.id.clock, 0), to: Math.min(clock + len - item.id.clock, item.length) };
          parts.set(item, [...(parts.get(item) ?? []), part]);
        }
      }
    }
    return passagesIn(texts, (item) => parts.get(item) ?? []);
  }

  /** What stands and stays, passage by passage. */
  standing(root: Y.XmlFragment): Passage[] {
    return passagesIn(textsIn(root), (item) => {
      if (item.deleted) return [];
      const parts: Part[] = [];
      let from = 0;
      for (const part of this.goingIn(item)) {
        if (part.from > from) parts.push({ from, to: part.from });
        from = part.to;
      }
      return from < item.length ? [...parts, { from, to: item.length }] : parts;
    });
  }

  private orderOf(item: Y.Item): number {
    const line = item.parent as Y.AbstractType<unknown>;
    let order = this.orders.get(line);
    if (order === undefined) {
      this.orders.set(line, (order = new Map()));
      for (let next = line._start; next !== null; next = next.right) order.set(next, order.size);
    }
    return order.get(item) ?? -1;
  }

  private struct(client: number, clock: number): Y.Item | Y.GC | null {
    const structs = this.document.store.clients.get(client) as (Y.Item | Y.GC)[] | undefined;
    if (structs === undefined || clock >= Y.getState(this.document.store, client)) return null;
    return structs[Y.findIndexSS(structs, clock)] ?? null;
  }

  private goingIn({ id, length }: Y.Item): Part[] {
    const ranges = this.deletes.clients.get(id.client) ?? [];
    let low = 0;
    let high = ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const range = ranges[middle];
      if (range !== undefined && range.clock + range.len <= id.clock) low = middle + 1;
      else high = middle;
    }
    const parts: Part[] = [];
    for (let at = low; at < ranges.length; at += 1) {
      const range = ranges[at];
      if (range === undefined || range.clock >= id.clock + length) break;
      parts.push({ from: Math.max(range.clock - id.clock, 0), to: Math.min(range.clock + range.len - id.clock, length) });
    }
    return parts;
  }
}

function placeIn(passage: Passage, { client, clock }: { client: number; clock: number }): number {
  let at = 0;
  for (const piece of passage) {
    if (piece.client === client && piece.clock <= clock && clock < piece.clock + piece.words.length) return at + clock - piece.clock;
    at += piece.words.length;
  }
  return -1;
}

function* textsIn(fragment: Y.XmlFragment): Generator<Y.AbstractType<unknown>> {
  for (const child of fragment.toArray()) {
    if (child instanceof Y.XmlText) yield child as unknown as Y.AbstractType<unknown>;
    else if (child instanceof Y.XmlElement) yield* textsIn(child);
  }
}
