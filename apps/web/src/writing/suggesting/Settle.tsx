import { limits } from '@samsyn/domain/shared/limits';
import { useState } from 'react';
import { ActForm } from '../../kit/ActForm';
import { TextArea } from '../../kit/TextField';
import { useDo } from '../../lib/graph';
import { useWords } from '../../lib/words';
import { Accept, Decline, Explain, type SuggestionShown } from './suggestionQuery';

/** What one is about to do with suggestions. */
export type Act = 'accept' | 'decline' | 'explain';

/** A few words to what one does with suggestions, one or several together, as they stand before one. */
export function Settle({ act, framingId, shown, said = '', onDone, onRefused }: {
  act: Act;
  framingId: string;
  shown: readonly SuggestionShown[];
  said?: string;
  onDone: (done: boolean) => void;
  /** They are no longer as they stand here. */
  onRefused: () => void;
}) {
  const { t } = useWords();
  const [words, setWords] = useState(said);
  const [missing, setMissing] = useState(false);
  const accept = useDo(Accept);
  const decline = useDo(Decline);
  const explain = useDo(Explain);
  const doing = { accept, decline, explain }[act];
  const ids = shown.map(({ id }) => id);
  const go = async (form: HTMLFormElement): Promise<void> => {
    if (act === 'decline' && words.trim() === '') {
      setMissing(true);
      form.querySelector('textarea')?.focus();
      return;
    }
    let done = false;
    if (act === 'explain') done = (await explain.do({ framingId, id: ids[0] ?? '', reason: words })) !== null;
    // A hundred at a time is what the server takes.
    else
      for (let at = 0; at < ids.length; at += limits.list) {
        const some = { framingId, ids: ids.slice(at, at + limits.list), answer: words };
        const seen = shown.slice(at, at + limits.list).map(({ id, before, after }) => ({ id, before, after }));
        done = (act === 'accept' ? await accept.do({ ...some, seen }) : await decline.do(some)) !== null;
        if (!done) break;
      }
    if (done) onDone(true);
    else onRefused();
  };
  return (
    <ActForm press={t(`suggestion.do.${act}`, { n: ids.length })} busy={doing.busy} no={doing.no} onAct={(form) => void go(form)} onClose={() => onDone(false)} className="stack-tight">
      <TextArea
        label={t(`suggestion.why.${act}`)}
        optional={act !== 'decline'}
        error={missing && words.trim() === '' ? t('suggestion.why.needed') : undefined}
        value={words}
        onChange={setWords}
        most={limits.reason}
        rows={2}
        autoFocus
      />
    </ActForm>
  );
}
