import { Link } from '../kit/Link';
import { useWords } from '../lib/words';

interface Stand {
  readonly framing: { readonly id: string; readonly name: string };
  readonly quote: string;
  readonly removed: boolean;
}

/** Every text a contribution stands in, the earliest first; where it was removed, the words as they stood. */
export function StandsIn({ stands }: { stands: readonly Stand[] }) {
  const { t } = useWords();
  if (stands.length === 0) return null;
  return (
    <section className="stack rule" aria-labelledby="stands">
      <h2 id="stands">{t('contribution.stands.title')}</h2>
      <ul className="stack">
        {stands.map(({ framing, quote, removed }) => (
          <li key={framing.id}>
            <p>
              <Link to={`/f/${framing.id}?beside=knowledge`} dir="auto">
                {framing.name}
              </Link>
            </p>
            <p className={removed ? 'small soft' : 'small'}>
              {removed ? `${t('contribution.stands.was')} ` : ''}
              <q dir="auto">{quote}</q>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
