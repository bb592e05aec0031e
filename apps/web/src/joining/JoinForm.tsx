import { limits } from '@samsyn/domain/shared/limits';
import { useState } from 'react';
import { Button } from '../kit/Button';
import { Refusal } from '../kit/Refusal';
import { TextField } from '../kit/TextField';
import { useDraft } from '../lib/draft';
import { graphql, useDo } from '../lib/graph';
import { useWords } from '../lib/words';

const JoinByCode = graphql(`
  mutation JoinByCode($code: String!, $name: String) {
    joinByCode(code: $code, name: $name) { id standing }
  }
`);

/** Steps in by a self-chosen name; whoever is in already keeps theirs. */
export function JoinForm({ code, me, onJoined }: { code: string; me: string | null; onJoined: (joined: { asked: boolean }) => void }) {
  const { t } = useWords();
  const [draft, change, clear] = useDraft('join', { name: '' });
  const [error, setError] = useState<string>();
  const join = useDo(JoinByCode);
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const name = draft.name.trim();
        if (me === null && name === '') {
          setError(t('join.name-needed'));
          event.currentTarget.querySelector('input')?.focus();
          return;
        }
        void join.do({ code, name: me === null ? name : null }).then((answer) => {
          if (answer === null) return;
          clear();
          onJoined({ asked: answer.joinByCode.standing === 'ASKED' });
        });
      }}
    >
      {me === null ? (
        <TextField
          label={t('join.name')}
          hint={t('join.name-hint')}
          error={error}
          value={draft.name}
          onChange={(name) => change({ name })}
          autoComplete="nickname"
          maxLength={limits.name}
        />
      ) : (
        <p>{t('join.as', { name: me })}</p>
      )}
      <Refusal no={join.no} />
      <Button kind="main" type="submit" busy={join.busy}>
        {me === null ? t('join.start') : t('join.join')}
      </Button>
    </form>
  );
}
