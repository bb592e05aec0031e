import { useState } from 'react';
import { Button } from '../kit/Button';
import { focusOn } from '../kit/focusOn';
import { Refusal } from '../kit/Refusal';
import { useDo } from '../lib/graph';
import { useWords } from '../lib/words';
import { UndoBringing } from './bringingQuery';

/** Takes back what came in, after asking once. */
export function BringUndo({ id, fileName, opened }: { id: string; fileName: string; opened: boolean }) {
  const { t } = useWords();
  const [sure, setSure] = useState(false);
  const { do: undo, busy, no } = useDo(UndoBringing);
  if (!sure) {
    return (
      <p>
        <Button kind="plain" aria-label={t('bringing.undoOf', { name: fileName })} onClick={() => setSure(true)}>
          {t('bringing.undo')}
        </Button>
      </p>
    );
  }
  return (
    <section className="panel stack" aria-labelledby={`undo-${id}`}>
      <h3 id={`undo-${id}`}>{t('bringing.undoTitle')}</h3>
      <p>{t(opened ? 'bringing.undoFraming' : 'bringing.undoContributions')}</p>
      <Refusal no={no} />
      <div className="row">
        <Button autoFocus onClick={() => setSure(false)}>
          {t('bringing.undoNo')}
        </Button>
        <Button kind="grave" busy={busy} onClick={() => void undo({ id }).then((done) => done && focusOn('#earlier, main h1'))}>
          {t('bringing.undoYes')}
        </Button>
      </div>
    </section>
  );
}
