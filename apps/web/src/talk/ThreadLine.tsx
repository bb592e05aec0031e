import { useState } from 'react';
import { Button } from '../kit/Button';
import { Link } from '../kit/Link';
import { PersonName } from '../kit/PersonName';
import { useWords } from '../lib/words';
import type { ThreadShown } from './talkQuery';
import { Thread } from './Thread';
import './talk.css';

/** A thread in a list: what it is about, how it begins, and all of it when one wants to see it. */
export function ThreadLine({ thread, open = false, bare = false }: { thread: ThreadShown; open?: boolean; bare?: boolean }) {
  const { t, moment } = useWords();
  const [shown, show] = useState(open);
  const [first] = thread.posts.edges;
  const begins = first === undefined ? '' : first.node.takenBackAt === null ? first.node.text : t('talk.takenBackShort');
  return (
    <article className={thread.state === 'RESOLVED' ? 'thread thread-resolved' : 'thread'} id={`thread-${thread.id}`} aria-label={t('talk.threadBy', { name: thread.openedBy?.name ?? t('core.someone'), words: begins.slice(0, 60) })}>
      {thread.state === 'RESOLVED' ? <p className="mark">{t('talk.resolved')}</p> : null}
      {bare ? null : <AboutWhat thread={thread} />}
      {shown ? null : (
        <p className="thread-begins" dir="auto">
          {begins.length > 200 ? `${begins.slice(0, 200)}…` : begins}
        </p>
      )}
      <p className="small soft">
        <PersonName actor={thread.openedBy} /> · <time dateTime={thread.openedAt}>{moment(thread.openedAt)}</time>
        {thread.total > 1 ? ` · ${t('talk.latest', { moment: moment(thread.latestAt) })}` : null}
      </p>
      <Button kind="plain" className="fold" aria-expanded={shown} onClick={() => show(!shown)}>
        {shown ? t('talk.hide') : t('talk.show', { n: thread.total })}
      </Button>
      {shown ? <Thread id={thread.id} /> : null}
    </article>
  );
}

function AboutWhat({ thread }: { thread: ThreadShown }) {
  const { t } = useWords();
  const { contribution, passage } = thread;
  if (contribution !== null) {
    const whose = contribution.authors.map(({ actor }) => actor?.name ?? t('core.someone')).join(', ');
    return (
      <p>
        {t('talk.aboutContribution')}{' '}
        <Link to={`/c/${contribution.id}`} dir="auto">
          {contribution.state === 'WITHDRAWN' ? t('talk.withdrawn') : contribution.text === '' ? whose : contribution.text.slice(0, 120)}
        </Link>
      </p>
    );
  }
  if (passage === null) return <p>{t('talk.aboutFraming')}</p>;
  return (
    <figure className={passage.removed ? 'talk-passage talk-removed' : 'talk-passage'}>
      <figcaption className="small soft">
        {t('talk.aboutPassage')}
        {passage.removed ? <strong> · {t('talk.removed')}</strong> : null}
      </figcaption>
      <blockquote className="talk-quote" dir="auto">
        {passage.removed ? <del>{passage.quote}</del> : passage.quote}
      </blockquote>
    </figure>
  );
}
