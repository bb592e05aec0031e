import { useState } from 'react';
import { Button } from '../kit/Button';
import { focusOn } from '../kit/focusOn';
import { Link } from '../kit/Link';
import { say } from '../kit/Notice';
import { PersonName } from '../kit/PersonName';
import { Refusal } from '../kit/Refusal';
import { graphql, useAsk, useDo, type ResultOf } from '../lib/graph';
import { useWords } from '../lib/words';
import { useNews } from './useNews';
import './talk.css';

const WaitingQuery = graphql(`
  query WaitingForMe($after: String) {
    me {
      id
      waiting(first: 20, after: $after) {
        edges { node { id what at words framingId contributionId threadId by { id name kind invented } named { id name } alliance { id name } } }
        pageInfo { endCursor hasNextPage }
      }
    }
  }
`);

const Read = graphql(`
  mutation ReadMention($id: ID!) {
    readMention(id: $id)
  }
`);

type Waiting = NonNullable<ResultOf<typeof WaitingQuery>['me']>['waiting']['edges'][number]['node'];

/** What waits for me over all alliances, latest first; nothing stands above the rest. */
export function WaitingForMe() {
  const { t } = useWords();
  return (
    <section className="stack-tight rule" aria-labelledby="waiting">
      <h2 id="waiting" tabIndex={-1}>
        {t('talk.waiting')}
      </h2>
      <Some after={null} />
    </section>
  );
}

function Some({ after }: { after: string | null }) {
  const { t } = useWords();
  const { data, no, again } = useAsk(WaitingQuery, { after });
  const [more, setMore] = useState(false);
  useNews(again);
  const list = data?.me?.waiting;
  if (list === undefined) return <Refusal no={no} />;
  if (after === null && list.edges.length === 0) return <p className="soft">{t('talk.waitingNone')}</p>;
  return (
    <>
      <ul className="lines waiting">
        {list.edges.map(({ node }) => (
          <li key={`${node.what}${node.id}`}>
            <One one={node} />
          </li>
        ))}
      </ul>
      {!list.pageInfo.hasNextPage ? null : more ? (
        <Some after={list.pageInfo.endCursor} />
      ) : (
        <div>
          <Button kind="plain" onClick={() => setMore(true)}>
            {t('core.show-more')}
          </Button>
        </div>
      )}
    </>
  );
}

function One({ one }: { one: Waiting }) {
  const { t, moment } = useWords();
  const { do: read, busy, no } = useDo(Read);
  const name = one.by?.name ?? t('core.someone');
  const sentence = one.what === 'MENTION' && one.named !== null ? t('talk.waitsMENTIONED', { name, named: one.named.name }) : t(`talk.waits${one.what}`, { name });
  return (
    <div className="stack-tight">
      <p>
        <Link to={placeOf(one)}>
          <bdi>{sentence}</bdi>
        </Link>
        {one.by?.invented === true ? <span className="unseen"> <PersonName actor={one.by} /></span> : null}
      </p>
      {one.words === '' ? null : (
        <p className="waiting-words" dir="auto">
          {one.words}
        </p>
      )}
      <p className="small soft">
        <bdi>{one.alliance.name}</bdi> · <time dateTime={one.at}>{moment(one.at)}</time>
      </p>
      {one.what !== 'MENTION' ? null : (
        <Button
          kind="plain"
          className="fold"
          busy={busy}
          aria-label={`${t('talk.read')}: ${sentence}`}
          onClick={() => void read({ id: one.id }).then((done) => done && (say(t('talk.readDone')), focusOn('#waiting')))}
        >
          {t('talk.read')}
        </Button>
      )}
      <Refusal no={no} />
    </div>
  );
}

// Where it can be read, answered or done.
function placeOf({ what, alliance, framingId, contributionId, threadId }: Waiting): string {
  if (what === 'ASKED') return `/a/${alliance.id}/people`;
  if (what === 'INVITED') return `/a/${alliance.id}`;
  if (contributionId !== null) return threadId === null ? `/c/${contributionId}` : `/c/${contributionId}?thread=${threadId}`;
  return `/f/${framingId ?? ''}/talk?thread=${threadId ?? ''}`;
}
