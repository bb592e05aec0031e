import { refuse, isRefusal, type Refusal } from '@samsyn/domain/shared/refusal';
import * as Y from 'yjs';
import { limits } from './limits.js';
import { weightOf, weightOfDeletes } from './size.js';
import { refersToKnown, standsWell } from './structure.js';
import type { Written } from './written.js';

/** What an update brings: the clients it writes under, and whether it deletes; neither when all of it is known already. */
export interface Brings {
  readonly clients: readonly number[];
  readonly deletes: boolean;
  /** How much room it takes up, and how much it frees. */
  readonly comes: number;
  readonly goes: () => number;
}

const damaged = refuse('writing/damaged', { rule: 'W3' });
const foreign = refuse('writing/foreign-client', { rule: 'W2' });

/**
 * Judges an update against the text as it stands, before anything of it is stored, applied or sent on.
 * Yjs trusts its peers: without this a dozen bytes silence another writer, and one struct in a wrong
 * place breaks every open editor [W3]. An update is taken whole or refused whole.
 */
export function judge(document: Y.Doc, update: Uint8Array, owns: (clientId: number) => boolean, mayTry: () => boolean = () => true): Brings | Refusal {
  if (update.byteLength > limits.updateBytes) return refuse('writing/too-large', { rule: 'W3' });
  try {
    const decoded = Y.decodeUpdate(update);
    const written = newStructs(document, decoded.structs, owns);
    if (isRefusal(written)) return written;
    const deletes = newDeletes(document, decoded.ds, written);
    if (isRefusal(deletes)) return deletes;
    const fits = standsWell(document, update, written, mayTry);
    if (fits !== true) return fits === null ? refuse('request/too-many', { rule: 'G4' }) : damaged;
    return { clients: [...written.keys()], deletes, comes: weightOfNew(written), goes: () => weightOfDeletes(document, decoded.ds) };
  } catch {
    return damaged;
  }
}

/** Is all of this in the text already? Told without trying or storing anything. */
export function isKnown(document: Y.Doc, update: Uint8Array): boolean {
  const brings = judge(document, update, () => false, () => false);
  return !isRefusal(brings) && brings.clients.length === 0 && !brings.deletes;
}

function newStructs(document: Y.Doc, structs: readonly (Y.Item | Y.GC | Y.Skip)[], owns: (clientId: number) => boolean): Map<number, Written> | Refusal {
  const written = new Map<number, Written>();
  const seen = new Set<number>();
  let client = -1;
  let known = 0;
  let length = 0;
  for (const struct of structs) {
    // A Skip is a hole, and nobody's editor sends one.
    if (!(struct instanceof Y.Item || struct instanceof Y.GC) || struct.length < 1) return damaged;
    if (struct.id.client !== client) {
      client = struct.id.client;
      known = Y.getState(document.store, client);
      // Yjs reads only the last of two blocks of a client; within a block there are no holes.
      if (seen.has(client) || struct.id.clock > known) return damaged;
      seen.add(client);
    }
    const end = struct.id.clock + struct.length;
    if (end <= known) {
      if (struct instanceof Y.Item && !refersToKnown(document, struct)) return damaged;
      continue;
    }
    if (!owns(client)) return foreign;
    length += end - Math.max(known, struct.id.clock);
    if (length > limits.updateLength) return refuse('writing/too-large', { rule: 'W3' });
    const block = written.get(client) ?? { known, structs: [], end };
    block.structs.push(struct);
    block.end = end;
    written.set(client, block);
  }
  return written;
}

function weightOfNew(written: ReadonlyMap<number, Written>): number {
  let weight = 0;
  for (const { structs, known } of written.values()) {
    for (const struct of structs) {
      const isNew = Math.min(struct.length, struct.id.clock + struct.length - known) / struct.length;
      if (struct instanceof Y.Item) weight += weightOf(struct.content) * isNew;
    }
  }
  return weight;
}

function newDeletes(document: Y.Doc, deletes: ReturnType<typeof Y.decodeUpdate>['ds'], written: ReadonlyMap<number, Written>): boolean | Refusal {
  let anyNew = false;
  for (const [client, ranges] of deletes.clients) {
    const known = Y.getState(document.store, client);
    const end = written.get(client)?.end ?? known;
    let from = 0;
    for (const { clock, len } of ranges) {
      // Sorted and apart, as Yjs writes them: a million overlapping ranges would cost a million walks.
      if (clock < from || len < 1 || clock + len > end) return damaged;
      from = clock + len;
      anyNew ||= from > known || !allDeleted(document.store.clients.get(client) ?? [], clock, from);
    }
  }
  return anyNew;
}

function allDeleted(structs: readonly (Y.Item | Y.GC)[], from: number, end: number): boolean {
  for (let at = Y.findIndexSS(structs as (Y.Item | Y.GC)[], from); at < structs.length; at += 1) {
    const struct = structs[at];
    if (struct === undefined || struct.id.clock >= end) return true;
    if (!struct.deleted) return false;
  }
  return true;
}
