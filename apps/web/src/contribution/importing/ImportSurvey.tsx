import { Notice } from '../../kit/Notice';
import { useWords } from '../../lib/words';
import type { RunShown } from './importQuery';

/** What the whole file would bring, beyond the rows shown: those left out, and words nobody here understands. */
export function ImportSurvey({ survey }: { survey: RunShown['survey'] }) {
  const { t, list } = useWords();
  if (!survey || (survey.refused === 0 && survey.notUnderstood.length === 0)) return null;
  return (
    <Notice>
      <ul className="stack-tight">
        {survey.refused > 0 ? <li>{t('import.leftOut', { n: survey.refused })}</li> : null}
        {survey.notUnderstood.map((one) => (
          <li key={one.part}>
            {t('import.notUnderstood', {
              n: one.cells,
              part: t(one.part === 'capacity' ? 'import.part.capacity' : one.part === 'kinds' ? 'import.part.kinds' : 'import.part.howKnown'),
              words: list(one.examples.map((word) => `”${word}”`)),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
