import { useWords } from '../lib/words';
import type { Told } from './draft';
import { Written } from './Written';

/** The four prompts in the order they help. */
export const prompts = ['situation', 'saw', 'did', 'newcomer'] as const satisfies readonly (keyof Told)[];

/** What was told with the help of the four prompts; those left empty are not shown. */
export function Telling({ telling, language }: { telling: Told; language: string | null }) {
  const { t } = useWords();
  const told = prompts.filter((prompt) => telling[prompt].trim() !== '');
  if (told.length === 0) return null;
  return (
    <dl className="telling">
      {told.map((prompt) => (
        <div key={prompt}>
          <dt>{t(`contribution.give.${prompt}`)}</dt>
          <dd>
            <Written text={telling[prompt]} language={language} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
