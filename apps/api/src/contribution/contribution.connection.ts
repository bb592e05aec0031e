import { refuse, type Refusal } from '@samsyn/domain/shared/refusal';
import { asMoment } from '../core/moment.js';
import { isId } from '../core/standing.js';
import type { ContributionFilter } from './contribution.filter.js';
import type { After, Scope } from './contribution.read.store.js';
import type { ContributionRow } from './contribution.row.js';

const most = 100;

/** A page of a list, with what is needed to count the whole of it when somebody asks. */
export interface ContributionConnection {
  readonly scope: Scope;
  readonly scopeId: string;
  readonly filter: ContributionFilter | null;
  readonly edges: { readonly cursor: string; readonly node: ContributionRow }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

/** How many, and after which one: as asked for, if that can be answered. */
export function asPage(first: number, after: string | null | undefined): { first: number; after: After | null } | Refusal {
  if (!Number.isInteger(first) || first < 1) return refuse('request/wrong', { rule: 'G4' });
  if (first > most) return refuse('list/too-long', { rule: 'G4', with: { max: most } });
  if (after === null || after === undefined) return { first, after: null };
  const [at = '', id = ''] = Buffer.from(after, 'base64url').toString('utf8').split(' ');
  return asMoment(at) === at && isId(id) ? { first, after: { at, id } } : refuse('request/wrong', { rule: 'G4' });
}

/** Rows, of which there is one more than asked for when others follow, as a connection. */
export function connection(rows: readonly ContributionRow[], first: number): Pick<ContributionConnection, 'edges' | 'pageInfo'> {
  const edges = rows.slice(0, first).map((node) => ({ node, cursor: Buffer.from(`${node.givenAt} ${node.id}`).toString('base64url') }));
  return { edges, pageInfo: { endCursor: edges.at(-1)?.cursor ?? null, hasNextPage: rows.length > first } };
}
