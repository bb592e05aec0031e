import { limits } from '@samsyn/domain/shared/limits';
import { useState } from 'react';
import { TextArea } from '../../kit/TextField';
import { useWords } from '../../lib/words';
import { StepForm } from './StepForm';
import type { StepProps } from './StepProps';

/** The first step: what worries, in one sentence. */
export function WorryStep({ forming, change, onward }: StepProps) {
  const { t } = useWords();
  const [error, setError] = useState<string>();
  return (
    <StepForm
      onNext={(form) => {
        if (forming.worry.trim() === '') {
          setError(t('form.worry-needed'));
          form.querySelector('textarea')?.focus();
        } else onward();
      }}
    >
      <TextArea label={t('form.worry')} hint={t('form.worry-hint')} error={error} value={forming.worry} onChange={(worry) => change({ worry })} maxLength={limits.sentence} />
    </StepForm>
  );
}
