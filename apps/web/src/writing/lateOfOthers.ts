import * as Y from 'yjs';
import type { ToldSources } from './wordSources';

type Decoded = ReturnType<typeof Y.decodeUpdate>;
type Id = { readonly client: number; readonly clock: number };

/** Words another wrote in a line that I had written anew, or taken away, before either knew of it. */
export interface LateRun {
  readonly words: string;
  readonly given: Record<string, unknown>;
  readonly origin: Id | null;
  readonly rightOrigin: Id | null;
  readonly from: Id;
}

/** What came and fell at once, since its line is gone here; those who sent it had it standing. */
export function lateOfOthers({ store }: Y.Doc, { structs, ds }: Decoded, { beforeState }: Y.Transaction, isMine: (client: number) => boolean): LateRun[] {
  const runs: LateRun[] = [];
  let given: Record<string, unknown> = {};
  let next: Id = { client: -1, clock: 0 };
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue;
    const { id, content, origin, rightOrigin, length } = struct;
    if (id.client !== next.client || id.clock !== next.clock) given = {};
    next = { client: id.client, clock: id.clock + length };
    if (content instanceof Y.ContentFormat) given = { ...given, [content.key]: content.value as unknown };
    if (!(content instanceof Y.ContentString) || isMine(id.client) || id.clock < (beforeState.get(id.client) ?? 0) || stands(store, id)) continue;
    const last = runs.at(-1);
    for (let unit = 0; unit < length; unit += 1) {
      const letter = { client: id.client, clock: id.clock + unit };
      if (Y.isDeleted(ds, Y.createID(letter.client, letter.clock))) continue;
      const before = runs.at(-1);
      const goesOn = before !== undefined && before.from.client === id.client && before.from.clock + before.words.length === letter.clock && (unit > 0 || (before === last && origin?.clock === letter.clock - 1 && origin.client === id.client));
      const words = content.str.charAt(unit);
      if (goesOn) runs[runs.length - 1] = { ...before, words: before.words + words };
      else runs.push({ words, given, origin: unit > 0 ? { client: id.client, clock: letter.clock - 1 } : origin, rightOrigin, from: letter });
    }
  }
  return runs.filter(({ words }) => words.trim() !== '');
}

/** Where such words belong: beside the letters I made of their neighbours; null where there are none. */
export function placeOfLate(doc: Y.Doc, { origin, rightOrigin }: LateRun, told: readonly ToldSources[]): { text: Y.XmlText; at: number } | null {
  for (const [neighbour, side] of [[origin, -1], [rightOrigin, 0]] as const) {
    const now = neighbour === null ? null : madeOf(doc, neighbour, told);
    const place = now === null ? null : Y.createAbsolutePositionFromRelativePosition(new Y.RelativePosition(null, null, Y.createID(now.client, now.clock), side), doc);
    if (place?.type instanceof Y.XmlText) return { text: place.type, at: place.index };
  }
  return null;
}

// What I told the server of words made anew says which letter was made of which.
function madeOf({ store }: Y.Doc, letter: Id, told: readonly ToldSources[]): Id | null {
  let now: Id | null = letter;
  for (let steps = 0; now !== null && steps < 50; steps += 1) {
    if (stands(store, now)) return now;
    now = nextOf(now, told);
  }
  return null;
}

function nextOf({ client, clock }: Id, told: readonly ToldSources[]): Id | null {
  for (const one of told) {
    if (one.text !== undefined) continue;
    for (const [made, length, from, at] of one.words) if (from === client && at <= clock && clock < at + length) return { client: one.client, clock: made + clock - at };
  }
  return null;
}

function stands(store: Y.Doc['store'], { client, clock }: Id): boolean {
  if (clock >= Y.getState(store, client)) return false;
  const struct = Y.getItem(store, Y.createID(client, clock)) as Y.Item | Y.GC;
  return struct instanceof Y.Item && !struct.deleted;
}
