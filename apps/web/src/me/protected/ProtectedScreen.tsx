import { limits } from '@samsyn/domain/shared/limits';
import { useState } from 'react';
import { ActForm } from '../../kit/ActForm';
import { Link } from '../../kit/Link';
import { say } from '../../kit/Notice';
import { Page } from '../../kit/Page';
import { Refusal } from '../../kit/Refusal';
import { TextField } from '../../kit/TextField';
import { graphql, useAsk, useDo } from '../../lib/graph';
import { useWords } from '../../lib/words';
import { Asked, Asking } from './Asks';
import { NamedIn } from './NamedIn';
import { Protection } from './protectedQuery';

const Protect = graphql(`
  mutation ProtectMe {
    protectMe { id name protected keptName }
  }
`);

const Lift = graphql(`
  mutation LiftProtection($name: String!) {
    liftProtection(name: $name) { id name protected keptName }
  }
`);

/** Living here with protected identity: marking oneself, who asks for one's name, and where it stands. */
export function ProtectedScreen() {
  const { t } = useWords();
  const { data, busy, no } = useAsk(Protection, {});
  const protect = useDo(Protect);
  const lift = useDo(Lift);
  const [name, setName] = useState('');
  const me = data?.me ?? null;
  if (busy) return <Page title={undefined} />;
  if (me === null) {
    return (
      <Page title={t('protected.title')}>
        <Refusal no={no} />
        <p>{t('protected.nobody')}</p>
        <Link to="/sign-in?to=/me/protected" as="main">
          {t('core.step-in')}
        </Link>
      </Page>
    );
  }
  return (
    <Page title={t('protected.title')} over={<Link to="/me">{t('core.me')}</Link>}>
      {me.protected ? (
        <>
          <p>
            <strong>{t('protected.is')}</strong>
          </p>
          {me.keptName === null ? (
            <p>{t('protected.kept-none')}</p>
          ) : (
            <p>
              {t('protected.kept')} <bdi>{me.keptName}</bdi>
            </p>
          )}
          <NamedIn all={me.namedIn} />
          <Asking all={me.nameAsks} />
        </>
      ) : (
        <>
          <p>{t('protected.what')}</p>
          <ActForm press={t('protected.press')} busy={protect.busy} no={protect.no} onAct={() => void protect.do({}).then((answer) => answer && say(t('protected.done')))} />
        </>
      )}
      <Asked all={me.askedNames} />
      {me.protected ? (
        <section className="stack-tight rule" aria-labelledby="lift">
          <h2 id="lift">{t('protected.lift')}</h2>
          <ActForm
            kind="quiet"
            press={t('protected.lift')}
            busy={lift.busy}
            no={lift.no}
            onAct={() => void lift.do({ name }).then((answer) => answer && say(t('protected.lifted', { name: answer.liftProtection.name })))}
          >
            <TextField label={t('protected.lift-name')} value={name} onChange={setName} maxLength={limits.name} autoComplete="nickname" />
          </ActForm>
        </section>
      ) : null}
    </Page>
  );
}
