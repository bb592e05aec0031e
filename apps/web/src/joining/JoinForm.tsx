import { limits } from '@samsyn/domain/shared/limits';
import { useState } from 'react';
import { Button } from '../kit/Button';
import { Choices } from '../kit/Choices';
import { Refusal } from '../kit/Refusal';
import { TextField } from '../kit/TextField';
import { useDraft } from '../lib/draft';
import { graphql, useDo } from '../lib/graph';
import { useWords } from '../lib/words';

const JoinByCode = graphql(`
  mutation JoinByCode($code: String!, $name: String, $protected: Boolean!) {
    joinByCode(code: $code, name: $name, protected: $protected) { id standing }
  }
`);

/** Steps in by a self-chosen name; whoever is in already keeps theirs. */
export function JoinForm({ code, me, onJoined }: { code: string; me: string | null; onJoined: (joined: { asked: boolean }) => void }) {
  const { t } = useWords();
  const [draft, change, clear] = useDraft('join', { name: '', hidden: false });
  const [error, setError] = useState<string>();
  const join = useDo(JoinByCode);
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const name = draft.name.trim();
        if (me === null && !draft.hidden && name === '') {
          setError(t('join.name-needed'));
          event.currentTarget.querySelector('input')?.focus();
          return;
        }
        void join.do({ code, name: me === null && !draft.hidden ? name : null, protected: me === null && draft.hidden }).then((answer) => {
          if (answer === null) return;
          clear();
          onJoined({ asked: answer.joinByCode.standing === 'ASKED' });
        });
      }}
    >
      {me !== null || draft.hidden ? null : (
        <TextField
          label={t('join.name')}
          hint={t('join.name-hint')}
          error={error}
          value={draft.name}
          onChange={(name) => change({ name })}
          autoComplete="nickname"
          maxLength={limits.name}
        />
      )}
      {me === null ? (
        <Choices
          legend={t('join.hidden-hint')}
          choices={[{ value: 'hidden', label: t('join.hidden') }]}
          chosen={draft.hidden ? ['hidden'] : []}
          onChange={(chosen) => change({ hidden: chosen.length > 0 })}
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
