import { useState } from 'react';
import { Button } from '../kit/Button';
import { Link } from '../kit/Link';
import { PersonName } from '../kit/PersonName';
import { useWords } from '../lib/words';
import type { FramingShown } from './framingQuery';
import { OpenFramingForm } from './OpenFramingForm';

/** The framings of one problem beside each other, oldest first; none is above another. */
export function SideBySide({ framing }: { framing: FramingShown }) {
  const { t, day } = useWords();
  const [opening, setOpening] = useState(false);
  const may = framing.rights.some((right) => right.verb === 'alliance.openFraming' && right.may);
  const { framings } = framing.problem;
  return (
    <section className="stack" aria-labelledby="others">
      <h2 id="others">{t('framing.others')}</h2>
      <p className="soft">{framings.length === 1 ? t('framing.othersNone') : t('framing.othersHint')}</p>
      {framings.length === 1 ? null : (
        <ul className="side-by-side">
          {framings.map((other) => (
            <li key={other.id} className={other.id === framing.id ? 'one-framing one-framing-here' : 'one-framing'}>
              <h3 className="serif" dir="auto">
                {other.id === framing.id ? other.name : <Link to={`/f/${other.id}`}>{other.name}</Link>}
              </h3>
              {other.id === framing.id ? <p className="small soft">{t('framing.thisOne')}</p> : null}
              <dl>
                <div>
                  <dt>{t('framing.field.BELONGS')}</dt>
                  <dd className="prose" dir="auto">
                    {other.belongs === '' ? t('framing.unwritten') : other.belongs}
                  </dd>
                </div>
                <div>
                  <dt>{t('framing.field.OUTSIDE')}</dt>
                  <dd className="prose" dir="auto">
                    {other.outside === '' ? t('framing.unwritten') : other.outside}
                  </dd>
                </div>
              </dl>
              <p className="small soft">
                {day(other.openedAt)} · <PersonName actor={other.openedBy} />
              </p>
            </li>
          ))}
        </ul>
      )}
      {opening ? (
        <OpenFramingForm problemId={framing.problem.id} onClose={() => setOpening(false)} />
      ) : may ? (
        <p>
          <Button onClick={() => setOpening(true)}>{t('framing.open')}</Button>
        </p>
      ) : null}
    </section>
  );
}
