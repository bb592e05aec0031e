import { Link } from '../kit/Link';
import { useWords } from '../lib/words';
import { organisationStanding } from './organisationStanding';
import type { Structure } from './structureQuery';

/** The alliances this one takes part in, and those whose worry resembles it. */
export function Neighbours({ more }: { more: Structure }) {
  const { t, list } = useWords();
  return (
    <>
      {more.partOf.length === 0 ? null : (
        <section className="stack-tight" aria-labelledby="part-of">
          <h2 id="part-of">{t('alliance.part-of')}</h2>
          <ul className="stack-tight">
            {more.partOf.map(({ id, alliance, standing }) => (
              <li key={id}>
                <Link to={`/a/${alliance.id}`} dir="auto">
                  {alliance.name}
                </Link>{' '}
                <span className="small soft">{t(organisationStanding[standing])}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {more.similar.length === 0 ? null : (
        <section className="stack-tight" aria-labelledby="similar">
          <h2 id="similar">{t('alliance.similar')}</h2>
          <ul className="stack-tight">
            {more.similar.map(({ alliance, because }) => (
              <li key={alliance.id}>
                <Link to={`/a/${alliance.id}`} dir="auto">
                  {alliance.name}
                </Link>
                {because.length === 0 ? null : <p className="small soft">{t('alliance.because', { words: list(because) })}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
