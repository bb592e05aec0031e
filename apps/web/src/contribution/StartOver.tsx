import { useState } from 'react';
import { Button } from '../kit/Button';
import { useWords } from '../lib/words';

/** Throws the draft away, after asking once. */
export function StartOver({ onYes }: { onYes: () => void }) {
  const { t } = useWords();
  const [sure, setSure] = useState(false);
  if (!sure) {
    return (
      <Button kind="plain" onClick={() => setSure(true)}>
        {t('contribution.give.startOver')}
      </Button>
    );
  }
  return (
    <div className="row" role="group" aria-label={t('contribution.give.startOverSure')}>
      <span>{t('contribution.give.startOverSure')}</span>
      <Button
        kind="grave"
        onClick={() => {
          setSure(false);
          onYes();
        }}
      >
        {t('contribution.give.startOverYes')}
      </Button>
      <Button autoFocus onClick={() => setSure(false)}>
        {t('contribution.give.startOverNo')}
      </Button>
    </div>
  );
}
