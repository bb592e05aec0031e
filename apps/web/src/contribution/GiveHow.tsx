import { waysOfKnowing } from '@samsyn/domain/shared/enums';
import { useState } from 'react';
import { Button } from '../kit/Button';
import { Choices } from '../kit/Choices';
import { useWords } from '../lib/words';
import type { StepProps } from './GiveWhat';
import { KindChoices } from './KindChoices';

/** Second step: what kind of knowing is it, and how did one come to know it? */
export function GiveHow({ draft, change, onNext, onBack }: StepProps & { onNext: () => void; onBack: () => void }) {
  const { t } = useWords();
  const [error, setError] = useState<string | undefined>();
  return (
    <form
      className="stack-wide"
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.kinds.length > 0 || draft.dontKnow) return onNext();
        setError(t('contribution.give.kindNeeded'));
        event.currentTarget.querySelector<HTMLElement>('input')?.focus();
      }}
    >
      <KindChoices other={draft.forOther} kinds={draft.kinds} dontKnow={draft.dontKnow} onChange={change} error={error} />
      <Choices
        legend={t(draft.forOther ? 'contribution.give.howLegendOther' : 'contribution.give.howLegend')}
        hint={t('contribution.give.howHint')}
        chosen={draft.howKnown}
        onChange={(howKnown) => change({ howKnown })}
        choices={waysOfKnowing.map((value) => ({ value, label: t(`contribution.how.${value}`) }))}
      />
      <div className="row">
        <Button kind="main" type="submit">
          {t('contribution.give.next')}
        </Button>
        <Button kind="plain" onClick={onBack}>
          {t('contribution.give.back')}
        </Button>
      </div>
    </form>
  );
}
