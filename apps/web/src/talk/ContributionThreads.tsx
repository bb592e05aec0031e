import { useState } from 'react';
import { Button } from '../kit/Button';
import { focusOn } from '../kit/focusOn';
import { useAsk } from '../lib/graph';
import { may } from '../lib/rights';
import { useWords } from '../lib/words';
import { OpenThread } from './OpenThread';
import { ContributionThreadsQuery } from './talkQuery';
import { ThreadLine } from './ThreadLine';
import './talk.css';

/** What is said about a contribution, on its own page. */
export function ContributionThreads({ id, wanted }: { id: string; wanted: string | null }) {
  const { t } = useWords();
  const { data } = useAsk(ContributionThreadsQuery, { id, after: null });
  const [opening, setOpening] = useState(false);
  const shown = data?.contribution;
  if (shown == null) return null;
  const mayOpen = may(shown.rights, 'contribution.talk');
  if (!mayOpen && shown.threads.total === 0) return null;
  return (
    <section className="stack rule" aria-labelledby="talk">
      <h2 id="talk" tabIndex={-1}>
        {t('talk.title')}
      </h2>
      {shown.threads.total === 0 ? <p className="soft">{t('talk.noneHere')}</p> : null}
      <ul className="threads">
        {shown.threads.edges.map(({ node }) => (
          <li key={node.id}>
            <ThreadLine thread={node} bare open={node.id === wanted} />
          </li>
        ))}
      </ul>
      <Following id={id} page={shown.threads.pageInfo} />
      {!mayOpen ? null : opening ? (
        <OpenThread
          about={{ contributionId: id }}
          allianceId={shown.alliance.id}
          onClose={() => {
            setOpening(false);
            focusOn('#talk');
          }}
          onDone={(threadId) => {
            setOpening(false);
            focusOn(`#thread-${threadId} button`, 'first');
          }}
        />
      ) : (
        <p>
          <Button onClick={() => setOpening(true)}>{t('talk.openContribution')}</Button>
        </p>
      )}
    </section>
  );
}

function Following({ id, page }: { id: string; page: { endCursor: string | null; hasNextPage: boolean } }) {
  const { t } = useWords();
  const [more, setMore] = useState(false);
  const { data } = useAsk(ContributionThreadsQuery, { id, after: page.endCursor }, { pause: !more });
  if (!page.hasNextPage) return null;
  if (!more) {
    return (
      <div>
        <Button onClick={() => setMore(true)}>{t('core.show-more')}</Button>
      </div>
    );
  }
  const threads = data?.contribution?.threads;
  return (
    <>
      <ul className="threads">
        {threads?.edges.map(({ node }) => (
          <li key={node.id}>
            <ThreadLine thread={node} bare />
          </li>
        ))}
      </ul>
      {threads === undefined ? null : <Following id={id} page={threads.pageInfo} />}
    </>
  );
}
