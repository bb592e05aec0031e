import { useState } from 'react';
import { Button } from '../../kit/Button';
import { Refusal } from '../../kit/Refusal';
import { useDo } from '../../lib/graph';
import { useWords } from '../../lib/words';
import { focusOn } from '../../kit/focusOn';
import { UndoImport } from './importQuery';

/** Takes a whole import back, after asking once. */
export function ImportUndo({ runId, fileName }: { runId: string; fileName: string }) {
  const { t } = useWords();
  const [sure, setSure] = useState(false);
  const { do: undo, busy, no } = useDo(UndoImport);
  if (!sure) {
    return (
      <p>
        <Button kind="plain" aria-label={t('import.undoOf', { name: fileName })} onClick={() => setSure(true)}>
          {t('import.undo')}
        </Button>
      </p>
    );
  }
  return (
    <section className="panel stack" aria-labelledby={`undo-${runId}`}>
      <h3 id={`undo-${runId}`}>{t('import.undoTitle')}</h3>
      <p>{t('import.undoNote')}</p>
      <Refusal no={no} />
      <div className="row">
        <Button autoFocus onClick={() => setSure(false)}>
          {t('import.undoNo')}
        </Button>
        <Button kind="grave" busy={busy} onClick={() => void undo({ id: runId }).then((done) => done && focusOn('#earlier, main h1'))}>
          {t('import.undoYes')}
        </Button>
      </div>
    </section>
  );
}
