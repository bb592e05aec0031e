import type { ReactNode } from 'react';
import type { No } from '../lib/graph';
import { useWords } from '../lib/words';
import { Button, type ButtonKind } from './Button';
import { Refusal } from './Refusal';

interface Props {
  press: string;
  kind?: ButtonKind;
  busy: boolean;
  no: No | undefined;
  /** What pressing does; the form is at hand for putting the focus where something is missing. */
  onAct: (form: HTMLFormElement) => void;
  /** Turning back. Where there is nothing to turn back to, no such button stands. */
  onClose?: () => void;
  className?: string;
  children?: ReactNode;
}

/** The form of one act: fields, what was refused, the press, and a way back. */
export function ActForm({ press, kind = 'main', busy, no, onAct, onClose, className = 'stack', children }: Props) {
  const { t } = useWords();
  return (
    <form
      className={className}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onAct(event.currentTarget);
      }}
    >
      {children}
      <Refusal no={no} />
      <div className="row">
        <Button kind={kind} type="submit" busy={busy}>
          {press}
        </Button>
        {onClose === undefined ? null : (
          <Button kind="plain" onClick={onClose}>
            {t('core.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
