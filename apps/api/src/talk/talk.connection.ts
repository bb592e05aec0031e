import { threadStates, type ThreadState } from '@samsyn/domain/shared/enums';
import { limits } from '@samsyn/domain/shared/limits';
import { refuse, type Refusal } from '@samsyn/domain/shared/refusal';
import { asMoment } from '../core/moment.js';
import { isId } from '../core/standing.js';
import type { After, ThreadAfter } from './talk.read.store.js';
import type { PostRow, ThreadRow } from './talk.row.js';

/** A page of a list. */
export interface Page<N> {
  readonly edges: { readonly cursor: string; readonly node: N }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

/** How many, and after which post: as asked for, if that can be answered. */
export function asPage(first: number, after: string | null | undefined): { first: number; after: After | null } | Refusal {
  if (!Number.isInteger(first) || first < 1) return refuse('request/wrong', { rule: 'G4' });
  if (first > limits.list) return refuse('list/too-long', { rule: 'G4', with: { max: limits.list } });
  if (after === null || after === undefined) return { first, after: null };
  const [at = '', id = ''] = Buffer.from(after, 'base64url').toString('utf8').split(' ');
  return asMoment(at) === at && isId(id) ? { first, after: { at, id } } : refuse('request/wrong', { rule: 'G4' });
}

/** The same in a list of threads, where the state comes first. */
export function asThreadPage(first: number, after: string | null | undefined): { first: number; after: ThreadAfter | null } | Refusal {
  const [state = '', ...rest] = Buffer.from(after ?? '', 'base64url').toString('utf8').split(' ');
  const page = asPage(first, after === null || after === undefined ? null : Buffer.from(rest.join(' ')).toString('base64url'));
  if ('refused' in page || page.after === null) return page as { first: number; after: null } | Refusal;
  return (threadStates as readonly string[]).includes(state) ? { first, after: { ...page.after, state: state as ThreadState } } : refuse('request/wrong', { rule: 'G4' });
}

/** Posts, of which there is one more than asked for when others follow, as a connection. */
export function posts(rows: readonly PostRow[], first: number): Page<PostRow> {
  return connection(rows, first, (row) => `${row.at} ${row.id}`);
}

/** Threads as a connection. */
export function threads(rows: readonly ThreadRow[], first: number): Page<ThreadRow> {
  return connection(rows, first, (row) => `${row.state} ${row.openedAt} ${row.id}`);
}

/** Rows as a connection; a cursor says where one of them stands. */
export function connection<N>(rows: readonly N[], first: number, place: (row: N) => string): Page<N> {
  const edges = rows.slice(0, first).map((node) => ({ node, cursor: Buffer.from(place(node)).toString('base64url') }));
  return { edges, pageInfo: { endCursor: edges.at(-1)?.cursor ?? null, hasNextPage: rows.length > first } };
}
