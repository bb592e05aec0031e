import { useState } from 'react';
import { Button } from '../kit/Button';
import { say } from '../kit/Notice';
import { Refusal } from '../kit/Refusal';
import { graphql, useDo } from '../lib/graph';
import { useWords } from '../lib/words';
import { OrganisationPicker } from './OrganisationPicker';

const Merge = graphql(`
  mutation MergeOrganisations($fromId: ID!, $intoId: ID!) {
    mergeOrganisations(fromId: $fromId, intoId: $intoId) { id name }
  }
`);

/** Merges an organisation into another: everything that hangs on it goes over. */
export function MergeOrganisation({ id, name, onDone }: { id: string; name: string; onDone: () => void }) {
  const { t } = useWords();
  const [into, setInto] = useState<{ id: string; name: string } | null>(null);
  const merge = useDo(Merge);
  return (
    <div className="stack-tight">
      {into === null ? (
        <OrganisationPicker
          label={t('organisation.merge-into', { name })}
          taken={[id]}
          allowNew={false}
          onPick={(picked) => {
            if (picked.id !== null) setInto({ id: picked.id, name: picked.name });
          }}
        />
      ) : (
        <p>{t('organisation.merge-sure', { from: name, into: into.name })}</p>
      )}
      <Refusal no={merge.no} />
      <div className="row">
        {into === null ? null : (
          <Button
            kind="grave"
            busy={merge.busy}
            onClick={() =>
              void merge.do({ fromId: id, intoId: into.id }).then((answer) => {
                if (answer === null) return;
                say(t('organisation.merged-done', { name: into.name }));
                onDone();
              })
            }
          >
            {t('organisation.merge-do')}
          </Button>
        )}
        <Button kind="plain" onClick={onDone}>
          {t('core.cancel')}
        </Button>
      </div>
    </div>
  );
}
