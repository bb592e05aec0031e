import { useEffect, useState } from 'react';
import { useSearch } from 'wouter';
import { Page } from '../kit/Page';
import { useHere } from '../lib/here';
import { Link } from '../kit/Link';
import { useWords } from '../lib/words';
import { AskForLetter } from './AskForLetter';
import { OrganisationWay } from './OrganisationWay';
import { StepInByName } from './StepInByName';
import { UseLetter } from './UseLetter';
import { remembered } from './afterSignIn';

/**
 * Stepping in: by a self-chosen name, or by e-mail. The letter's link carries its token in the fragment, which no server log sees, and a press
 * of a button uses it, so that mail programs that open links do not use it up.
 */
export function SignInScreen() {
  const { t } = useWords();
  const { me, examples, sendsLetters } = useHere();
  const [token, setToken] = useState(tokenHere);
  useEffect(() => {
    // The link may be pasted into the very tab that asked for it, which then does not load anew.
    const read = () => setToken(tokenHere());
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  const to = safePath(new URLSearchParams(useSearch()).get('to') ?? remembered());
  if (token !== '') {
    return (
      <Page title={t('me.sign-in-title')}>
        <UseLetter key={token} token={token} to={to} />
      </Page>
    );
  }
  return (
    <Page title={t('me.sign-in-title')}>
      {me === null || me === undefined ? (
        <section className="stack" aria-labelledby="by-name">
          <h2 id="by-name">{t('me.by-name')}</h2>
          <StepInByName to={to} />
        </section>
      ) : (
        <p>
          {t('me.already-in', { name: me.name })} <Link to={to}>{t('me.go-on')}</Link>
        </p>
      )}
      {examples || sendsLetters ? (
        <section className="stack rule" aria-labelledby="by-email">
          <h2 id="by-email">{t('me.by-email')}</h2>
          <AskForLetter to={to} how={t('me.sign-in-how')} />
        </section>
      ) : me === undefined ? null : (
        <p className="rule">{t('me.no-letters')}</p>
      )}
      <OrganisationWay />
      <p className="rule">
        {t('me.or-card')} <Link to="/back">{t('me.use-card')}</Link>
      </p>
      <p className="rule">
        {t('me.or-code')} <Link to="/j">{t('me.type-code')}</Link>
      </p>
    </Page>
  );
}

// The token of the letter's link, which stands in the fragment.
function tokenHere(): string {
  return location.hash.slice(1);
}

// Only a path here: an address elsewhere in the link must not lead away.
function safePath(to: string): string {
  return /^\/(?![/\\])/.test(to) ? to : '/';
}
