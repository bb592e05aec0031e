import { shortForm } from '@samsyn/domain/framing/source';
import { client, graphql, type ResultOf } from '../lib/graph';

/** The list of sources of a framing, and where its pictures belong. */
export const SourcesQuery = graphql(`
  query SourcesOfText($id: ID!) {
    framing(id: $id) {
      id
      alliance { id }
      sources { id title authors year doi url note }
    }
  }
`);

/** A source as the list gives it. */
export type SourceListed = NonNullable<ResultOf<typeof SourcesQuery>['framing']>['sources'][number];

const known = new Map<string, string>();
const asked = new Map<string, Promise<void>>();

/** What stands in the text for a source: its short form; null when this list has no such source. */
export async function shortFormOf(framingId: string, id: string): Promise<string | null> {
  const shared = asked.get(framingId);
  if (!known.has(id) && shared !== undefined) await shared;
  // What was asked for before this source came does not have it.
  if (!known.has(id)) {
    const asking = asked.get(framingId) ?? ask(framingId);
    asked.set(framingId, asking);
    await asking;
  }
  return known.get(id) ?? null;
}

async function ask(framingId: string): Promise<void> {
  const answer = await client.query(SourcesQuery, { id: framingId }, { requestPolicy: 'network-only' }).toPromise();
  for (const source of answer.data?.framing?.sources ?? []) known.set(source.id, shortForm(source));
  asked.delete(framingId);
}
