import { useWords } from '../lib/words';
import { PersonName } from '../kit/PersonName';
import type { ContributionShown } from './contributionFields';

/** Whose knowledge it is: names, the capacity they spoke in, the organisation they spoke for, and who wrote it down. */
export function Authors({ shown }: { shown: ContributionShown }) {
  const { t } = useWords();
  const writer = shown.writtenDownBy;
  return (
    <div className="authors">
      {shown.authors.length === 0 ? <Stated name={shown.statedAuthor} writtenDown={writer !== null} /> : null}
      {shown.authors.map((author, nr) => (
        <p key={author.actor?.id ?? nr}>
          {writer && nr === 0 ? <>{t('contribution.one.saidBy')} </> : null}
          <strong>{author.actor || !shown.statedAuthor ? <PersonName actor={author.actor} /> : <bdi>{shown.statedAuthor}</bdi>}</strong>
          <span className="soft">
            {', '}
            {author.capacity ? t(`contribution.capacity.${author.capacity}`) : t('contribution.capacity.none')}
            {author.organisation ? <>{' '}{t('contribution.one.speaksFor', { organisation: author.organisation.name })}</> : null}
          </span>
        </p>
      ))}
      {writer ? (
        <p className="soft">
          {t('contribution.one.writtenBy')} <PersonName actor={writer} />
        </p>
      ) : null}
    </div>
  );
}

function Stated({ name, writtenDown }: { name: string | null; writtenDown: boolean }) {
  const { t } = useWords();
  if (!name) return <p className="soft">{t('contribution.one.authorNone')}</p>;
  return (
    <p>
      {writtenDown ? <>{t('contribution.one.saidBy')} </> : null}
      <strong>
        <bdi>{name}</bdi>
      </strong>
      {writtenDown ? null : <span className="soft"> ({t('contribution.one.stated')})</span>}
    </p>
  );
}
