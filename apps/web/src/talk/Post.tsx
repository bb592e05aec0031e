import { lazy, Suspense, useState } from 'react';
import { Button } from '../kit/Button';
import { focusOn } from '../kit/focusOn';
import { say } from '../kit/Notice';
import { PersonName } from '../kit/PersonName';
import { Refusal } from '../kit/Refusal';
import { capacityWord } from '../lib/capacityWord';
import { graphql, useDo } from '../lib/graph';
import { may } from '../lib/rights';
import { bringWords, useWords } from '../lib/words';
import { piecesOf } from './mentionsIn';
import type { PostShown } from './talkQuery';

const TakeBack = graphql(`
  mutation TakeBackPost($id: ID!) {
    takeBack(postId: $id) { id }
  }
`);

const Hidings = lazy(() => Promise.all([import('../moderation/Hidings'), bringWords(['hiding'])]).then(([{ Hidings: shown }]) => ({ default: shown })));

/** Something said in a thread, or that it was resolved or reopened; whoever said it, it looks the same. */
export function Post({ post }: { post: PostShown }) {
  const { t, moment } = useWords();
  const [asking, setAsking] = useState(false);
  const { do: takeBack, busy, no } = useDo(TakeBack);
  const back = () => {
    setAsking(false);
    focusOn(`#post-${post.id}`);
  };
  const named = post.mentions.filter(({ name }) => !post.text.toLowerCase().includes(`@${name.toLowerCase()}`));
  return (
    <div className={`post post-${post.act}`} id={`post-${post.id}`} tabIndex={-1}>
      <p className="small soft">
        <strong className="post-name">
          <PersonName actor={post.by} />
        </strong>
        {post.capacity === null ? null : `, ${t(capacityWord[post.capacity]).toLowerCase()}`}
        {post.left ? ` (${t('talk.left')})` : null} · <time dateTime={post.at}>{moment(post.at)}</time>
      </p>
      {post.act === 'SAID' ? null : <p className="mark">{t(`talk.was${post.act}`)}</p>}
      {post.takenBackAt === null ? (
        <p className="prose post-words" dir="auto">
          {piecesOf(post.text, post.mentions).map((piece, at) =>
            piece.named ? (
              <strong key={at} className="named">
                <bdi>{piece.words}</bdi>
              </strong>
            ) : (
              piece.words
            ),
          )}
        </p>
      ) : (
        <p className="soft post-gone">{t('talk.takenBack', { moment: moment(post.takenBackAt) })}</p>
      )}
      {named.length === 0 ? null : (
        <p className="small">
          {t('talk.to')} <bdi>{named.map(({ name }) => name).join(', ')}</bdi>
        </p>
      )}
      {post.hidings.length === 0 && !may(post.rights, 'hiding.hide') ? null : (
        <Suspense>
          <Hidings subject="POST" id={post.id} hidings={post.hidings} mayHide={may(post.rights, 'hiding.hide')} />
        </Suspense>
      )}
      {!may(post.rights, 'post.takeBack') ? null : asking ? (
        <div className="stack-tight">
          <p>{t('talk.takeBackSure')}</p>
          <div className="row">
            <Button kind="grave" busy={busy} onClick={() => void takeBack({ id: post.id }).then((done) => done && (say(t('talk.takeBackDone')), back()))}>
              {t('talk.takeBackYes')}
            </Button>
            <Button kind="plain" onClick={back}>
              {t('core.cancel')}
            </Button>
          </div>
          <Refusal no={no} />
        </div>
      ) : (
        <Button kind="plain" className="fold" onClick={() => setAsking(true)}>
          {t('talk.takeBack')}
        </Button>
      )}
    </div>
  );
}
