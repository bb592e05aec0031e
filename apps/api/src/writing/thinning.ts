import { Injectable } from '@nestjs/common';
import { setImmediate as breath } from 'node:timers/promises';
import { merged } from './merging.js';
import { ThinningStore, type Given, type Made } from './thinning.store.js';

/**
 * Makes old logs short: within a minute, the edits of one person become one row [W10]. Only far behind the last snapshots,
 * never across a version, and never what is not exactly the same afterwards. The time line keeps its minutes and its people.
 */
@Injectable()
export class Thinning {
  constructor(private readonly store: ThinningStore) {}

  /** Merges what may be merged by now. */
  async thin(documentId: string): Promise<void> {
    while (await this.store.rewrite(documentId, (rows, cuts) => made(rows, cuts)));
  }
}

async function made(rows: readonly Given[], cuts: ReadonlySet<number>): Promise<Made[]> {
  const made: Made[] = [];
  let window: Given[] = [];
  for (const [at, row] of rows.entries()) {
    window.push(row);
    const next = rows[at + 1];
    if (next !== undefined && !cuts.has(row.seq) && next.minute === row.minute && next.origin === 'EDIT' && row.origin === 'EDIT') continue;
    made.push(...mergedWithin(window));
    window = [];
    // Others write meanwhile.
    await breath();
  }
  return made;
}

function mergedWithin(window: readonly Given[]): Made[] {
  const people = new Map<string | null, Given[]>();
  for (const row of window) {
    const own = people.get(row.actorId) ?? [];
    people.set(row.actorId, own);
    own.push(row);
  }
  return [...people.values()].flatMap((own) => {
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined || own.length < 2) return [];
    const update = merged(own.map((row) => row.update));
    if (update === null) return [];
    return [{ seqs: own.map(({ seq }) => seq), seq: last.seq, firstSeq: first.firstSeq ?? first.seq, edits: own.reduce((sum, { edits }) => sum + edits, 0), update }];
  });
}
