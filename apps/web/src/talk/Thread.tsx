import { useState } from 'react';
import { Button } from '../kit/Button';
import { focusOn } from '../kit/focusOn';
import { Bones } from '../kit/Page';
import { Refusal } from '../kit/Refusal';
import { useAsk } from '../lib/graph';
import { may } from '../lib/rights';
import { useWords } from '../lib/words';
import { Post } from './Post';
import { Reply } from './Reply';
import { PostsQuery } from './talkQuery';
import { Turn } from './Turn';
import { useNews } from './useNews';
import './talk.css';

/** A thread that is open on the screen: what is said, so much at a time, and what one may do. New replies come by themselves. */
export function Thread({ id, after = null }: { id: string; after?: string | null }) {
  const { t } = useWords();
  const { data, busy, no, again } = useAsk(PostsQuery, { id, after });
  const [more, setMore] = useState(false);
  useNews(again);
  if (busy) return <Bones />;
  const thread = data?.thread;
  if (thread == null) return no === undefined ? <p>{t('talk.nowhere')}</p> : <Refusal no={no} />;
  const { pageInfo, edges } = thread.posts;
  return (
    <>
      <ol className="posts">
        {edges.map(({ node }) => (
          <li key={node.id}>
            <Post post={node} />
          </li>
        ))}
      </ol>
      {!pageInfo.hasNextPage ? (
        <Doing id={id} allianceId={thread.alliance.id} rights={thread.rights} />
      ) : more ? (
        <Thread id={id} after={pageInfo.endCursor} />
      ) : (
        <Button kind="plain" className="fold" onClick={() => setMore(true)}>
          {t('talk.more')}
        </Button>
      )}
    </>
  );
}

function Doing({ id, allianceId, rights }: { id: string; allianceId: string; rights: readonly { verb: string; may: boolean }[] }) {
  const { t } = useWords();
  const [turning, setTurning] = useState(false);
  const way = may(rights, 'thread.resolve') ? 'resolve' : may(rights, 'thread.reopen') ? 'reopen' : null;
  if (way === null) return null;
  const done = () => {
    setTurning(false);
    focusOn(`#turn-${id}`);
  };
  return (
    <div className="stack">
      <Reply threadId={id} allianceId={allianceId} resolved={way === 'reopen'} />
      {turning ? (
        <Turn id={id} way={way} onDone={done} />
      ) : (
        <Button kind="plain" className="fold" id={`turn-${id}`} onClick={() => setTurning(true)}>
          {t(`talk.${way}Open`)}
        </Button>
      )}
    </div>
  );
}
