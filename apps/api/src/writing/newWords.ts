import * as Y from 'yjs';

/** A new character's item: its id, its words, and what it was put before. */
export interface Fresh {
  readonly client: number;
  readonly clock: number;
  readonly words: string;
  readonly before: Y.ID | null;
}

/** New words that stand side by side in one running text. */
export interface Run {
  readonly pieces: readonly Fresh[];
  readonly words: string;
}

/** The words an update brings, as runs: what is joined to what is told by the ids alone. */
export function newWords(document: Y.Doc, structs: readonly (Y.Item | Y.GC | Y.Skip)[]): Run[] {
  const runs: Fresh[][] = [];
  const endsAt = new Map<string, Fresh[]>();
  for (const item of structs) {
    if (!(item instanceof Y.Item) || item.parentSub !== null) continue;
    const { client, clock } = item.id;
    const known = Y.getState(document.store, client);
    if (clock + item.length <= known) continue;
    const isText = item.content instanceof Y.ContentString;
    if (!isText && !(item.content instanceof Y.ContentFormat) && !(item.content instanceof Y.ContentDeleted)) continue;
    const from = Math.max(known - clock, 0);
    const joined = item.origin === null ? undefined : endsAt.get(key(item.origin.client, item.origin.clock));
    const run = joined ?? [];
    if (isText) {
      if (run.length === 0) runs.push(run);
      run.push({ client, clock: clock + from, words: (item.content as Y.ContentString).str.slice(from), before: from === 0 ? item.rightOrigin : null });
    }
    // A format at the very beginning opens a run as well, which has no words yet.
    endsAt.set(key(client, clock + item.length - 1), run);
  }
  return runs.map((pieces) => ({ pieces, words: pieces.map(({ words }) => words).join('') }));
}

function key(client: number, clock: number): string {
  return `${client} ${clock}`;
}
