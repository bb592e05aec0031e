import { limits } from '@samsyn/domain/shared/limits';
import * as Y from 'yjs';

/** What a block takes up beside its words, in characters. */
const blockWeight = 10;

/** How much of a text's room something takes up, in characters. */
export function weightOf(content: unknown): number {
  if (content instanceof Y.ContentString) return content.str.length;
  if (content instanceof Y.ContentType) return blockWeight;
  if (content instanceof Y.ContentFormat) return content.key.length + (JSON.stringify(content.value) ?? '').length;
  return content instanceof Y.ContentAny ? (JSON.stringify(content.arr) ?? '').length : 0;
}

/** How much room becomes free when these words go; what has gone already frees nothing. */
export function weightOfDeletes(document: Y.Doc, deletes: ReturnType<typeof Y.decodeUpdate>['ds']): number {
  let weight = 0;
  for (const [client, ranges] of deletes.clients) {
    const known = Y.getState(document.store, client);
    for (const { clock, len } of ranges) {
      if (clock < known) for (const [item, part] of itemsIn(document, client, clock, Math.min(clock + len, known))) weight += item.deleted ? 0 : weightOf(item.content) * part;
    }
  }
  return weight;
}

/** Room somebody's edit has been promised until it is in the text. */
export interface Claim {
  /** May so much come, when so much goes? Asked anew, the earlier answer is forgotten. */
  fits(comes: number, goes: () => number): boolean;
  free(): void;
}

/** How much a text holds, counted along as it changes, and what has been promised to edits on their way. */
export class Size {
  private held = 0;
  private claimed = 0;

  constructor(document: Y.Doc) {
    for (const structs of document.store.clients.values()) for (const struct of structs) this.held += standing(struct);
    // At this moment what was deleted still has its words.
    document.on('afterTransaction', (transaction: Y.Transaction) => this.count(transaction, document));
  }

  get now(): number {
    return this.held;
  }

  claim(): Claim {
    let mine = 0;
    const free = (): void => {
      this.claimed -= mine;
      mine = 0;
    };
    return {
      free,
      fits: (comes, goes) => {
        free();
        // Whoever takes away more than they bring is always let in, also where it is too full already.
        if (this.held + this.claimed + comes > limits.text && comes > 0) {
          const more = comes - goes();
          if (more > 0 && this.held + this.claimed + more > limits.text) return false;
        }
        mine = comes;
        this.claimed += mine;
        return true;
      },
    };
  }

  private count({ beforeState, afterState, deleteSet }: Y.Transaction, document: Y.Doc): void {
    for (const [client, end] of afterState) {
      const from = beforeState.get(client) ?? 0;
      if (end > from) for (const [item, part] of itemsIn(document, client, from, end)) this.held += standing(item) * part;
    }
    for (const [client, ranges] of deleteSet.clients) {
      const known = beforeState.get(client) ?? 0;
      for (const { clock, len } of ranges) {
        if (clock < known) for (const [item, part] of itemsIn(document, client, clock, Math.min(clock + len, known))) this.held -= weightOf(item.content) * part;
      }
    }
  }
}

function standing(struct: Y.Item | Y.GC): number {
  return struct instanceof Y.Item && !struct.deleted ? weightOf(struct.content) : 0;
}

/** The items of a stretch, each with how much of it lies within. */
function* itemsIn(document: Y.Doc, client: number, from: number, end: number): Generator<[Y.Item, number]> {
  const structs = (document.store.clients.get(client) ?? []) as (Y.Item | Y.GC)[];
  for (let at = Y.findIndexSS(structs, from); at < structs.length; at += 1) {
    const struct = structs[at];
    if (struct === undefined || struct.id.clock >= end) return;
    const within = Math.min(end, struct.id.clock + struct.length) - Math.max(from, struct.id.clock);
    if (struct instanceof Y.Item) yield [struct, within / struct.length];
  }
}
