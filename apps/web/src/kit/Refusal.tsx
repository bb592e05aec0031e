import type { No } from '../lib/graph';
import { useWords } from '../lib/words';
import { Link } from './Link';

/** Why something could not be done, and how to go on. Shows nothing when nothing was refused. */
export function Refusal({ no }: { no: No | undefined }) {
  const { t } = useWords();
  return (
    <div role="alert">
      {no === undefined ? null : (
        <div className="refusal">
          <p>{no.code === 'network' ? t('core.no-network') : no.sentence}</p>
          {no.code === 'session/none' ? <Link to={`/sign-in?to=${encodeURIComponent(location.pathname)}`}>{t('core.step-in')}</Link> : null}
        </div>
      )}
    </div>
  );
}
