import { useWords } from '../lib/words';
import { Draft } from './Draft';
import { bounds, placeOfField } from './fields';
import type { FramingShown } from './framingQuery';

/** What belongs to the problem and what does not, for whom, what is not known, and the norms it rests on. */
export function Bounds({ framing }: { framing: FramingShown }) {
  const { t } = useWords();
  return (
    <section className="stack" aria-labelledby="bounds">
      <div>
        <h2 id="bounds">{t('framing.bounds')}</h2>
        <p className="soft">{t('framing.boundsHint')}</p>
      </div>
      <dl className="bounds">
        {bounds.map((field) => {
          const text = framing[placeOfField[field]];
          return (
            <div key={field} className={`bound bound-${field}`}>
              <dt>{t(`framing.field.${field}`)}</dt>
              <dd>
                {text === '' ? (
                  <p className="soft">{t('framing.unwritten')}</p>
                ) : (
                  <p className="prose" dir="auto">
                    {text}
                  </p>
                )}
                <Draft framing={framing} field={field} />
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
