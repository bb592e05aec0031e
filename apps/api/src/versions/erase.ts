import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

/** Characters that are to go, by client: from a clock up to another, in order, none over another. */
export type Ranges = ReadonlyMap<number, readonly (readonly [from: number, to: number])[]>;

type Struct = Y.Item | Y.GC | Y.Skip;

/** Ranges as a map, put in order and joined. */
export function rangesOf(taken: Iterable<readonly [client: number, clock: number, text: string]>): Ranges {
  const byClient = new Map<number, [number, number][]>();
  for (const [client, clock, text] of taken) byClient.set(client, [...(byClient.get(client) ?? []), [clock, clock + text.length]]);
  for (const ranges of byClient.values()) {
    ranges.sort(([one], [two]) => one - two);
    for (let at = 1; at < ranges.length; ) {
      const [last, next] = [ranges[at - 1] as [number, number], ranges[at] as [number, number]];
      if (next[0] > last[1]) at += 1;
      else {
        last[1] = Math.max(last[1], next[1]);
        ranges.splice(at, 1);
      }
    }
  }
  return byClient;
}

/**
 * An update without the words of these characters: each keeps its id and its place, so that everything written around
 * it still finds it, and says nothing any more. Null when the update has none of them.
 */
export function without(update: Uint8Array, ranges: Ranges): Uint8Array | null {
  const { structs, ds } = Y.decodeUpdate(update) as { structs: Struct[]; ds: { clients: Map<number, { clock: number; len: number }[]> } };
  let changed = false;
  const kept = structs.flatMap((struct): Struct[] => {
    const parts = silenced(struct, ranges.get(struct.id.client) ?? []);
    if (parts !== null) changed = true;
    return parts ?? [struct];
  });
  return changed ? encoded(kept, ds) : null;
}

function silenced(struct: Struct, ranges: readonly (readonly [number, number])[]): Struct[] | null {
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return null;
  const { str } = struct.content;
  const { client, clock } = struct.id;
  const parts: Struct[] = [];
  let at = 0;
  const add = (to: number, gone: boolean): void => {
    if (to <= at) return;
    const content = gone ? new Y.ContentDeleted(to - at) : new Y.ContentString(str.slice(at, to));
    // What is no longer first of its kind stands right of the character before it, as Yjs splits it itself.
    const origin = at === 0 ? struct.origin : Y.createID(client, clock + at - 1);
    parts.push(new Y.Item(Y.createID(client, clock + at), null, origin, null, struct.rightOrigin, struct.parent as Y.AbstractType<unknown>, struct.parentSub, content));
    at = to;
  };
  for (const [from, to] of ranges) {
    const [begin, end] = [Math.max(from - clock, 0), Math.min(to - clock, str.length)];
    if (end <= begin) continue;
    add(begin, false);
    add(end, true);
  }
  if (parts.length === 0) return null;
  add(str.length, false);
  return parts;
}

// As Yjs writes an update: clients with their structs, then what is deleted.
function encoded(structs: readonly Struct[], ds: { clients: Map<number, { clock: number; len: number }[]> }): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const blocks: Struct[][] = [];
  for (const struct of structs) {
    const last = blocks.at(-1);
    if (last?.[0]?.id.client === struct.id.client) last.push(struct);
    else blocks.push([struct]);
  }
  encoding.writeVarUint(encoder.restEncoder, blocks.length);
  for (const block of blocks) {
    const [first] = block;
    if (first === undefined) continue;
    encoding.writeVarUint(encoder.restEncoder, block.length);
    encoder.writeClient(first.id.client);
    encoding.writeVarUint(encoder.restEncoder, first.id.clock);
    for (const struct of block) (struct as Y.Item).write(encoder, 0);
  }
  encoding.writeVarUint(encoder.restEncoder, ds.clients.size);
  for (const [client, deletes] of ds.clients) {
    encoder.resetDsCurVal();
    encoding.writeVarUint(encoder.restEncoder, client);
    encoding.writeVarUint(encoder.restEncoder, deletes.length);
    for (const { clock, len } of deletes) {
      encoder.writeDsClock(clock);
      encoder.writeDsLen(len);
    }
  }
  return encoder.toUint8Array();
}

/** Does any of these characters stand in the text? */
export function standsAny(document: Y.Doc, ranges: Ranges): boolean {
  for (const [client, parts] of ranges) {
    const structs = document.store.clients.get(client);
    if (structs === undefined) continue;
    for (const [from, to] of parts) {
      if (from >= Y.getState(document.store, client)) continue;
      for (let at = Y.findIndexSS(structs, from); at < structs.length; at += 1) {
        const struct = structs[at];
        if (struct === undefined || struct.id.clock >= to) break;
        if (struct instanceof Y.Item && !struct.deleted) return true;
      }
    }
  }
  return false;
}
