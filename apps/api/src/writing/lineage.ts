import type { LineageRange } from './lineageRange.js';
import type { By, Stretch } from './pieces.js';

const nobody: By = { actorId: null };

/**
 * Whose words are whose in one text: whoever writes under a client has its characters, and ranges laid over them
 * say which of these are somebody's words made anew [W6].
 */
export class Lineage {
  private readonly owners = new Map<number, By>();
  private readonly ranges = new Map<number, LineageRange[]>();

  constructor(clients: Iterable<readonly [number, string | null]> = [], ranges: Iterable<LineageRange> = []) {
    for (const [client, actorId] of clients) this.own(client, actorId);
    this.add(ranges);
  }

  /** Notes who writes under a client. */
  own(client: number, actorId: string | null): void {
    if (!this.owners.has(client)) this.owners.set(client, { actorId });
  }

  /** Lays ranges over the characters; a character keeps the first that was said of it. */
  add(ranges: Iterable<LineageRange>): void {
    for (const range of ranges) {
      const row = this.ranges.get(range.client) ?? [];
      this.ranges.set(range.client, row);
      const at = after(row, range.clock);
      const before = row[at - 1];
      const next = row[at];
      if (before !== undefined && before.clock + before.length > range.clock) continue;
      if (next !== undefined && range.clock + range.length > next.clock) continue;
      row.splice(at, 0, range);
    }
  }

  /** Whose the characters of a range of ids are, from the first to the last. */
  readonly of = (client: number, clock: number, length: number): Stretch[] => {
    const owner = this.owners.get(client) ?? nobody;
    const row = this.ranges.get(client) ?? [];
    const stretches: Stretch[] = [];
    const end = clock + length;
    let from = clock;
    for (let at = Math.max(after(row, clock) - 1, 0); from < end; at += 1) {
      const range = row[at];
      if (range === undefined || range.clock >= end) {
        stretches.push({ length: end - from, by: owner });
        break;
      }
      const to = Math.min(range.clock + range.length, end);
      if (to <= from) continue;
      if (range.clock > from) stretches.push({ length: range.clock - from, by: owner });
      const begin = Math.max(range.clock, from);
      stretches.push({ length: to - begin, by: range.by });
      from = to;
    }
    return stretches;
  };
}

// The place of the first range that begins after the clock.
function after(row: readonly LineageRange[], clock: number): number {
  let low = 0;
  let high = row.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((row[middle]?.clock ?? 0) <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}
