import type { By } from './pieces.js';

/** Why characters are somebody else's words than those of whoever wrote them, or one's own made anew. */
export type LineageReason = 'UNDO' | 'MOVE' | 'REINSERT' | 'COPY' | 'RESTORE' | 'IMPORT';

/** Characters that were made anew, and whose words they are. */
export interface LineageRange {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
  readonly by: By;
  readonly reason: LineageReason;
}

/** The ranges as the database takes them, each with the number of its edit in the batch. */
export function lineageRows(n: number, ranges: readonly LineageRange[] = []): Record<string, unknown>[] {
  return ranges.map(({ client, clock, length, by, reason }) => ({ n, client, clock, len: length, actorId: by.actorId, stated: by.stated ?? null, quoted: by.quoted === true, reason }));
}
