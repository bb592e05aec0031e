import type { ThreadState } from '@samsyn/domain/shared/enums';
import { useEffect, useState } from 'react';
import { useParams, useSearch } from 'wouter';
import { Button } from '../kit/Button';
import { Empty } from '../kit/Empty';
import { focusOn } from '../kit/focusOn';
import { Link } from '../kit/Link';
import { Bones, Page } from '../kit/Page';
import { Refusal } from '../kit/Refusal';
import { Select } from '../kit/Select';
import { graphql, useAsk } from '../lib/graph';
import { useHere } from '../lib/here';
import { usePlace } from '../lib/place';
import { may } from '../lib/rights';
import { useWords } from '../lib/words';
import { OpenThread } from './OpenThread';
import { FramingThreadsQuery, OneThreadQuery } from './talkQuery';
import { ThreadLine } from './ThreadLine';
import './talk.css';

const TalkQuery = graphql(`
  query Talk($id: ID!) {
    framing(id: $id) { id name alliance { id name } rights { verb may whyNot } }
  }
`);

/** All that is said about a framing, its text and what was brought to it. */
export function TalkScreen() {
  const { id = '' } = useParams<{ id: string }>();
  const wanted = new URLSearchParams(useSearch()).get('thread');
  const { t } = useWords();
  const { me } = useHere();
  const { data, busy, no } = useAsk(TalkQuery, { id });
  const [state, setState] = useState<ThreadState | ''>('');
  const [opening, setOpening] = useState(false);
  const framing = data?.framing;
  usePlace(framing?.alliance.id, framing?.alliance.name);
  if (busy) return <Page title={undefined} />;
  if (framing == null) return <Page title={t('talk.title')}>{no === undefined ? <p>{t('talk.nowhereFraming')}</p> : <Refusal no={no} />}</Page>;
  const over = (
    <Link to={`/f/${id}`} dir="auto">
      {framing.name}
    </Link>
  );
  return (
    <Page title={t('talk.title')} over={over}>
      <p>{t('talk.how')}</p>
      {!may(framing.rights, 'framing.talk') ? (
        <p className="note">
          {me === null ? t('talk.stepIn') : t('talk.takePart')}{' '}
          <Link to={me === null ? `/sign-in?to=${encodeURIComponent(`/f/${id}/talk`)}` : `/a/${framing.alliance.id}`}>{me === null ? t('core.step-in') : framing.alliance.name}</Link>
        </p>
      ) : opening ? (
        <OpenThread
          about={{ framingId: id }}
          allianceId={framing.alliance.id}
          onClose={() => {
            setOpening(false);
            focusOn('#talk-open');
          }}
          onDone={(threadId) => {
            setOpening(false);
            focusOn(`#thread-${threadId} button`, 'first');
          }}
        />
      ) : (
        <p>
          <Button kind="main" id="talk-open" onClick={() => setOpening(true)}>
            {t('talk.open')}
          </Button>
        </p>
      )}
      {wanted === null ? null : <Wanted key={wanted} id={wanted} />}
      <div className="talk-filter">
        <Select
          label={t('talk.filter')}
          none={t('talk.filterAll')}
          choices={[
            { value: 'OPEN', label: t('talk.filterOPEN') },
            { value: 'RESOLVED', label: t('talk.filterRESOLVED') },
          ]}
          chosen={state}
          onChange={setState}
        />
      </div>
      <Threads key={state} framingId={id} state={state === '' ? null : state} except={wanted} />
    </Page>
  );
}

/** The thread somebody came for stands first, and open. */
function Wanted({ id }: { id: string }) {
  const { t } = useWords();
  const { data, busy } = useAsk(OneThreadQuery, { id });
  const found = data?.thread ?? null;
  useEffect(() => {
    if (found !== null) document.getElementById(`thread-${id}`)?.scrollIntoView({ block: 'start' });
    // Once, when it has come.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [found === null]);
  if (busy) return <Bones />;
  return (
    <section className="stack" aria-labelledby="talk-wanted">
      <h2 id="talk-wanted">{t('talk.wanted')}</h2>
      {found === null ? <p>{t('talk.nowhere')}</p> : <ThreadLine thread={found} open />}
    </section>
  );
}

function Threads({ framingId, state, except, after = null }: { framingId: string; state: ThreadState | null; except: string | null; after?: string | null }) {
  const { t } = useWords();
  const { data, busy, no } = useAsk(FramingThreadsQuery, { id: framingId, after, state });
  const [more, setMore] = useState(false);
  if (busy) return <Bones />;
  const list = data?.framing?.threads;
  if (list === undefined) return <Refusal no={no} />;
  const threads = list.edges.map(({ node }) => node).filter(({ id }) => id !== except);
  if (after === null && threads.length === 0) return except === null ? <Empty text={t(state === null ? 'talk.none' : 'talk.noneSo')} /> : null;
  return (
    <>
      <ul className="threads">
        {threads.map((thread) => (
          <li key={thread.id}>
            <ThreadLine thread={thread} />
          </li>
        ))}
      </ul>
      {!list.pageInfo.hasNextPage ? null : more ? (
        <Threads framingId={framingId} state={state} except={except} after={list.pageInfo.endCursor} />
      ) : (
        <div>
          <Button onClick={() => setMore(true)}>{t('core.show-more')}</Button>
        </div>
      )}
    </>
  );
}
