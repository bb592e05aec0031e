import { limits } from '@samsyn/domain/shared/limits';
import { useState } from 'react';
import { Button } from '../../kit/Button';
import { TextArea, TextField } from '../../kit/TextField';
import { useWords } from '../../lib/words';
import { VisibilityChoice } from '../VisibilityChoice';
import { StepForm } from './StepForm';
import type { StepProps } from './StepProps';

/** The third step: a name, what the alliance wants, how one treats each other, and who may read. */
export function AgreedStep({ forming, change, onward }: StepProps) {
  const { t } = useWords();
  const [error, setError] = useState<string>();
  return (
    <StepForm
      onNext={(form) => {
        if (forming.name.trim() === '') {
          setError(t('form.name-needed'));
          form.querySelector('input')?.focus();
        } else onward();
      }}
    >
      <TextField label={t('form.name')} hint={t('form.name-hint')} error={error} value={forming.name} onChange={(name) => change({ name })} maxLength={limits.name} />
      <TextArea label={t('form.purpose')} hint={t('form.purpose-hint')} optional value={forming.purpose} onChange={(purpose) => change({ purpose })} maxLength={limits.purpose} />
      <TextArea label={t('form.rules')} hint={t('form.rules-hint')} optional value={forming.groundRules} onChange={(groundRules) => change({ groundRules })} maxLength={limits.groundRules} />
      {forming.groundRules.trim() === '' ? (
        <div>
          <Button onClick={() => change({ groundRules: t('form.rules-suggestion') })}>{t('form.rules-suggest')}</Button>
        </div>
      ) : null}
      <VisibilityChoice chosen={forming.visibility} onChange={(visibility) => change({ visibility })} />
    </StepForm>
  );
}
