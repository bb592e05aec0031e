import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

type Struct = Y.Item | Y.GC | Y.Skip;
type Ranges = Map<number, { clock: number; len: number }[]>;

/**
 * One update that says exactly what these said, each struct and each deletion, also words that were deleted again.
 * Null when it would not: then they stay as they are [W10].
 */
export function merged(updates: readonly Uint8Array[]): Uint8Array | null {
  try {
    const { structs, ds } = Y.decodeUpdate(Y.mergeUpdates([...updates]));
    if (structs.some((struct) => struct instanceof Y.Skip)) return null;
    const update = encode(joined(structs), rangesOf([ds]));
    return saysTheSame(updates, update) ? update : null;
  } catch {
    return null;
  }
}

// Yjs joins neighbouring words only where it has the whole text; alone, each keystroke would keep a struct of its own.
function joined(structs: readonly Struct[]): Struct[] {
  const joined: Struct[] = [];
  for (const struct of structs) {
    const last = joined.at(-1);
    if (last instanceof Y.Item && struct instanceof Y.Item && goesOn(last, struct)) {
      const words = (last.content as Y.ContentString).str + (struct.content as Y.ContentString).str;
      joined[joined.length - 1] = new Y.Item(last.id, null, last.origin, null, last.rightOrigin, last.parent as never, last.parentSub, new Y.ContentString(words));
    } else joined.push(struct);
  }
  return joined;
}

function goesOn(last: Y.Item, next: Y.Item): boolean {
  return (
    last.content instanceof Y.ContentString &&
    next.content instanceof Y.ContentString &&
    last.id.client === next.id.client &&
    last.id.clock + last.length === next.id.clock &&
    sameId(next.origin, last.lastId) &&
    sameId(next.rightOrigin, last.rightOrigin) &&
    last.parentSub === null &&
    next.parentSub === null
  );
}

function encode(structs: readonly Struct[], deletes: Ranges): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const { restEncoder } = encoder;
  const clients = new Map<number, Struct[]>();
  for (const struct of structs) clients.set(struct.id.client, [...(clients.get(struct.id.client) ?? []), struct]);
  encoding.writeVarUint(restEncoder, clients.size);
  for (const [client, list] of clients) {
    encoding.writeVarUint(restEncoder, list.length);
    encoder.writeClient(client);
    encoding.writeVarUint(restEncoder, list[0]?.id.clock ?? 0);
    for (const struct of list) struct.write(encoder, 0);
  }
  encoding.writeVarUint(restEncoder, deletes.size);
  for (const [client, ranges] of deletes) {
    encoder.resetDsCurVal();
    encoding.writeVarUint(restEncoder, client);
    encoding.writeVarUint(restEncoder, ranges.length);
    for (const { clock, len } of ranges) {
      encoder.writeDsClock(clock);
      encoder.writeDsLen(len);
    }
  }
  return encoder.toUint8Array();
}

/** Asked of the bytes that are to be stored, not of what they were made from. */
function saysTheSame(updates: readonly Uint8Array[], update: Uint8Array): boolean {
  const before = updates.map((one) => Y.decodeUpdate(one));
  const after = Y.decodeUpdate(update);
  if (JSON.stringify([...rangesOf(before.map(({ ds }) => ds))]) !== JSON.stringify([...rangesOf([after.ds])])) return false;
  const covering = new Map<number, Struct[]>();
  for (const struct of after.structs) covering.set(struct.id.client, [...(covering.get(struct.id.client) ?? []), struct]);
  const stretches = (structs: readonly Struct[]) => JSON.stringify([...union(structs.map(({ id, length }) => [id.client, id.clock, length]))]);
  const originals = before.flatMap(({ structs }) => structs);
  if (stretches(originals) !== stretches(after.structs)) return false;
  return originals.every((struct) => stands(struct, covering.get(struct.id.client) ?? []));
}

function stands(struct: Struct, within: readonly Struct[]): boolean {
  const { clock } = struct.id;
  const there = within.find(({ id, length }) => id.clock <= clock && clock < id.clock + length);
  if (there === undefined) return false;
  // What came once whole and once as removed is kept whole.
  if (struct instanceof Y.GC) return true;
  if (!(there instanceof Y.Item) || !(struct instanceof Y.Item)) return false;
  const offset = clock - there.id.clock;
  if (!(struct.content instanceof Y.ContentString)) return offset === 0 && Buffer.compare(bytesOf(struct), bytesOf(there)) === 0;
  if (!(there.content instanceof Y.ContentString) || there.content.str.slice(offset, offset + struct.length) !== struct.content.str) return false;
  if (!sameId(struct.rightOrigin, there.rightOrigin)) return false;
  if (offset > 0) return sameId(struct.origin, Y.createID(struct.id.client, clock - 1));
  return sameId(struct.origin, there.origin) && JSON.stringify([struct.parent, struct.parentSub]) === JSON.stringify([there.parent, there.parentSub]);
}

function bytesOf(struct: Y.Item): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  struct.write(encoder, 0);
  return encoder.toUint8Array();
}

function sameId(one: Y.ID | null, other: Y.ID | null): boolean {
  return one === other || (one !== null && other !== null && Y.compareIDs(one, other));
}

function rangesOf(sets: readonly ReturnType<typeof Y.decodeUpdate>['ds'][]): Ranges {
  return union(sets.flatMap(({ clients }) => [...clients].flatMap(([client, ranges]) => ranges.map(({ clock, len }): [number, number, number] => [client, clock, len]))));
}

/** Stretches by client, in order and without overlap. */
function union(stretches: readonly (readonly [client: number, clock: number, len: number])[]): Ranges {
  const ranges: Ranges = new Map();
  for (const [client, clock, len] of [...stretches].sort((one, other) => one[0] - other[0] || one[1] - other[1])) {
    const list = ranges.get(client) ?? [];
    ranges.set(client, list);
    const last = list.at(-1);
    if (last !== undefined && clock <= last.clock + last.len) last.len = Math.max(last.len, clock + len - last.clock);
    else list.push({ clock, len });
  }
  return ranges;
}
