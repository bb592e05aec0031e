import { limits } from '@samsyn/domain/shared/limits';
import { useState } from 'react';
import { ActForm } from '../../kit/ActForm';
import { Radios } from '../../kit/Choices';
import { Dialog } from '../../kit/Dialog';
import { say } from '../../kit/Notice';
import { TextArea } from '../../kit/TextField';
import { graphql, useDo } from '../../lib/graph';
import { useWords } from '../../lib/words';
import type { AlliancePage } from '../pageQuery';

const Answer = graphql(`
  mutation AnswerForOrganisation($participationId: ID!, $answer: OrganisationAnswer!, $reason: String) {
    answerForOrganisation(participationId: $participationId, answer: $answer, reason: $reason) { id standing }
  }
`);

/** The organisation's own answer: yes, no or later, and why; given by somebody who says they speak for it. */
export function AnswerDialog({ participationId, name, onClose }: { alliance: AlliancePage; participationId: string; name: string; onClose: () => void }) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<'YES' | 'NO' | 'LATER' | null>(null);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const answer = useDo(Answer);
  return (
    <Dialog title={t('acting.answer-title', { name })} onClose={onClose}>
      <ActForm
        press={t('acting.answer-do')}
        busy={answer.busy}
        no={answer.no}
        onClose={onClose}
        onAct={() => {
          if (chosen === null) {
            setError(t('acting.answer-choose'));
            return;
          }
          void answer.do({ participationId, answer: chosen, reason }).then((said) => {
            if (said === null) return;
            say(t('acting.answered'));
            onClose();
          });
        }}
      >
        <Radios
          legend={t('acting.answer-legend', { name })}
          hint={t('acting.answer-hint')}
          error={error}
          chosen={chosen}
          onChange={setChosen}
          choices={[
            { value: 'YES', label: t('acting.answer-yes') },
            { value: 'LATER', label: t('acting.answer-later') },
            { value: 'NO', label: t('acting.answer-no') },
          ]}
        />
        <TextArea label={t('acting.answer-why')} optional value={reason} onChange={setReason} maxLength={limits.reason} />
      </ActForm>
    </Dialog>
  );
}
