import { limits } from '@samsyn/domain/shared/limits';
import { ActForm } from '../kit/ActForm';
import { Radios } from '../kit/Choices';
import { kindWord } from '../kit/KindMark';
import { say } from '../kit/Notice';
import { TextArea } from '../kit/TextField';
import { useDraft } from '../lib/draft';
import { graphql, useDo } from '../lib/graph';
import { useWords } from '../lib/words';
import type { QuestionShown } from './contributionFields';

const Answer = graphql(`
  mutation AnswerQuestion($id: ID!, $answer: String!, $outcome: QuestionOutcome!) {
    answerQuestion(id: $id, answer: $answer, outcome: $outcome) { id }
  }
`);

interface Answering {
  answer: string;
  outcome: 'KEPT' | 'CHANGED';
}

const nothing: Answering = { answer: '', outcome: 'KEPT' };

/** Answers a question: stand by it, or say that one has changed one's mind. */
export function AnswerQuestion({ asked, onDone }: { asked: QuestionShown; onDone: () => void }) {
  const { t, list } = useWords();
  const [draft, change, clear] = useDraft<Answering>(`answer.${asked.id}`, nothing);
  const { do: send, busy, no } = useDo(Answer);
  // Whoever says so takes over the reading they were offered.
  const becomes = asked.about === 'KIND' && asked.kinds.length > 0 ? t('contribution.ask.becomes', { kinds: list(asked.kinds.map((kind) => t(kindWord[kind]))) }) : undefined;
  return (
    <ActForm
      className="stack panel"
      press={t('contribution.ask.sendAnswer')}
      busy={busy}
      no={no}
      onClose={onDone}
      onAct={() =>
        void send({ id: asked.id, ...draft }).then((done) => {
          if (!done) return;
          clear();
          say(t(draft.outcome === 'CHANGED' && becomes === undefined ? 'contribution.ask.changedNext' : 'contribution.ask.answerSent'));
          onDone();
        })
      }
    >
      <TextArea
        label={t('contribution.ask.answerText')}
        value={draft.answer}
        onChange={(answer) => change({ answer })}
        most={limits.question}
        autoFocus
      />
      <Radios
        legend={t('contribution.ask.outcome')}
        chosen={draft.outcome}
        onChange={(outcome) => change({ outcome })}
        choices={(['KEPT', 'CHANGED'] as const).map((value) => ({ value, label: t(`contribution.ask.${value}`), hint: value === 'CHANGED' ? becomes : undefined }))}
      />
    </ActForm>
  );
}
