import { useState } from 'react';
import { Button } from '../kit/Button';
import { Link } from '../kit/Link';
import { PersonName } from '../kit/PersonName';
import { useWords } from '../lib/words';
import { NameForm } from './NameForm';

interface Listed {
  readonly number: number;
  readonly label: string;
  readonly at: string;
  readonly automatic: boolean;
  readonly by: { readonly name: string; readonly kind: string; readonly invented: boolean } | null;
}

/** The versions of a text, newest first, each with a way to read it; and the way to name another. */
export function VersionList({ framingId, versions, mayName }: { framingId: string; versions: readonly Listed[]; mayName: boolean }) {
  const { t, moment } = useWords();
  const [naming, name] = useState(false);
  return (
    <section className="stack" aria-labelledby="versions-named">
      <h2 id="versions-named">{t('versions.namedOnes')}</h2>
      <p className="soft">{t('versions.namedHow')}</p>
      {versions.length === 0 ? <p>{t('versions.none')}</p> : null}
      <ol className="version-list">
        {versions.map(({ number, label, at, by, automatic }) => (
          <li key={number}>
            <Link to={`/f/${framingId}/versions/${number}`} dir="auto">
              {label}
            </Link>
            <span className="soft small">
              {moment(at)} · <PersonName actor={by} />
              {automatic ? ` · ${t('versions.automatic')}` : null}
            </span>
          </li>
        ))}
      </ol>
      {!mayName ? null : naming ? (
        <NameForm framingId={framingId} onClose={() => name(false)} />
      ) : (
        <div className="row">
          <Button onClick={() => name(true)}>{t('versions.nameNow')}</Button>
        </div>
      )}
    </section>
  );
}
