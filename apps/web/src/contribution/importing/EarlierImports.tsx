import { mayDo } from '../contributionFields';
import { Link } from '../../kit/Link';
import { PersonName } from '../../kit/PersonName';
import { useAsk } from '../../lib/graph';
import { useWords } from '../../lib/words';
import { Earlier } from './importQuery';
import { ImportUndo } from './ImportUndo';

/** What has been brought in before: each can be opened again, and taken back. */
export function EarlierImports({ allianceId }: { allianceId: string }) {
  const { t, moment } = useWords();
  const { data } = useAsk(Earlier, { id: allianceId });
  const runs = data?.alliance?.imports ?? [];
  if (runs.length === 0) return null;
  return (
    <section className="stack rule" aria-labelledby="earlier">
      <h2 id="earlier" tabIndex={-1}>
        {t('import.earlier')}
      </h2>
      <ul className="lines">
        {runs.map((run) => (
          <li key={run.id} className="stack-tight">
            <Link to={`/a/${allianceId}/import?run=${run.id}`} dir="auto">
              {run.fileName}
            </Link>
            <p>{t(`import.state.${run.state}`, { n: Math.max(0, run.done - run.refusedCount) })}</p>
            <p className="small soft">
              <PersonName actor={run.importedBy} /> · {moment(run.createdAt)}
            </p>
            {mayDo(run, 'import.undo') ? <ImportUndo runId={run.id} fileName={run.fileName} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
