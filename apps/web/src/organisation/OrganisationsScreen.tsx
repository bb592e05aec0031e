import { useDeferredValue, useState } from 'react';
import { useSearch } from 'wouter';
import { Empty } from '../kit/Empty';
import { Page } from '../kit/Page';
import { Refusal } from '../kit/Refusal';
import { TextField } from '../kit/TextField';
import { graphql, useAsk } from '../lib/graph';
import { useWords } from '../lib/words';
import { AddOrganisation } from './AddOrganisation';
import { OrganisationCard } from './OrganisationCard';

const Search = graphql(`
  query Organisations($search: String!) {
    organisations(search: $search, first: 20) { id name parent { id name } }
  }
`);

/** Organisations and departments: found by name, added, renamed, merged; nothing that hangs on them is lost. */
export function OrganisationsScreen() {
  const { t } = useWords();
  const one = new URLSearchParams(useSearch()).get('id');
  const [written, setWritten] = useState('');
  const search = useDeferredValue(written.trim());
  const enough = search.length >= 3;
  const { data, no } = useAsk(Search, { search }, { pause: !enough });
  const found = enough ? (data?.organisations ?? []) : [];
  return (
    <Page title={t('organisation.title')}>
      <p>{t('organisation.how')}</p>
      <TextField label={t('organisation.search')} hint={t('core.search-three')} type="search" value={written} onChange={setWritten} />
      <p className="unseen" role="status">
        {enough && data !== undefined ? t('organisation.found', { n: found.length }) : ''}
      </p>
      <Refusal no={no} />
      {enough && data !== undefined && found.length === 0 ? <Empty text={t('organisation.none')} /> : null}
      {one !== null && !enough ? <OrganisationCard key={one} id={one} open /> : null}
      <ul className="lines">
        {found.map((organisation) => (
          <li key={organisation.id}>
            <OrganisationCard id={organisation.id} known={organisation} />
          </li>
        ))}
      </ul>
      <AddOrganisation suggested={enough && found.length === 0 ? search : ''} />
    </Page>
  );
}
