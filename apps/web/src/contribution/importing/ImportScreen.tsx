import type { ReactNode } from 'react';
import { useParams, useSearch } from 'wouter';
import { mayDo } from '../contributionFields';
import { useStepFocus } from '../useStepFocus';
import { Link } from '../../kit/Link';
import { Page } from '../../kit/Page';
import { Refusal } from '../../kit/Refusal';
import { useAsk } from '../../lib/graph';
import { usePlace } from '../../lib/place';
import { useWords } from '../../lib/words';
import { EarlierImports } from './EarlierImports';
import { ImportColumns } from './ImportColumns';
import { ImportDone } from './ImportDone';
import { ImportFile } from './ImportFile';
import { ImportHere, Run } from './importQuery';
import { ImportRunning } from './ImportRunning';
import '../contribution.css';
import './importing.css';

/** Brings in a spreadsheet of what people have said. The address carries the import, so that one can leave and come back. */
export function ImportScreen() {
  const { id = '' } = useParams();
  const { t } = useWords();
  const said = new URLSearchParams(useSearch());
  const run = said.get('run');
  const { data, busy, no } = useAsk(ImportHere, { id });
  const alliance = data?.alliance;
  usePlace(alliance?.id, alliance?.name);
  if (busy) return <Page title={undefined} />;
  if (!alliance) return <Page title={t('import.title')}>{no ? <Refusal no={no} /> : <p>{t('contribution.one.missing')}</p>}</Page>;
  const over = (
    <Link to={`/a/${id}`} dir="auto">
      {alliance.name}
    </Link>
  );
  if (run !== null) return <OneRun key={run} allianceId={id} runId={run} over={over} />;
  return (
    <Page title={t('import.title')} over={over}>
      {mayDo(alliance, 'alliance.import') ? (
        <>
          <ImportFile allianceId={id} framingId={said.get('framing')} />
          <EarlierImports allianceId={id} />
        </>
      ) : (
        <p>{t('import.mustJoin')}</p>
      )}
    </Page>
  );
}

function OneRun({ allianceId, runId, over }: { allianceId: string; runId: string; over: ReactNode }) {
  const { t } = useWords();
  const { data, busy, no, again } = useAsk(Run, { id: runId }, { policy: 'network-only' });
  const run = data?.importRun;
  // When it is done, or undone, the reader begins at the heading that says so.
  useStepFocus(run?.state ?? 'PREVIEW');
  if (busy) return <Page title={undefined} />;
  if (!run) return <Page title={t('import.title')}>{no ? <Refusal no={no} /> : <p>{t('contribution.one.missing')}</p>}</Page>;
  const path = `/a/${allianceId}/import`;
  const title = run.state === 'DONE' ? t('import.done') : run.state === 'UNDONE' ? t('import.undone') : run.state === 'FAILED' ? t('import.failed') : t('import.title');
  return (
    <Page key={run.state} title={title} over={over}>
      {run.state === 'PREVIEW' ? <ImportColumns run={run} path={path} onStarted={again} /> : null}
      {run.state === 'RUNNING' ? <ImportRunning run={run} again={again} /> : null}
      {run.state === 'DONE' || run.state === 'FAILED' || run.state === 'UNDONE' ? <ImportDone run={run} path={path} allianceId={allianceId} /> : null}
    </Page>
  );
}
