import { useState } from 'react';
import { Button } from '../../kit/Button';
import { focusOn } from '../../kit/focusOn';
import { PersonName } from '../../kit/PersonName';
import { Refusal } from '../../kit/Refusal';
import { useDo } from '../../lib/graph';
import { useWords } from '../../lib/words';
import { Settle, type Act } from './Settle';
import { mayDo, Withdraw, type SuggestionShown } from './suggestionQuery';

/** A suggestion: what would come and go, who suggests it and why, and what one may do with it or what became of it. */
export function OneSuggestion({ framingId, shown, onDone, onRefused }: { framingId: string; shown: SuggestionShown; onDone: () => void; onRefused: () => void }) {
  const { t, day } = useWords();
  const [act, setAct] = useState<Act | null>(null);
  const withdraw = useDo(Withdraw);
  const done = (is: boolean): void => {
    setAct(null);
    if (is) onDone();
    else focusOn(`#suggestion-${shown.id} button`, 'first');
  };
  const gone = shown.state === 'OPEN' && !shown.stands;
  return (
    <div className="suggestion stack-tight" id={`suggestion-${shown.id}`}>
      <p className="small soft">
        <PersonName actor={shown.author} />
        {shown.capacity === null ? null : `, ${t(`contribution.capacity.${shown.capacity}`)}`}
        {shown.at === null ? null : ` · ${day(shown.at)}`}
      </p>
      {shown.before === '' ? null : (
        <p>
          <span className="small soft">{t('suggestion.goes')}</span> <del className="goes" dir="auto">{shown.before}</del>
        </p>
      )}
      {shown.after === '' ? null : (
        <p>
          <span className="small soft">{t('suggestion.comes')}</span> <ins className="comes" dir="auto">{shown.after}</ins>
        </p>
      )}
      {shown.reason === '' ? null : (
        <p>
          <span className="small soft">{t('suggestion.because')}</span> <q dir="auto">{shown.reason}</q>
        </p>
      )}
      {gone ? <p className="note">{t('suggestion.gone')}</p> : null}
      {shown.state === 'OPEN' ? null : (
        <p className="small">
          <strong>{t(`suggestion.was.${shown.state}`)}</strong> · <PersonName actor={shown.settledBy} />
          {shown.settledAt === null ? null : ` · ${day(shown.settledAt)}`}
          {shown.answer === '' ? null : (
            <>
              {' · '}
              <q dir="auto">{shown.answer}</q>
            </>
          )}
        </p>
      )}
      <Refusal no={withdraw.no} />
      {act !== null ? (
        <Settle act={act} framingId={framingId} shown={[shown]} said={act === 'explain' ? shown.reason : ''} onDone={done} onRefused={onRefused} />
      ) : (
        <div className="row">
          {mayDo(shown, 'suggestion.accept') ? <Button onClick={() => setAct('accept')}>{t('suggestion.accept')}</Button> : null}
          {mayDo(shown, 'suggestion.withdraw') ? (
            <>
              <Button kind="plain" onClick={() => setAct('explain')}>
                {t(shown.reason === '' ? 'suggestion.explain' : 'suggestion.explainAnew')}
              </Button>
              <Button kind="plain" busy={withdraw.busy} onClick={() => void withdraw.do({ framingId, id: shown.id }).then((answer) => (answer === null ? undefined : onDone()))}>
                {t('suggestion.withdraw')}
              </Button>
            </>
          ) : mayDo(shown, 'suggestion.decline') ? (
            <Button onClick={() => setAct('decline')}>{t('suggestion.decline')}</Button>
          ) : null}
        </div>
      )}
    </div>
  );
}
