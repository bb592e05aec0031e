import { limits } from '@samsyn/domain/shared/limits';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { focusOn } from '../kit/focusOn';
import { Button } from '../kit/Button';
import { Link } from '../kit/Link';
import { say } from '../kit/Notice';
import { Refusal } from '../kit/Refusal';
import { TextField } from '../kit/TextField';
import { graphql, useDo } from '../lib/graph';
import { useHere } from '../lib/here';
import { useWords } from '../lib/words';

const SignIn = graphql(`
  mutation SignIn($token: String!, $name: String, $leaveGuest: Boolean) {
    signIn(token: $token, name: $name, leaveGuest: $leaveGuest) { id name }
  }
`);

/**
 * Uses the letter's link by a press. Someone new is asked what they want to be called; a guest keeps their name and gets the address.
 * Is the address somebody else's already, the guest is asked first: there would be no way back.
 */
export function UseLetter({ token, to }: { token: string; to: string }) {
  const { t } = useWords();
  const { me } = useHere();
  const [, go] = useLocation();
  const [name, setName] = useState<string | null>(null);
  const [error, setError] = useState<string>();
  const signIn = useDo(SignIn);
  const code = signIn.no?.code;
  const nameNeeded = code === 'sign-in/name-needed' || name !== null;
  const guest = me?.guest === true ? me.name : null;
  const use = (leaveGuest: boolean) =>
    void signIn.do({ token, name, leaveGuest }).then((answer) => {
      if (answer === null) return;
      if (guest !== null && !leaveGuest) say(t('me.email-added'));
      go(to, { replace: true });
    });
  if (me === undefined) return null;
  if (code === 'sign-in/other-person' && guest !== null) {
    return (
      <div className="stack">
        <Refusal no={signIn.no} />
        <div className="row">
          <Link to="/me" as="main">
            {t('me.stay-as', { name: guest })}
          </Link>
          <Button kind="grave" busy={signIn.busy} onClick={() => use(true)}>
            {t('me.leave-guest')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (name !== null && name.trim() === '') {
          setError(t('me.name-needed'));
          event.currentTarget.querySelector('input')?.focus();
        } else use(false);
      }}
    >
      <p>{guest === null ? t('me.press-to-enter') : t('me.press-to-add', { name: guest })}</p>
      {nameNeeded ? <NameAsked name={name ?? ''} onName={setName} error={error} /> : null}
      {/* Being asked for a name is no mistake. */}
      <Refusal no={code === 'sign-in/name-needed' ? undefined : signIn.no} />
      <div className="row">
        <Button kind="main" type="submit" busy={signIn.busy}>
          {guest === null ? t('me.enter') : t('me.add-email-do')}
        </Button>
        {code === 'sign-in/spent' ? <Link to={guest === null ? '/sign-in' : '/me'}>{t('me.letter-again')}</Link> : null}
      </div>
    </form>
  );
}

function NameAsked({ name, onName, error }: { name: string; onName: (name: string) => void; error: string | undefined }) {
  const { t } = useWords();
  useEffect(() => {
    onName('');
    focusOn('#name-asked input');
    // Once, when it is asked.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <div id="name-asked">
      <TextField label={t('me.name')} hint={t('me.name-hint')} error={error} value={name} onChange={onName} maxLength={limits.name} autoComplete="nickname" />
    </div>
  );
}
