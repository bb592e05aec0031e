import { limits } from '@samsyn/domain/shared/limits';
import { useState } from 'react';
import { codeIn } from '../../lib/codeIn';
import { ActForm } from '../../kit/ActForm';
import { Choices } from '../../kit/Choices';
import { focusOn } from '../../kit/focusOn';
import { Link } from '../../kit/Link';
import { Page } from '../../kit/Page';
import { TextField } from '../../kit/TextField';
import { graphql, useDo } from '../../lib/graph';
import { useHere } from '../../lib/here';
import { useWords } from '../../lib/words';

const Claim = graphql(`
  mutation Claim($code: String!, $name: String, $protected: Boolean!) {
    claim(code: $code, name: $name, protected: $protected)
  }
`);

/** Claims what one has told and somebody wrote down, by the code of a slip. No e-mail, no password. */
export function ClaimScreen() {
  const { t } = useWords();
  const { me } = useHere();
  // Behind the # so that no server's log on the way has it; whoever scanned the slip need not type.
  const [given, setGiven] = useState(() => decodeURIComponent(location.hash.slice(1)).slice(0, 40));
  const [name, setName] = useState('');
  const [hidden, setHidden] = useState(false);
  const [error, setError] = useState<{ code?: string; name?: string }>({});
  const [mine, setMine] = useState<readonly string[] | null>(null);
  const claim = useDo(Claim);
  if (me === undefined && mine === null) return <Page title={undefined} />;
  if (mine !== null) return <Claimed ids={mine} />;
  const guest = me === null;
  const act = (form: HTMLFormElement) => {
    const code = codeIn(given);
    const found = {
      ...(code === null ? { code: t('claim.code-wrong') } : {}),
      ...(guest && !hidden && name.trim() === '' ? { name: t('claim.name-needed') } : {}),
    };
    setError(found);
    if (code === null) form.querySelector('input')?.focus();
    else if (found.name !== undefined) form.querySelectorAll('input')[1]?.focus();
    if (code === null || found.name !== undefined) return;
    void claim.do({ code, name: guest && !hidden ? name.trim() : null, protected: guest && hidden }).then((answer) => {
      if (answer === null) return;
      history.replaceState(history.state, '', location.pathname);
      setMine(answer.claim);
      focusOn('main h1');
    });
  };
  return (
    <Page title={t('claim.title')}>
      <p>{t('claim.how')}</p>
      <ActForm press={t('claim.press')} busy={claim.busy} no={claim.no} onAct={act}>
        <TextField label={t('claim.code')} hint={t('claim.code-hint')} error={error.code} value={given} onChange={setGiven} autoComplete="off" autoCapitalize="characters" spellCheck={false} dir="ltr" />
        {guest ? (
          <>
            {hidden ? null : <TextField label={t('claim.name')} hint={t('claim.name-hint')} error={error.name} value={name} onChange={setName} maxLength={limits.name} autoComplete="nickname" />}
            <Choices
              legend={t('claim.hidden-hint')}
              choices={[{ value: 'hidden', label: t('claim.hidden') }]}
              chosen={hidden ? ['hidden'] : []}
              onChange={(chosen) => setHidden(chosen.length > 0)}
            />
          </>
        ) : (
          <p>{t('claim.as', { name: me?.name ?? '' })}</p>
        )}
      </ActForm>
    </Page>
  );
}

function Claimed({ ids }: { ids: readonly string[] }) {
  const { t } = useWords();
  return (
    <Page title={t('claim.done')}>
      <p>{t('claim.done-how', { n: ids.length })}</p>
      <ul className="lines">
        {ids.map((id, at) => (
          <li key={id}>
            <Link to={`/c/${id}`} {...(at === 0 ? { as: 'main' as const } : {})}>
              {ids.length === 1 ? t('claim.open') : `${t('claim.open')} ${at + 1}`}
            </Link>
          </li>
        ))}
      </ul>
      <p>
        <Link to="/me">{t('claim.to-me')}</Link>
      </p>
    </Page>
  );
}
