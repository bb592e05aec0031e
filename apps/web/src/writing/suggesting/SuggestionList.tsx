import { useState } from 'react';
import { Button } from '../../kit/Button';
import { focusOn } from '../../kit/focusOn';
import { useWords } from '../../lib/words';
import { OneSuggestion } from './OneSuggestion';
import { Settle, type Act } from './Settle';
import { mayDo, type SuggestionShown } from './suggestionQuery';
import './suggesting.css';

/** The suggestions of a text: those that wait, to be answered one by one or together, and what became of the others. */
export function SuggestionList({ framingId, all, onSettled }: { framingId: string; all: readonly SuggestionShown[]; onSettled: () => void }) {
  const { t } = useWords();
  const [act, setAct] = useState<Act | null>(null);
  const open = all.filter(({ state }) => state === 'OPEN');
  const answered = all.filter(({ state }) => state !== 'OPEN').reverse();
  const [may, mayNot] = (['accept', 'decline'] as const).map((verb) => open.filter((one) => mayDo(one, `suggestion.${verb}`))) as [SuggestionShown[], SuggestionShown[]];
  const done = (is: boolean): void => {
    setAct(null);
    if (is) onSettled();
    focusOn('#suggestions');
  };
  return (
    <section className="stack suggestions" aria-labelledby="suggestions">
      <h3 id="suggestions" tabIndex={-1}>
        {t('suggestion.title', { n: open.length })}
      </h3>
      {open.length === 0 ? <p className="soft">{t('suggestion.none')}</p> : null}
      {act !== null ? (
        <Settle act={act} framingId={framingId} shown={act === 'accept' ? may : mayNot} onDone={done} onRefused={onSettled} />
      ) : may.length > 1 || mayNot.length > 1 ? (
        <div className="row">
          {may.length > 1 ? <Button onClick={() => setAct('accept')}>{t('suggestion.acceptAll', { n: may.length })}</Button> : null}
          {mayNot.length > 1 ? <Button kind="plain" onClick={() => setAct('decline')}>{t('suggestion.declineAll', { n: mayNot.length })}</Button> : null}
        </div>
      ) : null}
      <ul className="stack">
        {open.map((shown) => (
          <li key={shown.id}>
            <OneSuggestion framingId={framingId} shown={shown} onDone={() => done(true)} onRefused={onSettled} />
          </li>
        ))}
      </ul>
      {answered.length === 0 ? null : (
        <details>
          <summary>{t('suggestion.answered', { n: answered.length })}</summary>
          <ul className="stack">
            {answered.map((shown) => (
              <li key={shown.id}>
                <OneSuggestion framingId={framingId} shown={shown} onDone={() => done(true)} onRefused={onSettled} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
