import { mayDo } from '../contributionFields';
import { Link } from '../../kit/Link';
import { PersonName } from '../../kit/PersonName';
import { TableRegion } from '../../kit/TableRegion';
import { useWords } from '../../lib/words';
import { rowReason } from './ImportPreview';
import { ImportUndo } from './ImportUndo';
import type { RunShown } from './importQuery';

/** What came in, what did not and why, and a way to take it all back. */
export function ImportDone({ run, path, allianceId }: { run: RunShown; path: string; allianceId: string }) {
  const { t, moment } = useWords();
  const undone = run.state === 'UNDONE';
  return (
    <div className="stack-wide">
      <div className="stack-tight" role="status">
        <p dir="auto">{undone ? t('import.undoneNote', { name: run.fileName }) : t('import.doneCount', { n: Math.max(0, run.done - run.refusedCount), name: run.fileName })}</p>
        {run.state === 'FAILED' ? <p className="field-error">{t('import.failedNote')}</p> : null}
      </div>
      {undone ? null : <Refused run={run} />}
      <p className="soft small">
        {t('import.byWhom')} <PersonName actor={run.importedBy} /> · {moment(run.createdAt)}
      </p>
      <div className="row">
        {undone ? null : (
          <Link to={`/a/${allianceId}/knowledge`} as="main">
            {t('import.see')}
          </Link>
        )}
        <Link to={path} as={undone ? 'main' : 'quiet'}>
          {t('import.another')}
        </Link>
      </div>
      {mayDo(run, 'import.undo') ? <ImportUndo runId={run.id} fileName={run.fileName} /> : null}
    </div>
  );
}

function Refused({ run }: { run: RunShown }) {
  const words = useWords();
  const { t, number } = words;
  if (run.refusedCount === 0) return <p>{t('import.refusedNone')}</p>;
  return (
    <section className="stack" aria-labelledby="refused">
      <h2 id="refused">{t('import.refused', { n: run.refusedCount })}</h2>
      {run.refused.length < run.refusedCount ? <p className="soft">{t('import.refusedFirst', { n: run.refused.length })}</p> : null}
      <TableRegion label={t('import.refusedTable')}>
        <table className="import-refused">
          <thead>
            <tr>
              <th scope="col">{t('import.row')}</th>
              <th scope="col">{t('import.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {run.refused.map((one) => (
              <tr key={one.row}>
                <th scope="row">{number(one.row)}</th>
                <td>{rowReason(one.code, words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </section>
  );
}
