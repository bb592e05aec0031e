import { capacityWord } from '../lib/capacityWord';
import { KindMark } from '../kit/KindMark';
import { Link } from '../kit/Link';
import { useWords } from '../lib/words';
import type { PageContribution } from './pageQuery';

const longest = 220;

/** A contribution in a list: its beginning, who said it, and what kind of knowing it is. */
export function ContributionLine({ contribution, about, invented }: { contribution: PageContribution; about: string | null; invented: ReadonlySet<string> }) {
  const { t, list, day } = useWords();
  const { text, kinds, authors, statedAuthor } = contribution;
  const names = authors.map(({ name }) => name ?? t('core.someone'));
  if (statedAuthor !== null) names.push(statedAuthor);
  const capacity = authors[0]?.capacity ?? null;
  const said = text !== '' ? beginning(text) : contribution.tacit ? t('alliance.tacit') : contribution.media.includes('RECORDING') ? t('alliance.recording') : t('alliance.picture');
  return (
    <article className="line">
      <Link to={`/c/${contribution.id}`} className="line-text" dir="auto" lang={contribution.language ?? undefined}>
        {said}
      </Link>
      <p className="small soft">
        <bdi>{names.length === 0 ? t('alliance.author-unstated') : list(names)}</bdi>
        {capacity === null ? '' : `, ${t(capacityWord[capacity]).toLowerCase()}`}
        {contribution.invented || authors.some(({ actorId }) => actorId !== null && invented.has(actorId)) ? ` (${t('core.invented')})` : ''} · {day(contribution.givenAt)}
        {contribution.proposal ? ` · ${t('alliance.proposal')}` : ''}
        {contribution.approval === 'NOT_YET' ? ` · ${t('alliance.not-yet-approved')}` : ''}
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

function beginning(text: string): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest - 40))} …`;
}
