import { limits } from '@samsyn/domain/shared/limits';
import { ActForm } from '../kit/ActForm';
import { say } from '../kit/Notice';
import { TextArea } from '../kit/TextField';
import { useDraft } from '../lib/draft';
import { graphql, useDo } from '../lib/graph';
import { useWords } from '../lib/words';

const acts = {
  CONTRIBUTION: graphql(`mutation HideContribution($id: ID!, $words: String!) { hideContribution(id: $id, reason: $words) { id } }`),
  POST: graphql(`mutation HidePost($id: ID!, $words: String!) { hidePost(id: $id, reason: $words) { id } }`),
  answer: graphql(`mutation AnswerHiding($id: ID!, $words: String!) { answerHiding(id: $id, answer: $words) { id } }`),
  undo: graphql(`mutation ShowAgain($id: ID!, $words: String!) { showAgain(id: $id, reason: $words) { id } }`),
};
const said = {
  CONTRIBUTION: { label: 'hiding.why', hint: 'hiding.whyHint', press: 'hiding.hide', done: 'hiding.hidden' },
  POST: { label: 'hiding.why', hint: 'hiding.whyHint', press: 'hiding.hide', done: 'hiding.hidden' },
  answer: { label: 'hiding.answerLabel', hint: 'hiding.answerHint', press: 'hiding.answer', done: 'hiding.answered' },
  undo: { label: 'hiding.undoWhy', hint: 'hiding.undoHint', press: 'hiding.undo', done: 'hiding.undone' },
} as const;

/** Hiding, answering or showing again: a few words, and the press. */
export function HidingForm({ way, id, onDone }: { way: keyof typeof acts; id: string; onDone: () => void }) {
  const { t } = useWords();
  const [draft, change, clear] = useDraft(`hiding.${way}.${id}`, { words: '' });
  const doing = { CONTRIBUTION: useDo(acts.CONTRIBUTION), POST: useDo(acts.POST), answer: useDo(acts.answer), undo: useDo(acts.undo) }[way];
  const { label, hint, press, done } = said[way];
  return (
    <ActForm
      className="stack panel"
      press={t(press)}
      busy={doing.busy}
      no={doing.no}
      onClose={onDone}
      onAct={() =>
        void doing.do({ id, words: draft.words }).then((answer) => {
          if (!answer) return;
          clear();
          say(t(done));
          onDone();
        })
      }
    >
      <TextArea label={t(label)} hint={t(hint)} value={draft.words} most={limits.reason} autoFocus onChange={(words) => change({ words })} />
    </ActForm>
  );
}
