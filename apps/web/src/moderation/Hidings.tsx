import { useState } from 'react';
import { Button } from '../kit/Button';
import { PersonName } from '../kit/PersonName';
import { useWords } from '../lib/words';
import { Covered } from './Covered';
import { HidingForm } from './HidingForm';
import type { HidingShown } from './hidingFields';

/** Whether something is hidden, by whom and why; what one may do about it; and every time it was hidden before. */
export function Hidings({ subject, id, hidings, mayHide }: { subject: 'CONTRIBUTION' | 'POST'; id: string; hidings: readonly HidingShown[]; mayHide: boolean }) {
  const { t, moment } = useWords();
  const [hiding, setHiding] = useState(false);
  const now = hidings.find(({ state }) => state === 'HIDDEN' || state === 'ASKED' || state === 'ASIDE');
  const over = hidings.filter(({ state }) => state === 'UNDONE' || state === 'ERASED');
  return (
    <>
      {now === undefined ? null : <Covered hiding={now} />}
      {over.map((one) => (
        <p key={one.id} className="soft small">
          {t('hiding.was', { moment: moment(one.at) })} <PersonName actor={one.by} />
          {one.reason === '' ? null : <bdi>: {one.reason}</bdi>} {t(one.state === 'UNDONE' ? 'hiding.shownAgain' : 'hiding.erased')} <PersonName actor={one.endedBy} />
          {one.endReason === '' ? null : <bdi>: {one.endReason}</bdi>}
        </p>
      ))}
      {now !== undefined || !mayHide ? null : hiding ? (
        <HidingForm way={subject} id={id} onDone={() => setHiding(false)} />
      ) : (
        <Button kind="plain" className="fold" onClick={() => setHiding(true)}>
          {t('hiding.hide')}
        </Button>
      )}
    </>
  );
}
