import type { Line } from '@samsyn/domain/ledger/chain';

/** A line as the database tells it: everything as text, so that nothing is rounded on the way. */
export interface LineRow {
  readonly id: string;
  readonly chain: string;
  readonly who: string | null;
  readonly capacity: string | null;
  readonly verb: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly content: string;
  readonly ms: string;
}

/** The columns of a LineRow, of ledger_line l. */
export const lineColumns = `
  l.id::text, ledger_chain(l.alliance_id)::text as chain, encode(l.who, 'hex') as who, l.capacity::text, l.verb, l.subject_kind as "subjectKind",
  l.subject_id::text as "subjectId", encode(l.content_digest, 'hex') as content, round(extract(epoch from l.at) * 1000)::text as ms`;

/** A row as the line that is chained. */
export function asLine({ ms, ...row }: LineRow): Line {
  const at = new Date(Number(ms));
  // A moment that no calendar has was put there by hand; it stays as it is and makes another digest.
  return { ...row, at: Number.isFinite(at.getTime()) ? at.toISOString() : ms };
}
