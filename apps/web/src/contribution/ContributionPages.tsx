import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button } from '../kit/Button';
import { Bones } from '../kit/Page';
import { Refusal } from '../kit/Refusal';
import { graphql, useAsk, type VariablesOf } from '../lib/graph';
import { useWords } from '../lib/words';
import { ContributionFields } from './contributionFields';
import { ContributionView } from './ContributionView';

const Contributions = graphql(
  `
    query Contributions($id: ID!, $first: Int!, $after: String, $filter: ContributionFilter) {
      alliance(id: $id) {
        id
        contributions(first: $first, after: $after, filter: $filter) {
          total
          pageInfo { endCursor hasNextPage }
          edges { node { ...ContributionFields } }
        }
      }
    }
  `,
  [ContributionFields],
);

/** What narrows a list of contributions. */
export type Filter = NonNullable<VariablesOf<typeof Contributions>['filter']> | null;

/** The contributions of an alliance, latest first, by pages that are added below; a page keeps its place while others come. */
export function ContributionPages({ allianceId, filter = null, empty }: { allianceId: string; filter?: Filter; empty?: ReactNode }) {
  const [afters, setAfters] = useState<readonly (string | null)[]>([null]);
  return (
    <div className="stack">
      {afters.map((after, nr) => (
        <OnePage
          key={after ?? 'first'}
          allianceId={allianceId}
          filter={filter}
          after={after}
          empty={empty}
          last={nr === afters.length - 1}
          onMore={(next) => setAfters((before) => (before.includes(next) ? before : [...before, next]))}
        />
      ))}
    </div>
  );
}

interface OneProps {
  readonly allianceId: string;
  readonly filter: Filter;
  readonly after: string | null;
  readonly last: boolean;
  readonly onMore: (after: string) => void;
  readonly empty: ReactNode;
}

function OnePage({ allianceId, filter, after, last, onMore, empty }: OneProps) {
  const { t } = useWords();
  const { data, busy, no } = useAsk(Contributions, { id: allianceId, first: 20, after, filter });
  const list = useRef<HTMLUListElement>(null);
  const page = data?.alliance?.contributions;
  const arrived = page !== undefined;
  // Whoever asked for more goes on reading where the new ones begin.
  useEffect(() => {
    if (after !== null && arrived) list.current?.focus();
  }, [after, arrived]);
  if (busy) return <Bones />;
  if (!page) return <Refusal no={no} />;
  if (page.edges.length === 0) return after === null ? (empty ?? <p className="soft">{t('contribution.list.empty')}</p>) : null;
  const next = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  return (
    <>
      {after === null ? <p className="soft">{t('contribution.list.count', { n: page.total })}</p> : null}
      <ul className="contributions" ref={list} tabIndex={-1}>
        {page.edges.map(({ node }) => (
          <li key={node.id}>
            <ContributionView shown={node} />
          </li>
        ))}
      </ul>
      {last && next ? (
        <p>
          <Button onClick={() => onMore(next)}>{t('contribution.list.more')}</Button>
        </p>
      ) : null}
    </>
  );
}
