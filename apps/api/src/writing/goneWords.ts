import * as Y from 'yjs';

/** Characters of a text by their ids, and where their item stood. */
export interface Piece {
  readonly client: number;
  readonly clock: number;
  readonly words: string;
}

/** Pieces that stood side by side. */
export type Passage = readonly Piece[];

/** A part of an item, from one of its characters to before another. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** Which parts of an item are meant, in order. */
export type PartsOf = (item: Y.Item) => readonly Part[];

/** The words of the given parts of running texts, in the order one read them: a passage ends where something else stood between. */
export function passagesIn(texts: Iterable<Y.AbstractType<unknown>>, partsOf: PartsOf): Passage[] {
  const passages: Piece[][] = [];
  for (const text of texts) {
    let open: Piece[] | null = null;
    for (let item = text._start; item !== null; item = item.right) {
      if (!(item.content instanceof Y.ContentString)) continue;
      const parts = partsOf(item);
      if (parts.length === 0 && !item.deleted) open = null;
      for (const { from, to } of parts) {
        if (from > 0) open = null;
        if (open === null) passages.push((open = []));
        open.push({ client: item.id.client, clock: item.id.clock + from, words: item.content.str.slice(from, to) });
        if (to < item.length) open = null;
      }
    }
  }
  return passages;
}

interface Kept extends Piece {
  readonly passage: Passage;
}

/** How many characters of deleted text are remembered. */
const most = 256 * 1024;

/**
 * What has been deleted from a text lately, with its words: Yjs forgets them. Only so can what comes again
 * by undo, or by being put in elsewhere, be known as the same words [W6].
 */
export class GoneWords {
  private readonly byClient = new Map<number, Kept[]>();
  private readonly passages: Passage[] = [];
  private size = 0;

  /** Remembers what a transaction deletes, before Yjs throws it away. */
  watch(document: Y.Doc): void {
    document.on('afterTransaction', ({ deleteSet }: Y.Transaction) => {
      if (deleteSet.clients.size === 0) return;
      const gone = new Set<Y.Item>();
      const texts = new Set<Y.AbstractType<unknown>>();
      for (const [client, ranges] of deleteSet.clients) {
        const structs = (document.store.clients.get(client) ?? []) as (Y.Item | Y.GC)[];
        for (const { clock, len } of ranges) {
          for (let at = Y.findIndexSS(structs, clock); at < structs.length; at += 1) {
            const struct = structs[at];
            if (struct === undefined || struct.id.clock >= clock + len) break;
            if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
            gone.add(struct);
            texts.add(struct.parent as Y.AbstractType<unknown>);
          }
        }
      }
      for (const passage of passagesIn(texts, (item) => (gone.has(item) ? [{ from: 0, to: item.length }] : []))) this.note(passage);
    });
  }

  /** Remembers a passage; the oldest are forgotten. */
  note(passage: Passage): void {
    this.passages.push(passage);
    for (const piece of passage) {
      const row = this.byClient.get(piece.client) ?? [];
      this.byClient.set(piece.client, row);
      row.splice(after(row, piece.clock), 0, { ...piece, passage });
      this.size += piece.words.length;
    }
    while (this.size > most && this.passages.length > 1) this.forget(this.passages.shift() as Passage);
  }

  /** The words at an id and as far as they go on under it, with the passage they stood in; null when nothing is known. */
  at(client: number, clock: number): { words: string; passage: Passage } | null {
    const row = this.byClient.get(client);
    const piece = row?.[after(row, clock) - 1];
    if (piece === undefined || piece.clock + piece.words.length <= clock) return null;
    return { words: piece.words.slice(clock - piece.clock), passage: piece.passage };
  }

  /** Every passage remembered, the latest first. */
  *latest(): Generator<Passage> {
    for (let at = this.passages.length - 1; at >= 0; at -= 1) yield this.passages[at] as Passage;
  }

  private forget(passage: Passage): void {
    for (const { client, clock, words } of passage) {
      const row = this.byClient.get(client) ?? [];
      const at = row.findIndex((piece) => piece.clock === clock && piece.passage === passage);
      if (at >= 0) row.splice(at, 1);
      this.size -= words.length;
    }
  }
}

function after(row: readonly Piece[], clock: number): number {
  let low = 0;
  let high = row.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((row[middle]?.clock ?? 0) <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}
