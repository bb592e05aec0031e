import { Link } from '../kit/Link';
import { useWords, type WordKey } from '../lib/words';

/** A place that belongs to a framing: its address under the framing's own, and what it is called. */
export interface Way {
  readonly to: string;
  readonly label: WordKey;
}

/** Where one can go on from a framing. */
export function WaysOn({ framingId, ways }: { framingId: string; ways: readonly Way[] }) {
  const { t } = useWords();
  if (ways.length === 0) return null;
  return (
    <nav className="row ways-on" aria-label={t('framing.way')}>
      {ways.map(({ to, label }) => (
        <Link key={to} as="plain" to={`/f/${framingId}/${to}`}>
          {t(label)}
        </Link>
      ))}
    </nav>
  );
}
