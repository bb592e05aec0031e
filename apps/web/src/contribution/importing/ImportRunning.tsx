import { useEffect } from 'react';
import { useWords } from '../../lib/words';
import type { RunShown } from './importQuery';

/** Third: it goes on by itself. The page only looks how far it has come, and may be left. */
export function ImportRunning({ run, again }: { run: RunShown; again: () => void }) {
  const { t } = useWords();
  useEffect(() => {
    const looking = setInterval(again, 700);
    return () => clearInterval(looking);
  }, [again]);
  const tenth = Math.floor((run.done / Math.max(1, run.rows)) * 10) * 10;
  return (
    <div className="stack">
      <label className="stack-tight" htmlFor="progress">
        {t('import.running')}
      </label>
      <progress id="progress" className="import-progress" max={Math.max(1, run.rows)} value={run.done} />
      <p>{t('import.progress', { done: run.done, rows: run.rows })}</p>
      {/* Read aloud at every tenth, not at every row. */}
      <p className="unseen" role="status">
        {tenth} %
      </p>
      <p className="soft">{t('import.safe')}</p>
    </div>
  );
}
