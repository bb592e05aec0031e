import { limits } from '@samsyn/domain/shared/limits';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { ActForm } from '../kit/ActForm';
import { Button } from '../kit/Button';
import { focusOn } from '../kit/focusOn';
import { Link } from '../kit/Link';
import { say } from '../kit/Notice';
import { Page } from '../kit/Page';
import { Refusal } from '../kit/Refusal';
import { TextField } from '../kit/TextField';
import { graphql, useDo } from '../lib/graph';
import { useHere } from '../lib/here';
import { useWords } from '../lib/words';

const Enter = graphql(`
  mutation EnterWithOrganisation($proof: String!, $name: String, $leaveName: Boolean) {
    enterWithOrganisation(proof: $proof, name: $name, leaveName: $leaveName) { id name }
  }
`);

/** Back from the organisation's sign-in: a press lets one in, and somebody new says what they are called. */
export function EnterScreen() {
  const { t } = useWords();
  const { me } = useHere();
  const [, go] = useLocation();
  const [proof] = useState(() => location.hash.slice(1));
  const [name, setName] = useState<string | null>(null);
  const [error, setError] = useState<string>();
  const enter = useDo(Enter);
  const code = enter.no?.code;
  const use = async (leaveName: boolean) => {
    const was = me ?? null;
    const answer = await enter.do({ proof, name, leaveName });
    if (answer === null) return;
    if (was !== null && was.id === answer.enterWithOrganisation.id) say(t('ways.organisation-added'));
    go('/me', { replace: true });
  };
  if (me === undefined) return <Page title={undefined} />;
  if (code === 'organisation/other-person' && me !== null) {
    return (
      <Page title={t('me.sign-in-title')}>
        <Refusal no={enter.no} />
        <div className="row">
          <Link to="/me" as="main">
            {t('me.stay-as', { name: me.name })}
          </Link>
          <Button kind="grave" busy={enter.busy} onClick={() => void use(true)}>
            {t('ways.organisation-anyway')}
          </Button>
        </div>
      </Page>
    );
  }
  const asksName = code === 'sign-in/name-needed' || name !== null;
  return (
    <Page title={t('me.sign-in-title')}>
      <ActForm
        press={t('me.enter')}
        busy={enter.busy}
        no={code === 'sign-in/name-needed' ? undefined : enter.no}
        onAct={(form) => {
          if (asksName && (name ?? '').trim() === '') {
            setError(t('me.name-needed'));
            form.querySelector('input')?.focus();
          } else
            void use(false).then(() => {
              focusOn('main input');
            });
        }}
      >
        <p>{me === null ? t('me.press-to-enter') : t('ways.already-in', { name: me.name })}</p>
        {asksName ? <TextField label={t('me.name')} hint={t('me.name-hint')} error={error} value={name ?? ''} onChange={setName} maxLength={limits.name} autoComplete="nickname" /> : null}
      </ActForm>
      {code === 'sign-in/spent' ? (
        <p>
          <Link to="/sign-in">{t('ways.other-ways')}</Link>
        </p>
      ) : null}
    </Page>
  );
}
