import { isRefusal } from '@samsyn/domain/shared/refusal';
import { asEmail } from '@samsyn/domain/shared/text';
import { useState } from 'react';
import { ActForm } from '../kit/ActForm';
import { Button } from '../kit/Button';
import { Notice } from '../kit/Notice';
import { TextField } from '../kit/TextField';
import { useDraft } from '../lib/draft';
import { graphql, useDo } from '../lib/graph';
import { useWords } from '../lib/words';
import { remember } from './afterSignIn';

const AskForSignIn = graphql(`
  mutation AskForSignIn($email: String!, $language: Language!) {
    askForSignIn(email: $email, language: $language)
  }
`);

/** Asks for a letter with a link. The answer is the same whether the address is known or not. */
export function AskForLetter({ to }: { to: string }) {
  const { t, language } = useWords();
  const [draft, change] = useDraft('sign-in', { email: '' });
  const [error, setError] = useState<string>();
  const [sent, setSent] = useState(false);
  const ask = useDo(AskForSignIn);
  if (sent) {
    return (
      <Notice live>
        <p>{t('me.letter-sent', { email: draft.email.trim() })}</p>
        <p>{t('me.letter-how')}</p>
        <Button kind="plain" onClick={() => setSent(false)}>
          {t('me.letter-again')}
        </Button>
      </Notice>
    );
  }
  return (
    <ActForm
      kind="quiet"
      press={t('me.send-letter')}
      busy={ask.busy}
      no={ask.no}
      onAct={(form) => {
        if (isRefusal(asEmail(draft.email))) {
          setError(t('me.email-wrong'));
          form.querySelector('input')?.focus();
          return;
        }
        setError(undefined);
        remember(to);
        void ask.do({ email: draft.email, language }).then((answer) => setSent(answer !== null));
      }}
    >
      <p>{t('me.sign-in-how')}</p>
      <TextField label={t('me.your-email')} error={error} type="email" autoComplete="email" dir="ltr" value={draft.email} onChange={(email) => change({ email })} />
    </ActForm>
  );
}
