import { refuse, type Refusal } from '@samsyn/domain/shared/refusal';

const most = 100;

/** How many, and before which number or position: as asked for, if that can be answered. */
export function asPage(first: number, after: string | null | undefined): { first: number; before: number | null } | Refusal {
  if (!Number.isInteger(first) || first < 1) return refuse('request/wrong', { rule: 'G4' });
  if (first > most) return refuse('list/too-long', { rule: 'G4', with: { max: most } });
  if (after === null || after === undefined) return { first, before: null };
  return /^\d{1,9}$/.test(after) ? { first, before: Number(after) } : refuse('request/wrong', { rule: 'G4' });
}

/** Newest first, as a connection whose cursors are numbers. */
export function connection<T>(rows: readonly T[], first: number, cursor: (row: T) => number, others = rows.length > first) {
  const edges = rows.slice(0, first).map((node) => ({ node, cursor: String(cursor(node)) }));
  return { edges, pageInfo: { endCursor: edges.at(-1)?.cursor ?? null, hasNextPage: others } };
}
