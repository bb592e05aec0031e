import { useState } from 'react';
import { ActForm } from '../kit/ActForm';
import { say } from '../kit/Notice';
import { TextField } from '../kit/TextField';
import { useDo } from '../lib/graph';
import { useWords } from '../lib/words';
import { NameVersion } from './versionsQuery';

/** Gives the text a name as it reads now, or read at a position. */
export function NameForm({ framingId, position = null, onClose }: { framingId: string; position?: string | null; onClose: () => void }) {
  const { t } = useWords();
  const [label, put] = useState('');
  const { do: name, busy, no } = useDo(NameVersion);
  const act = async (): Promise<void> => {
    const named = await name({ framingId, label, position });
    if (named === null) return;
    say(t('versions.named', { label: named.nameVersion.label }));
    onClose();
  };
  return (
    <ActForm press={t('versions.nameDo')} busy={busy} no={no} onAct={() => void act()} onClose={onClose} className="stack name-version">
      <TextField label={t('versions.label')} hint={t('versions.labelHint')} value={label} onChange={put} maxLength={120} autoFocus />
    </ActForm>
  );
}
