import type { Visibility } from '@samsyn/domain/shared/enums';
import { limits } from '@samsyn/domain/shared/limits';
import { useState } from 'react';
import { ActForm } from '../../kit/ActForm';
import { Dialog } from '../../kit/Dialog';
import { Notice, say } from '../../kit/Notice';
import { TextArea, TextField } from '../../kit/TextField';
import { graphql, useDo } from '../../lib/graph';
import { useWords } from '../../lib/words';
import type { AlliancePage } from '../pageQuery';
import { VisibilityChoice } from '../VisibilityChoice';

const Describe = graphql(`
  mutation Describe($id: ID!, $name: String, $purpose: String, $groundRules: String, $visibility: Visibility) {
    describeAlliance(id: $id, name: $name, purpose: $purpose, groundRules: $groundRules, visibility: $visibility) { id }
  }
`);

/** Name, purpose, ground rules and who may read. Anyone who takes part may change them; the ledger says who did. */
export function DescribeDialog({ alliance, onClose }: { alliance: AlliancePage; onClose: () => void }) {
  const { t } = useWords();
  const describe = useDo(Describe);
  const [name, setName] = useState(alliance.name);
  const [purpose, setPurpose] = useState(alliance.purpose);
  const [groundRules, setGroundRules] = useState(alliance.groundRules);
  const [visibility, setVisibility] = useState<Visibility>(alliance.visibility);
  // Only what was changed is sent, so that two who change different things do not undo each other.
  const changed = <T,>(now: T, before: T): T | null => (now === before ? null : now);
  return (
    <Dialog title={t('alliance.describe')} onClose={onClose}>
      <ActForm
        press={t('acting.save')}
        busy={describe.busy}
        no={describe.no}
        onClose={onClose}
        onAct={() =>
          void describe
            .do({
              id: alliance.id,
              name: changed(name, alliance.name),
              purpose: changed(purpose, alliance.purpose),
              groundRules: changed(groundRules, alliance.groundRules),
              visibility: changed(visibility, alliance.visibility),
            })
            .then((answer) => {
              if (answer === null) return;
              say(t('acting.saved'));
              onClose();
            })
        }
      >
        <TextField label={t('acting.name')} value={name} onChange={setName} maxLength={limits.name} />
        <TextArea label={t('alliance.purpose')} value={purpose} onChange={setPurpose} maxLength={limits.purpose} />
        <TextArea label={t('alliance.rules')} value={groundRules} onChange={setGroundRules} maxLength={limits.groundRules} />
        <VisibilityChoice chosen={visibility} onChange={setVisibility} />
        {alliance.visibility === 'CLOSED' && visibility !== 'CLOSED' ? <Notice live>{t('acting.opening')}</Notice> : null}
      </ActForm>
    </Dialog>
  );
}
