import { limits } from '@samsyn/domain/shared/limits';
import { useState } from 'react';
import { ActForm } from '../../kit/ActForm';
import { Dialog } from '../../kit/Dialog';
import { say } from '../../kit/Notice';
import { TextArea } from '../../kit/TextField';
import { graphql, useDo } from '../../lib/graph';
import { useWords } from '../../lib/words';
import type { AlliancePage } from '../pageQuery';

const NameProblem = graphql(`
  mutation NameProblem($allianceId: ID!, $sentence: String!) {
    nameProblem(allianceId: $allianceId, sentence: $sentence) { id sentence }
  }
`);

/** Names a further problem: what else worries, in one sentence. */
export function NameProblemDialog({ alliance, onClose }: { alliance: AlliancePage; onClose: () => void }) {
  const { t } = useWords();
  const [sentence, setSentence] = useState('');
  const name = useDo(NameProblem);
  return (
    <Dialog title={t('alliance.name-problem')} onClose={onClose}>
      <ActForm
        press={t('acting.name-problem-do')}
        busy={name.busy}
        no={name.no}
        onClose={onClose}
        onAct={() =>
          void name.do({ allianceId: alliance.id, sentence }).then((answer) => {
            if (answer === null) return;
            say(t('acting.problem-named'));
            onClose();
          })
        }
      >
        <TextArea label={t('acting.name-problem-label')} hint={t('acting.name-problem-hint')} value={sentence} onChange={setSentence} maxLength={limits.sentence} />
      </ActForm>
    </Dialog>
  );
}
