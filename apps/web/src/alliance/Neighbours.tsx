import { Button } from '../kit/Button';
import { Link } from '../kit/Link';
import { may } from '../lib/rights';
import { useWords } from '../lib/words';
import type { Open } from './opened';
import { organisationStanding } from './organisationStanding';
import type { Structure } from './structureQuery';

/** The alliances this one takes part in or was asked to, with its answer, and those whose worry resembles it. */
export function Neighbours({ more, open }: { more: Structure; open: Open }) {
  const { t, list } = useWords();
  return (
    <>
      {more.partOf.length === 0 ? null : (
        <section className="stack-tight" aria-labelledby="part-of">
          <h2 id="part-of">{t('alliance.part-of')}</h2>
          <ul className="stack-tight">
            {more.partOf.map(({ id, alliance, standing, actor, rights }) => (
              <li key={id}>
                <Link to={`/a/${alliance.id}`} dir="auto">
                  {alliance.name}
                </Link>{' '}
                <span className="small soft">{t(organisationStanding[standing])}</span>
                {standing !== 'TAKES_PART' && may(rights, 'participation.answer') ? (
                  <div>
                    <Button onClick={() => open({ kind: 'answer', participationId: id, name: actor.name })}>
                      {t('alliance.answer-here')}
                      <span className="unseen">: {alliance.name}</span>
                    </Button>
                  </div>
                ) : null}
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
