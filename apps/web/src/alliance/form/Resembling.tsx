import { useState } from 'react';
import { Button } from '../../kit/Button';
import { Link } from '../../kit/Link';
import { graphql, useAsk } from '../../lib/graph';
import { useWords } from '../../lib/words';
import { NoteInitiative } from './NoteInitiative';

const ResemblingQuery = graphql(`
  query Resembling($worry: String!) {
    resembling(worry: $worry, first: 3) {
      alliances { worry because alliance { id name } }
      initiatives { because initiative { id name description url organisation { id name } } }
    }
  }
`);

/** Alliances and ongoing initiatives that resemble the worry, so that what goes on can be strengthened first. */
export function Resembling({ worry }: { worry: string }) {
  const { t, list } = useWords();
  const [noting, setNoting] = useState(false);
  const { data } = useAsk(ResemblingQuery, { worry: worry.trim() });
  const { alliances = [], initiatives = [] } = data?.resembling ?? {};
  return (
    <section className="resembling stack" aria-labelledby="resembling">
      <h2 id="resembling">{t('form.resembling')}</h2>
      {alliances.length + initiatives.length === 0 ? <p>{data === undefined ? t('core.loading') : t('form.resembling-none')}</p> : <p>{t('form.resembling-how')}</p>}
      {alliances.length === 0 ? null : (
        <>
          <h3>{t('form.resembling-alliances')}</h3>
          <ul className="lines">
            {alliances.map(({ alliance, worry: theirs, because }) => (
              <li key={alliance.id}>
                <Link to={`/a/${alliance.id}`} dir="auto">
                  {alliance.name}
                </Link>
                <p dir="auto">{theirs}</p>
                {because.length === 0 ? null : <p className="small soft">{t('form.because', { words: list(because) })}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
      {initiatives.length === 0 ? null : (
        <>
          <h3>{t('form.resembling-initiatives')}</h3>
          <ul className="lines">
            {initiatives.map(({ initiative, because }) => (
              <li key={initiative.id}>
                <p>
                  {initiative.url === null ? (
                    <strong dir="auto">{initiative.name}</strong>
                  ) : (
                    <a href={initiative.url} rel="noreferrer" dir="auto">
                      {initiative.name}
                    </a>
                  )}
                  {initiative.organisation === null ? null : <span className="small soft"> {initiative.organisation.name}</span>}
                </p>
                <p dir="auto">{initiative.description}</p>
                {because.length === 0 ? null : <p className="small soft">{t('form.because', { words: list(because) })}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
      {noting ? (
        <NoteInitiative onDone={() => setNoting(false)} />
      ) : (
        <div>
          <Button kind="plain" onClick={() => setNoting(true)}>
            {t('form.note')}
          </Button>
        </div>
      )}
    </section>
  );
}
