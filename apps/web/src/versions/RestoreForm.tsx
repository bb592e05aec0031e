import { useState } from 'react';
import { ActForm } from '../kit/ActForm';
import { say } from '../kit/Notice';
import { TextArea } from '../kit/TextField';
import { useDo } from '../lib/graph';
import { useWords } from '../lib/words';
import { RestoreText } from './versionsQuery';

/** Brings the text back to how it read, for a reason that all can read. */
export function RestoreForm({ framingId, position = null, version = null, onClose }: { framingId: string; position?: string | null; version?: number | null; onClose: () => void }) {
  const { t } = useWords();
  const [reason, put] = useState('');
  const { do: restore, busy, no } = useDo(RestoreText);
  const act = async (): Promise<void> => {
    if ((await restore({ framingId, position, version, reason })) === null) return;
    say(t('versions.restored'));
    onClose();
  };
  return (
    <ActForm press={t('versions.restoreDo')} busy={busy} no={no} onAct={() => void act()} onClose={onClose} className="stack name-version">
      <p>{t('versions.restoreHow')}</p>
      <TextArea label={t('versions.why')} hint={t('versions.whyHint')} value={reason} onChange={put} most={1000} autoFocus />
    </ActForm>
  );
}
