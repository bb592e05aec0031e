import { Button } from '../kit/Button';
import { PersonName } from '../kit/PersonName';
import { useHere } from '../lib/here';
import { may } from '../lib/rights';
import { useWords } from '../lib/words';
import { coordinates } from './nextStep';
import type { Open } from './opened';
import type { AlliancePage } from './pageQuery';
import type { Structure } from './structureQuery';

/** Who has the task of coordinating. It gives no rights, and is passed on openly. */
export function Coordinators({ alliance, more, open }: { alliance: AlliancePage; more: Structure | null; open: Open }) {
  const { t, day } = useWords();
  const { me } = useHere();
  const takesPart = may(alliance.rights, 'alliance.takeOnCoordinating');
  return (
    <section className="stack-tight" aria-labelledby="coordinators">
      <h2 id="coordinators">{t('alliance.coordinators')}</h2>
      <p className="small soft">{t('alliance.coordinators-how')}</p>
      {alliance.coordinators.length === 0 ? <p className="lacking">{t('alliance.coordinators-none')}</p> : null}
      <ul className="lines">
        {alliance.coordinators.map((one) => {
          const known = more?.coordinators.find(({ id }) => id === one.id);
          return (
            <li key={one.id} className="stack-tight">
              <p>
                <PersonName actor={known?.actor ?? { name: one.name }} /> <span className="small soft">{t('alliance.since', { day: day(one.since) })}</span>
              </p>
              {known?.from === null || known?.from === undefined ? null : <p className="small soft">{t('alliance.passed-from', { name: known.from.name })}</p>}
              {known === undefined || known.reason === '' ? null : (
                <p className="small" dir="auto">
                  {known.reason}
                </p>
              )}
              {takesPart ? (
                <div className="row">
                  <Button kind="plain" onClick={() => open({ kind: 'pass-on', coordinatingId: one.id })}>
                    {t('alliance.pass-on')}
                    <span className="unseen">: {one.name}</span>
                  </Button>
                  {one.actorId === me?.id ? (
                    <Button kind="plain" onClick={() => open({ kind: 'lay-down', coordinatingId: one.id })}>
                      {t('alliance.lay-down')}
                    </Button>
                  ) : null}
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
      {takesPart && !coordinates(alliance, me?.id) ? (
        <div>
          <Button onClick={() => open({ kind: 'take-on' })}>{t('alliance.take-on')}</Button>
        </div>
      ) : null}
    </section>
  );
}
