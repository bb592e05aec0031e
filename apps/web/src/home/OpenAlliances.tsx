import { useDeferredValue, useState } from 'react';
import { Button } from '../kit/Button';
import { Empty } from '../kit/Empty';
import { Link } from '../kit/Link';
import { Bones } from '../kit/Page';
import { Refusal } from '../kit/Refusal';
import { TextField } from '../kit/TextField';
import { graphql, useAsk } from '../lib/graph';
import { useWords } from '../lib/words';
import { AllianceLine } from './AllianceLine';

const Open = graphql(`
  query OpenAlliances($search: String, $first: Int!) {
    alliances(search: $search, first: $first) {
      edges { node { id name problems { id sentence } } }
      pageInfo { hasNextPage }
    }
  }
`);

/** Alliances anyone may read and join; a search from the third letter. */
export function OpenAlliances() {
  const { t } = useWords();
  const [written, setWritten] = useState('');
  const [first, setFirst] = useState(8);
  const search = useDeferredValue(written.trim().length >= 3 ? written.trim() : null);
  const { data, busy, no } = useAsk(Open, { search, first });
  const found = data?.alliances.edges ?? [];
  return (
    <section className="stack" aria-labelledby="open">
      <h2 id="open">{t('home.open')}</h2>
      <TextField label={t('home.search')} hint={t('home.search-hint')} type="search" value={written} onChange={setWritten} />
      <p className="unseen" role="status">
        {search === null || data === undefined ? '' : t('home.found', { n: found.length })}
      </p>
      <Refusal no={no} />
      {busy ? <Bones /> : null}
      {!busy && found.length === 0 && no === undefined ? (
        <Empty text={search === null ? t('home.open-none') : t('home.search-none')}>
          <Link to="/form" as="quiet">
            {t('home.form')}
          </Link>
        </Empty>
      ) : null}
      <ul className="alliance-list">
        {found.map(({ node }) => (
          <li key={node.id}>
            <AllianceLine alliance={node} />
          </li>
        ))}
      </ul>
      {data?.alliances.pageInfo.hasNextPage === true ? <Button onClick={() => setFirst(first + 20)}>{t('core.show-more')}</Button> : null}
    </section>
  );
}
