import { useState } from 'react';
import { Button } from '../kit/Button';
import { Empty } from '../kit/Empty';
import { KindMark } from '../kit/KindMark';
import { Link } from '../kit/Link';
import { graphql, useAsk } from '../lib/graph';
import { useWords } from '../lib/words';

const Mine = graphql(`
  query MyContributions($first: Int!) {
    me {
      id
      contributions(first: $first) {
        total
        edges { node { id text kinds state givenAt tacit language alliance { id name } } }
        pageInfo { hasNextPage }
      }
    }
  }
`);

/** What I brought, latest first. Each can be corrected and taken back on its own page. */
export function MyContributions() {
  const { t, day } = useWords();
  const [first, setFirst] = useState(10);
  const { data } = useAsk(Mine, { first });
  const mine = data?.me?.contributions;
  return (
    <section className="stack-tight rule" aria-labelledby="brought">
      <h2 id="brought">{t('me.brought')}</h2>
      {mine === undefined ? null : mine.edges.length === 0 ? <Empty text={t('me.brought-none')} /> : <p className="soft">{t('me.brought-count', { n: mine.total })}</p>}
      <ul className="lines">
        {mine?.edges.map(({ node }) => (
          <li key={node.id} className="stack-tight">
            <Link to={`/c/${node.id}`} dir="auto" lang={node.language ?? undefined}>
              {node.state === 'WITHDRAWN' ? t('me.withdrawn') : node.text !== '' ? node.text.slice(0, 200) : node.tacit ? t('me.tacit') : t('me.without-text')}
            </Link>
            <p className="small soft">
              <bdi>{node.alliance.name}</bdi> · {day(node.givenAt)}
            </p>
            {node.kinds.length === 0 ? null : (
              <p className="row small">
                {node.kinds.map((kind) => (
                  <KindMark key={kind} kind={kind} />
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
      {mine?.pageInfo.hasNextPage === true ? (
        <div>
          <Button onClick={() => setFirst(first + 30)}>{t('core.show-more')}</Button>
        </div>
      ) : null}
    </section>
  );
}
