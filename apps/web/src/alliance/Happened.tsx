import { lazy, Suspense, useState } from 'react';
import { Bones } from '../kit/Page';
import { Button } from '../kit/Button';
import { Link } from '../kit/Link';
import { bringWords, useWords } from '../lib/words';

const Acts = lazy(async () => {
  const [{ Acts: shown }] = await Promise.all([import('../ledger/Acts'), bringWords(['acts'])]);
  return { default: shown };
});

/** What has happened in the alliance, when somebody wants to know: the sentences are fetched then. */
export function Happened({ id }: { id: string }) {
  const { t } = useWords();
  const [asked, ask] = useState(false);
  return (
    <section className="stack-tight" aria-labelledby="acts">
      <h2 id="acts">{t('alliance.acts')}</h2>
      {asked ? (
        <Suspense fallback={<Bones />}>
          <Acts id={id} />
        </Suspense>
      ) : (
        <div>
          <Button onClick={() => ask(true)}>{t('alliance.acts-show')}</Button>
        </div>
      )}
      <p>
        <Link to={`/a/${id}/ledger`}>{t('alliance.ledger')}</Link>
      </p>
      <p>
        <Link to="/equal-terms">{t('alliance.equal-terms')}</Link>
      </p>
    </section>
  );
}
