import { useState } from 'react';
import { ActForm } from '../kit/ActForm';
import { say } from '../kit/Notice';
import { TextArea } from '../kit/TextField';
import { useDo } from '../lib/graph';
import { useWords } from '../lib/words';
import { ProposeClearing } from './deletedQuery';

/** Asks that what was chosen be cleared for good; with one's `own` words it is done at once, and the button says so. */
export function ClearForm({ framingId, ids, own, onClose }: { framingId: string; ids: readonly string[]; own: boolean; onClose: () => void }) {
  const { t } = useWords();
  const [reason, put] = useState('');
  const { do: propose, busy, no } = useDo(ProposeClearing);
  const act = async (): Promise<void> => {
    const made = await propose({ framingId, deletedIds: [...ids], reason });
    if (made === null) return;
    say(t(made.proposeClearing.state === 'CLEARED' ? 'versions.cleared' : 'versions.proposed'));
    onClose();
  };
  return (
    <ActForm press={t(own ? 'versions.clearNow' : 'versions.clearDo')} kind="grave" busy={busy} no={no} onAct={() => void act()} onClose={onClose} className="stack name-version">
      <p>{t('versions.clearHow')}</p>
      <TextArea label={t('versions.why')} hint={t('versions.clearWhyHint')} value={reason} onChange={put} most={1000} autoFocus />
    </ActForm>
  );
}
