import type { ReactNode } from 'react';
import { Button } from '../../kit/Button';
import { useWords } from '../../lib/words';

/** The form of a step that leads on to the next. `onNext` gets the form, for putting the focus where something is missing. */
export function StepForm({ onNext, children }: { onNext: (form: HTMLFormElement) => void; children: ReactNode }) {
  const { t } = useWords();
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onNext(event.currentTarget);
      }}
    >
      {children}
      <div>
        <Button kind="main" type="submit">
          {t('core.next')}
        </Button>
      </div>
    </form>
  );
}
