import { limits } from '@samsyn/domain/shared/limits';
import { useState } from 'react';
import { ActForm } from '../kit/ActForm';
import { say } from '../kit/Notice';
import { TextField } from '../kit/TextField';
import { graphql, useDo } from '../lib/graph';
import { useWords } from '../lib/words';

const Rename = graphql(`
  mutation RenameOrganisation($id: ID!, $name: String!) {
    renameOrganisation(id: $id, name: $name) { id name }
  }
`);

/** A new name; the old one stays readable. */
export function RenameOrganisation({ id, name, onDone }: { id: string; name: string; onDone: () => void }) {
  const { t } = useWords();
  const [written, setWritten] = useState(name);
  const rename = useDo(Rename);
  return (
    <ActForm
      className="stack-tight"
      press={t('organisation.save')}
      busy={rename.busy}
      no={rename.no}
      onClose={onDone}
      onAct={() =>
        void rename.do({ id, name: written }).then((answer) => {
          if (answer === null) return;
          say(t('organisation.renamed'));
          onDone();
        })
      }
    >
      <TextField label={t('organisation.new-name')} hint={t('organisation.new-name-hint')} value={written} onChange={setWritten} maxLength={limits.name} />
    </ActForm>
  );
}
