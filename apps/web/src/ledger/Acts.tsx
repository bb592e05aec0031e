import { useEffect, useState } from 'react';
import { Link } from '../kit/Link';
import { may } from '../lib/rights';
import { Button } from '../kit/Button';
import { graphql, useAsk } from '../lib/graph';
import { useWords } from '../lib/words';
import { actSentence } from './actSentence';
import './acts.css';

const ActsQuery = graphql(`
  query AllianceActs($id: ID!, $first: Int!) {
    alliance(id: $id) {
      id
      rights { verb may }
      acts(first: $first) {
        edges { node { id verb at subjectKind subjectId detail receipt by { id name invented kind } } }
        pageInfo { hasNextPage }
      }
    }
  }
`);

/** What has happened, latest first; what is new since the last visit from this device says so. */
export function Acts({ id, receipts = false }: { id: string; receipts?: boolean }) {
  const { t, moment } = useWords();
  const [first, setFirst] = useState(8);
  const { data } = useAsk(ActsQuery, { id, first });
  const [seen] = useState(() => lastVisit(id));
  const acts = data?.alliance?.acts;
  const latest = acts?.edges[0]?.node.at;
  useEffect(() => {
    if (latest !== undefined) keepVisit(id, latest);
  }, [id, latest]);
  // Only those who take part see what came in with a file, and can take it back.
  const looksIn = may(data?.alliance?.rights ?? [], 'alliance.import');
  if (acts === undefined || acts.edges.length === 0) return null;
  return (
    <>
      <ol className="acts">
        {acts.edges.map(({ node }) => (
          <li key={node.id}>
            <p>
              {node.subjectKind === 'import' && looksIn ? <Link to={`/a/${id}/import?run=${node.subjectId}`}>{actSentence(node, t)}</Link> : actSentence(node, t)} {seen !== null && node.at > seen ? <span className="new">{t('acts.new')}</span> : null}
            </p>
            <p className="small soft">{moment(node.at)}</p>
            {receipts && node.receipt !== null ? (
              <details className="small">
                <summary>{t('acts.receipt')}</summary>
                <Link to={`/receipt/${node.receipt}`}>
                  <code dir="ltr">{node.receipt}</code>
                </Link>
              </details>
            ) : null}
          </li>
        ))}
      </ol>
      {acts.pageInfo.hasNextPage ? (
        <div>
          <Button kind="plain" onClick={() => setFirst(first + 20)}>
            {t('core.show-more')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function lastVisit(id: string): string | null {
  try {
    return localStorage.getItem(`samsyn.seen.${id}`);
  } catch {
    return null;
  }
}

function keepVisit(id: string, at: string): void {
  try {
    localStorage.setItem(`samsyn.seen.${id}`, at);
  } catch {
    // Without storage nothing is marked as new; the list itself is whole.
  }
}
