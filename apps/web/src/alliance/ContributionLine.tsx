import { authorName } from '@samsyn/domain/contribution/authorName';
import { capacityWord } from '../lib/capacityWord';
import { KindMark } from '../kit/KindMark';
import { Link } from '../kit/Link';
import { useWords, type Words } from '../lib/words';
import type { PageContribution } from './pageQuery';

const longest = 220;

/** A contribution in a list: its beginning, who said it, and what kind of knowing it is. */
export function ContributionLine({ contribution, about, invented }: { contribution: PageContribution; about: string | null; invented: ReadonlySet<string> }) {
  const words = useWords();
  const { t, day } = words;
  const { text, kinds, authors } = contribution;
  const said = text !== '' ? beginning(text) : contribution.tacit ? held(contribution, words) : contribution.media.includes('RECORDING') ? t('alliance.recording') : t('alliance.picture');
  return (
    <article className="line">
      <Link to={`/c/${contribution.id}`} className="line-text" dir="auto" lang={contribution.language ?? undefined}>
        {said}
      </Link>
      <p className="small soft">
        <Whose contribution={contribution} />
        {contribution.invented || authors.some(({ actorId }) => actorId !== null && invented.has(actorId)) ? ` (${t('core.invented')})` : ''} · {day(contribution.givenAt)}
        {contribution.proposal ? ` · ${t('alliance.proposal')}` : ''}
        {contribution.approval === 'NOT_YET' ? ` · ${t(contribution.tacit ? 'alliance.not-yet-confirmed' : 'alliance.not-yet-approved')}` : ''}
      </p>
      {about === null ? null : (
        <p className="small soft">
          {t('alliance.about')} <bdi className="serif">{about}</bdi>
        </p>
      )}
      <p className="row small">
        {kinds.length === 0 ? <span className="soft">{t('alliance.kind-unstated')}</span> : kinds.map((kind) => <KindMark key={kind} kind={kind} />)}
      </p>
    </article>
  );
}

/** Each author with the capacity they spoke in; who is not here is named as the file, or the one who wrote it down, says. */
function Whose({ contribution }: { contribution: PageContribution }) {
  const { t } = useWords();
  const { authors } = contribution;
  const all = authors.length > 0 ? authors : [{ actorId: null, name: null, capacity: null }];
  return all.map((author, at) => {
    const shown = authorName(author.actorId !== null, contribution);
    return (
      <span key={author.actorId ?? at}>
        {at === 0 ? null : '; '}
        <bdi>{shown.from === 'HERE' ? (author.name ?? t('core.someone')) : shown.from === 'NOBODY' ? t('alliance.author-unstated') : shown.name}</bdi>
        {shown.from === 'FILE' ? ` (${t('alliance.author-by-file')})` : ''}
        {author.capacity === null ? '' : `, ${t(capacityWord[author.capacity]).toLowerCase()}`}
      </span>
    );
  });
}

// Without words of its own: who can do it is what there is to say.
function held(contribution: PageContribution, { t, list }: Words): string {
  const names = contribution.authors.flatMap((author) => {
    const shown = authorName(author.actorId !== null, contribution);
    return shown.from === 'HERE' ? (author.name ?? []) : shown.from === 'NOBODY' ? [] : shown.name;
  });
  return names.length === 0 ? t('alliance.tacit') : t('alliance.tacit-held', { names: list(names) });
}

function beginning(text: string): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest - 40))} …`;
}
