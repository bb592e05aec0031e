import { useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../kit/Button';
import { TextField } from '../kit/TextField';
import { useWords } from '../lib/words';
import { codeIn } from '../lib/codeIn';
import './code-door.css';

/** Where one types the code of a poster or pastes a link. */
export function CodeDoor({ title }: { title?: string }) {
  const { t } = useWords();
  const [, go] = useLocation();
  const [given, setGiven] = useState('');
  const [error, setError] = useState<string>();
  return (
    <form
      className="code-door stack"
      noValidate
      aria-label={t('core.code-title')}
      onSubmit={(event) => {
        event.preventDefault();
        const code = codeIn(given);
        if (code === null) setError(t('core.code-wrong'));
        else go(`/j/${code}`);
      }}
    >
      {title === undefined ? null : <h2>{title}</h2>}
      <TextField
        label={t('core.code-label')}
        hint={t('core.code-hint')}
        error={error}
        value={given}
        onChange={setGiven}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        dir="ltr"
      />
      <Button type="submit">{t('core.code-go')}</Button>
    </form>
  );
}
