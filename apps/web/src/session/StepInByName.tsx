import { limits } from '@samsyn/domain/shared/limits';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { ActForm } from '../kit/ActForm';
import { TextField } from '../kit/TextField';
import { useDraft } from '../lib/draft';
import { graphql, useDo } from '../lib/graph';
import { useWords } from '../lib/words';

const StepIn = graphql(`
  mutation StepIn($name: String!) {
    stepIn(name: $name) { id name }
  }
`);

/** Steps in with a self-chosen name and nothing else. */
export function StepInByName({ to }: { to: string }) {
  const { t } = useWords();
  const [, go] = useLocation();
  const [draft, change, clear] = useDraft('step-in', { name: '' });
  const [error, setError] = useState<string>();
  const stepIn = useDo(StepIn);
  return (
    <ActForm
      press={t('me.enter')}
      busy={stepIn.busy}
      no={stepIn.no}
      onAct={(form) => {
        if (draft.name.trim() === '') {
          setError(t('me.name-needed'));
          form.querySelector('input')?.focus();
          return;
        }
        void stepIn.do({ name: draft.name }).then((answer) => {
          if (answer === null) return;
          clear();
          go(to, { replace: true });
        });
      }}
    >
      <TextField label={t('me.name')} hint={t('me.by-name-hint')} error={error} value={draft.name} onChange={(name) => change({ name })} autoComplete="nickname" maxLength={limits.name} />
    </ActForm>
  );
}
