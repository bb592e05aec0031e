import { PersonName } from '../kit/PersonName';
import { useWords } from '../lib/words';
import type { FramingShown } from './framingQuery';

const capacityWord = { RESEARCHER: 'core.capacity-researcher', OFFICIAL: 'core.capacity-official', RESIDENT: 'core.capacity-resident' } as const;

/** The line from old to new names and bounds, with who and why. */
export function Line({ framing }: { framing: FramingShown }) {
  const { t, moment, day } = useWords();
  return (
    <section className="stack" aria-labelledby="line">
      <h2 id="line">{t('framing.line')}</h2>
      <ol className="line">
        <li>
          <p className="small soft">
            <time dateTime={framing.openedAt}>{day(framing.openedAt)}</time>
          </p>
          <p>
            {t('framing.lineOpened')} <PersonName actor={framing.openedBy} />
          </p>
        </li>
        {framing.reframings.map((step) => (
          <li key={step.id}>
            <p className="small soft">
              <time dateTime={step.at}>{moment(step.at)}</time> · <PersonName actor={step.by} />
              {step.capacity === null ? null : `, ${t(capacityWord[step.capacity]).toLocaleLowerCase()}`}
            </p>
            <h3>{t('framing.lineStep', { field: t(`framing.field.${step.field}`) })}</h3>
            <dl className="step">
              <div>
                <dt>{t('framing.before')}</dt>
                <dd className="prose soft" dir="auto">
                  {step.before === '' ? t('framing.nothing') : step.before}
                </dd>
              </div>
              <div>
                <dt>{t('framing.after')}</dt>
                <dd className="prose" dir="auto">
                  {step.after === '' ? t('framing.nothing') : step.after}
                </dd>
              </div>
              <div>
                <dt>{t('framing.because')}</dt>
                <dd className="prose" dir="auto">
                  {step.reason}
                </dd>
              </div>
            </dl>
          </li>
        ))}
      </ol>
    </section>
  );
}
