import { Link } from '../../kit/Link';
import { useWords, type WordKey } from '../../lib/words';
import type { Protecting } from './protectedQuery';

const words: Readonly<Record<string, WordKey>> = {
  contribution: 'protected.in-contribution',
  question: 'protected.in-question',
  thread: 'protected.in-thread',
  framing: 'protected.in-framing',
  problem: 'protected.in-problem',
  alliance: 'protected.in-alliance',
  participation: 'protected.in-participation',
};

/** Where my name stands in what people wrote: I can ask those who wrote it. */
export function NamedIn({ all }: { all: Protecting['namedIn'] }) {
  const { t } = useWords();
  if (all.length === 0) return <p>{t('protected.written-none')}</p>;
  return (
    <section className="stack-tight rule">
      <p>{t('protected.written')}</p>
      <ul className="lines">
        {all.map(({ what, path, by }, at) => (
          <li key={`${path} ${at}`}>
            <Link to={path}>{t(words[what] ?? 'protected.in-contribution')}</Link>
            {by === null ? null : <span className="soft"> {t('protected.written-by', { name: by.name })}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
