import { isRefusal } from '@samsyn/domain/shared/refusal';
import { asEmail } from '@samsyn/domain/shared/text';
import { useState } from 'react';
import { focusOn } from '../kit/focusOn';
import { ActForm } from '../kit/ActForm';
import { Button } from '../kit/Button';
import { Link } from '../kit/Link';
import { Notice } from '../kit/Notice';
import { TextField } from '../kit/TextField';
import { useDraft } from '../lib/draft';
import { graphql, useDo } from '../lib/graph';
import { useHere } from '../lib/here';
import { useWords } from '../lib/words';
import { remember } from './afterSignIn';

const AskForSignIn = graphql(`
  mutation AskForSignIn($email: String!, $language: Language!) {
    askForSignIn(email: $email, language: $language)
  }
`);

/** Asks for a letter with a link. The answer is the same whether the address is known or not. */
export function AskForLetter({ to, how }: { to: string; how: string }) {
  const { t, language } = useWords();
  const { examples, sendsLetters } = useHere();
  const [draft, change, clear] = useDraft('sign-in', { email: '' });
  const [error, setError] = useState<string>();
  const [sent, setSent] = useState<string | null>(null);
  const ask = useDo(AskForSignIn);
  if (sent !== null) {
    return (
      <div id="letter-sent" tabIndex={-1}>
        <Notice>
          <p>{t('me.letter-sent', { email: sent })}</p>
          <p>{t('me.letter-how')}</p>
          {examples && !sendsLetters ? (
            <p>
              <Link to="/outbox">{t('me.to-outbox')}</Link>
            </p>
          ) : null}
          <Button
            kind="plain"
            onClick={() => {
              change({ email: sent });
              setSent(null);
              focusOn('#ask-letter input');
            }}
          >
            {t('me.letter-again')}
          </Button>
        </Notice>
      </div>
    );
  }
  return (
    <div id="ask-letter">
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
          void ask.do({ email: draft.email, language }).then((answer) => {
            if (answer === null) return;
            setSent(draft.email.trim());
            clear();
            // The button that had the focus is gone.
            focusOn('#letter-sent');
          });
        }}
      >
        <p>{how}</p>
        <TextField label={t('me.your-email')} error={error} type="email" autoComplete="email" dir="ltr" value={draft.email} onChange={(email) => change({ email })} />
      </ActForm>
    </div>
  );
}
