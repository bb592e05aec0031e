import { useWords } from '../lib/words';
import type { BringingShown } from './bringingQuery';

/** What of the file does not come in, or reads otherwise here: how much of which sort, and of what was seen there also the words. */
export function Differences({ differences }: { differences: BringingShown['differences'] }) {
  const { t } = useWords();
  if (differences.length === 0) return null;
  return (
    <section className="brought-differences" aria-labelledby="differences">
      <h3 id="differences">{t('bringing.differences')}</h3>
      <ul>
        {differences.map(({ sort, count, words }) => (
          <li key={sort}>
            {t(`bringing.difference.${sort}`, { n: count })}
            {words.length === 0 ? null : (
              <ul>
                {words.map((passage, at) => (
                  <li key={at} dir="auto">
                    {sort === 'STRUCK' ? <s>{passage}</s> : passage}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
