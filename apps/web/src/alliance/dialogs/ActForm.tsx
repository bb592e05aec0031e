import type { ReactNode } from 'react';
import { Button } from '../../kit/Button';
import { Refusal } from '../../kit/Refusal';
import type { No } from '../../lib/graph';
import { useWords } from '../../lib/words';

/** The form of a small window: fields, what was refused, and two buttons. */
export function ActForm(props: { press: string; grave?: boolean; busy: boolean; no: No | undefined; onAct: () => void; onClose: () => void; children?: ReactNode }) {
  const { t } = useWords();
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!props.busy) props.onAct();
      }}
    >
      {props.children}
      <Refusal no={props.no} />
      <div className="row">
        <Button kind={props.grave === true ? 'grave' : 'main'} type="submit" busy={props.busy}>
          {props.press}
        </Button>
        <Button kind="plain" onClick={props.onClose}>
          {t('core.cancel')}
        </Button>
      </div>
    </form>
  );
}
