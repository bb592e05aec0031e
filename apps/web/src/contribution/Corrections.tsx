import type { Kind } from '@samsyn/domain/shared/enums';
import { useWords } from '../lib/words';
import { KindMarks } from './Knowing';
import { Written } from './Written';

interface Correction {
  readonly before: string;
  readonly kindsBefore: readonly Kind[];
  readonly by: { readonly name: string } | null;
  readonly at: string;
}

/** How it read before each correction. */
export function Corrections({ corrections, language }: { corrections: readonly Correction[]; language: string | null }) {
  const { t, day } = useWords();
  if (corrections.length === 0) return null;
  return (
    <details className="unfold rule">
      <summary>
        {t('contribution.history.title')} ({t('contribution.history.count', { n: corrections.length })})
      </summary>
      <ol className="stack history">
        {corrections.map((one) => (
          <li key={one.at} className="stack-tight">
            <p className="soft small">{t('contribution.history.by', { day: day(one.at), name: one.by?.name ?? t('core.someone') })}</p>
            {one.before ? <Written text={one.before} language={language} /> : null}
            <p className="unseen">{t('contribution.history.kinds')}</p>
            <KindMarks kinds={one.kindsBefore} />
          </li>
        ))}
      </ol>
    </details>
  );
}
