import { limits } from '@samsyn/domain/shared/limits';
import { ActForm } from '../kit/ActForm';
import { say } from '../kit/Notice';
import { TextArea } from '../kit/TextField';
import { useDraft } from '../lib/draft';
import { graphql, useDo } from '../lib/graph';
import { useWords } from '../lib/words';

const Resolve = graphql(`
  mutation ResolveThread($id: ID!, $words: String!) {
    resolveThread(id: $id, note: $words) { id }
  }
`);
const Reopen = graphql(`
  mutation ReopenThread($id: ID!, $words: String!) {
    reopenThread(id: $id, reason: $words) { id }
  }
`);

const nothing = { words: '' };

/** Resolves a thread with a note, or opens it anew with a reason. */
export function Turn({ id, way, onDone }: { id: string; way: 'resolve' | 'reopen'; onDone: () => void }) {
  const { t } = useWords();
  const [draft, change, clear] = useDraft(`talk.${way}.${id}`, nothing);
  const resolving = useDo(Resolve);
  const reopening = useDo(Reopen);
  const { do: turn, busy, no } = way === 'resolve' ? resolving : reopening;
  return (
    <ActForm
      className="stack panel"
      press={t(`talk.${way}`)}
      busy={busy}
      no={no}
      onClose={onDone}
      onAct={() =>
        void turn({ id, words: draft.words }).then((done) => {
          if (!done) return;
          clear();
          say(t(`talk.${way}Done`));
          onDone();
        })
      }
    >
      <TextArea label={t(`talk.${way}Words`)} hint={t(`talk.${way}Hint`)} value={draft.words} most={limits.reason} autoFocus onChange={(words) => change({ words })} />
    </ActForm>
  );
}
