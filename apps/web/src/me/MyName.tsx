import { limits } from '@samsyn/domain/shared/limits';
import { useState } from 'react';
import { focusOn } from '../kit/focusOn';
import { ActForm } from '../kit/ActForm';
import { Button } from '../kit/Button';
import { say } from '../kit/Notice';
import { TextField } from '../kit/TextField';
import { graphql, useDo } from '../lib/graph';
import { useWords } from '../lib/words';

const Rename = graphql(`
  mutation RenameMe($name: String!) {
    renameMe(name: $name) { id name }
  }
`);

/** What I am called here, and a way to change it. */
export function MyName({ name, email, guest }: { name: string; email: string | null; guest: boolean }) {
  const { t } = useWords();
  const [written, setWritten] = useState<string | null>(null);
  const rename = useDo(Rename);
  if (written === null) {
    return (
      <section className="stack-tight">
        <p>
          {t('me.called')} <strong dir="auto">{name}</strong>
        </p>
        {email === null ? null : (
          <p className="soft">
            {t('me.email')} <bdi>{email}</bdi>
          </p>
        )}
        {guest ? <p className="soft">{t('me.guest')}</p> : null}
        <div>
          <Button id="rename" onClick={() => {
              setWritten(name);
              focusOn('#renaming input');
            }}>{t('me.rename')}</Button>
        </div>
      </section>
    );
  }
  const close = () => {
    setWritten(null);
    focusOn('#rename');
  };
  return (
    <div id="renaming">
    <ActForm
      className="stack-tight"
      press={t('me.save')}
      busy={rename.busy}
      no={rename.no}
      onClose={close}
      onAct={() =>
        void rename.do({ name: written }).then((answer) => {
          if (answer === null) return;
          say(t('me.renamed'));
          close();
        })
      }
    >
      <TextField label={t('me.name')} value={written} onChange={setWritten} maxLength={limits.name} autoComplete="nickname" />
    </ActForm>
    </div>
  );
}
