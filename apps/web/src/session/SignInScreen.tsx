import { useState } from 'react';
import { useSearch } from 'wouter';
import { Page } from '../kit/Page';
import { useHere } from '../lib/here';
import { Link } from '../kit/Link';
import { useWords } from '../lib/words';
import { AskForLetter } from './AskForLetter';
import { UseLetter } from './UseLetter';

/**
 * Stepping in by e-mail. The letter's link carries its token in the fragment, which no server log sees, and a press
 * of a button uses it, so that mail programs that open links do not use it up.
 */
export function SignInScreen() {
  const { t } = useWords();
  const { me, examples } = useHere();
  const [token] = useState(() => new URLSearchParams(location.hash.slice(1)).get('token') ?? location.hash.slice(1));
  const to = safePath(new URLSearchParams(useSearch()).get('to') ?? remembered());
  if (token !== '') {
    return (
      <Page title={t('me.sign-in-title')}>
        <UseLetter token={token} to={to} />
      </Page>
    );
  }
  return (
    <Page title={t('me.sign-in-title')}>
      {me === null || me === undefined ? null : (
        <p>
          {t('me.already-in', { name: me.name })} <Link to={to}>{t('me.go-on')}</Link>
        </p>
      )}
      <AskForLetter to={to} />
      {examples ? (
        <p>
          <Link to="/outbox">{t('me.to-outbox')}</Link>
        </p>
      ) : null}
      <p>
        {t('me.or-code')} <Link to="/">{t('me.type-code')}</Link>
      </p>
    </Page>
  );
}

const kept = 'samsyn.after-sign-in';

/** Remembers in this browser where to go on after the letter. */
export function remember(to: string): void {
  try {
    localStorage.setItem(kept, to);
  } catch {
    // Then one goes on from the start page.
  }
}

function remembered(): string {
  try {
    return localStorage.getItem(kept) ?? '/';
  } catch {
    return '/';
  }
}

// Only a path here: an address elsewhere in the link must not lead away.
function safePath(to: string): string {
  return /^\/(?![/\\])/.test(to) ? to : '/';
}
