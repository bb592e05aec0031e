import { authorName } from '@samsyn/domain/contribution/authorName';
import { useWords } from '../lib/words';
import { PersonName } from '../kit/PersonName';
import type { ContributionShown } from './contributionFields';

type Author = ContributionShown['authors'][number];

/** Whose knowledge it is: names, the capacity they spoke in, the organisation they spoke for, and who wrote it down. */
export function Authors({ shown }: { shown: ContributionShown }) {
  const { t } = useWords();
  const authors: readonly Author[] = shown.authors.length > 0 ? shown.authors : [{ actor: null, capacity: null, organisation: null }];
  return (
    <div className="authors">
      {authors.map((author, nr) => (
        <p key={author.actor?.id ?? nr}>
          {shown.writtenDownBy && nr === 0 ? <>{t(shown.tacit ? 'contribution.one.knownBy' : 'contribution.one.saidBy')} </> : null}
          <Name author={author} shown={shown} />
          <span className="soft">
            {', '}
            {author.capacity ? t(`contribution.capacity.${author.capacity}`) : t('contribution.capacity.none')}
            {author.organisation ? <> {t('contribution.one.speaksFor', { organisation: author.organisation.name })}</> : null}
          </span>
        </p>
      ))}
      {shown.writtenDownBy ? (
        <p className="soft">
          {t(shown.tacit ? 'contribution.one.notedBy' : 'contribution.one.writtenBy')} <PersonName actor={shown.writtenDownBy} />
        </p>
      ) : null}
    </div>
  );
}

/** The names of those whose knowledge it is, as far as they are known. */
export function namesOf(shown: ContributionShown): string[] {
  return shown.authors.flatMap(({ actor }) => {
    const named = authorName(actor !== null, shown);
    return named.from === 'HERE' ? (actor?.name ?? []) : named.from === 'NOBODY' ? [] : named.name;
  });
}

function Name({ author, shown }: { author: Author; shown: ContributionShown }) {
  const { t } = useWords();
  if (author.actor) {
    return (
      <strong>
        <PersonName actor={author.actor} />
      </strong>
    );
  }
  const named = authorName(false, shown);
  if (named.from === 'HERE' || named.from === 'NOBODY') return <span className="soft">{t('contribution.one.authorNone')}</span>;
  return (
    <>
      <strong>
        <bdi>{named.name}</bdi>
      </strong>
      {/* A name that only a file states: nobody here stands behind it. */}
      {named.from === 'TOLD' ? null : <span className="soft"> ({t('contribution.one.stated')})</span>}
    </>
  );
}
