import { limits } from '@samsyn/domain/shared/limits';
import { lazy, Suspense, useState } from 'react';
import { ActForm } from '../kit/ActForm';
import { Button } from '../kit/Button';
import { say } from '../kit/Notice';
import { Bones } from '../kit/Page';
import { TextField } from '../kit/TextField';
import { graphql, useDo } from '../lib/graph';
import { useHere } from '../lib/here';
import { useWords } from '../lib/words';

const OrganisationPicker = lazy(() => import('./OrganisationPicker').then((m) => ({ default: m.OrganisationPicker })));

const Add = graphql(`
  mutation AddOrganisation($name: String!, $parentId: ID) {
    addOrganisation(name: $name, parentId: $parentId) { id name }
  }
`);

/** Adds an organisation, or a department of one. */
export function AddOrganisation({ suggested }: { suggested: string }) {
  const { t } = useWords();
  const { me } = useHere();
  const [written, setWritten] = useState<string | null>(null);
  const [parent, setParent] = useState<{ id: string; name: string } | null>(null);
  const add = useDo(Add);
  if (me === null || me === undefined) return null;
  if (written === null) {
    return (
      <div>
        <Button onClick={() => setWritten(suggested)}>{t('organisation.add')}</Button>
      </div>
    );
  }
  return (
    <ActForm
      className="stack-tight"
      press={t('organisation.add-do')}
      busy={add.busy}
      no={add.no}
      onClose={() => setWritten(null)}
      onAct={() =>
        void add.do({ name: written, parentId: parent?.id ?? null }).then((answer) => {
          if (answer === null) return;
          say(t('organisation.added', { name: answer.addOrganisation.name }));
          setWritten(null);
          setParent(null);
        })
      }
    >
      <TextField label={t('organisation.name')} value={written} onChange={setWritten} maxLength={limits.name} />
      {parent === null ? (
        <Suspense fallback={<Bones />}>
          <OrganisationPicker
            label={t('organisation.parent')}
            hint={t('organisation.parent-hint')}
            taken={[]}
            allowNew={false}
            onPick={(picked) => {
              if (picked.id !== null) setParent({ id: picked.id, name: picked.name });
            }}
          />
        </Suspense>
      ) : (
        <p>
          {t('organisation.part-of', { name: parent.name })}{' '}
          <Button kind="plain" onClick={() => setParent(null)}>
            {t('core.take-away', { name: parent.name })}
          </Button>
        </p>
      )}
    </ActForm>
  );
}
