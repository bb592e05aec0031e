import { useState } from 'react';
import { Button } from '../../kit/Button';
import { TextArea } from '../../kit/TextField';
import { useWords } from '../../lib/words';
import type { StepProps } from './StepProps';

/** The first step: what worries, in one sentence. */
export function WorryStep({ forming, change, onward }: StepProps) {
  const { t } = useWords();
  const [error, setError] = useState<string>();
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (forming.worry.trim() === '') {
          setError(t('form.worry-needed'));
          event.currentTarget.querySelector('textarea')?.focus();
        } else onward();
      }}
    >
      <TextArea label={t('form.worry')} hint={t('form.worry-hint')} error={error} value={forming.worry} onChange={(worry) => change({ worry })} maxLength={400} />
      <div>
        <Button kind="main" type="submit">
          {t('core.next')}
        </Button>
      </div>
    </form>
  );
}
