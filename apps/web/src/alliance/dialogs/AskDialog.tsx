import { limits } from '@samsyn/domain/shared/limits';
import { useState } from 'react';
import { focusOn } from '../../kit/focusOn';
import { ActForm } from '../../kit/ActForm';
import { Dialog } from '../../kit/Dialog';
import { say } from '../../kit/Notice';
import { TextArea } from '../../kit/TextField';
import { graphql, useDo } from '../../lib/graph';
import { useWords } from '../../lib/words';
import type { AlliancePage } from '../pageQuery';

const AskToJoin = graphql(`
  mutation AskToJoin($allianceId: ID!, $reason: String) {
    askToJoin(allianceId: $allianceId, reason: $reason) { id standing }
  }
`);

/** Asks to take part in a closed alliance. */
export function AskDialog({ alliance, onClose }: { alliance: AlliancePage; onClose: () => void }) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const ask = useDo(AskToJoin);
  return (
    <Dialog title={t('alliance.ask')} onClose={onClose}>
      <ActForm
        press={t('alliance.ask')}
        busy={ask.busy}
        no={ask.no}
        onClose={onClose}
        onAct={() =>
          void ask.do({ allianceId: alliance.id, reason }).then((answer) => {
            if (answer === null) return;
            say(t('alliance.asked'));
            onClose();
            // The button that led here is gone.
            focusOn('main h1');
          })
        }
      >
        <TextArea label={t('alliance.ask-why')} optional value={reason} onChange={setReason} maxLength={limits.reason} />
      </ActForm>
    </Dialog>
  );
}
