import { limits } from '@samsyn/domain/shared/limits';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../kit/Button';
import { Link } from '../kit/Link';
import { Refusal } from '../kit/Refusal';
import { TextField } from '../kit/TextField';
import { graphql, useDo } from '../lib/graph';
import { useWords } from '../lib/words';

const SignIn = graphql(`
  mutation SignIn($token: String!, $name: String) {
    signIn(token: $token, name: $name) { id name }
  }
`);

/** Uses the letter's link by a press. Someone new is asked what they want to be called. */
export function UseLetter({ token, to }: { token: string; to: string }) {
  const { t } = useWords();
  const [, go] = useLocation();
  const [name, setName] = useState<string | null>(null);
  const signIn = useDo(SignIn);
  const nameNeeded = signIn.no?.code === 'sign-in/name-needed' || name !== null;
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void signIn.do({ token, name }).then((answer) => {
          if (answer !== null) go(to, { replace: true });
        });
      }}
    >
      <p>{t('me.press-to-enter')}</p>
      {nameNeeded ? <TextField label={t('me.name')} hint={t('me.name-hint')} value={name ?? ''} onChange={setName} maxLength={limits.name} autoComplete="nickname" autoFocus /> : null}
      <Refusal no={signIn.no} />
      <div className="row">
        <Button kind="main" type="submit" busy={signIn.busy}>
          {t('me.enter')}
        </Button>
        {signIn.no?.code === 'sign-in/spent' ? <Link to="/sign-in">{t('me.letter-again')}</Link> : null}
      </div>
    </form>
  );
}
