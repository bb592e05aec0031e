import { Link } from '../kit/Link';
import { PersonName } from '../kit/PersonName';
import type { ResultOf } from '../lib/graph';
import { useWords } from '../lib/words';
import type { VersionsQuery } from './versionsQuery';

type All = NonNullable<ResultOf<typeof VersionsQuery>['framing']>['restorings'];

/** When the text was restored, by whom and why, with a way to what stood before. */
export function Restorings({ framingId, restorings }: { framingId: string; restorings: All }) {
  const { t, moment } = useWords();
  if (restorings.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="versions-restored">
      <h2 id="versions-restored">{t('versions.restorings')}</h2>
      <ol className="version-list">
        {restorings.map(({ at, by, reason, textAt, before }) => (
          <li key={at}>
            <span>
              {t('versions.restoredTo', { moment: moment(at), textAt: moment(textAt) })} <PersonName actor={by} />
            </span>
            <q dir="auto">{reason}</q>
            {before === null ? null : <Link to={`/f/${framingId}/versions/${before.number}`}>{t('versions.stoodBefore')}</Link>}
          </li>
        ))}
      </ol>
    </section>
  );
}
