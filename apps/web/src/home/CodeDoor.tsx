import { useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../kit/Button';
import { TextField } from '../kit/TextField';
import { useWords } from '../lib/words';
import { codeIn } from '../joining/codeIn';

/** Where one types the code of a poster or pastes a link. */
export function CodeDoor() {
  const { t } = useWords();
  const [, go] = useLocation();
  const [given, setGiven] = useState('');
  const [error, setError] = useState<string>();
  return (
    <form
      className="code-door stack"
      noValidate
      aria-labelledby="code-door"
      onSubmit={(event) => {
        event.preventDefault();
        const code = codeIn(given);
        if (code === null) setError(t('home.code-wrong'));
        else go(`/j/${code}`);
      }}
    >
      <h2 id="code-door">{t('home.code-title')}</h2>
      <TextField
        label={t('home.code-label')}
        hint={t('home.code-hint')}
        error={error}
        value={given}
        onChange={setGiven}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        dir="ltr"
      />
      <Button type="submit">{t('home.code-go')}</Button>
    </form>
  );
}
