import { limits } from '@samsyn/domain/shared/limits';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { ActForm } from '../kit/ActForm';
import { Field } from '../kit/Field';
import { Link } from '../kit/Link';
import type { No } from '../lib/graph';
import { sendBytes } from '../lib/sendBytes';
import { useWords } from '../lib/words';

/** First: which file? */
export function BringFile({ allianceId }: { allianceId: string }) {
  const { t } = useWords();
  const [, go] = useLocation();
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const [no, setNo] = useState<No | undefined>();

  // Said before it is sent: on a slow line that would take minutes.
  const isLarge = file !== null && file.size > limits.bringMegabytes * 1024 * 1024;

  async function send() {
    setMissing(file === null);
    if (file === null || isLarge) return;
    setBusy(true);
    setNo(undefined);
    const sent = await sendBytes('/bring', { alliance: allianceId, name: file.name }, file);
    setBusy(false);
    if ('no' in sent) setNo(sent.no);
    else go(`/a/${allianceId}/bring?text=${sent.id}`);
  }

  return (
    <ActForm press={t(busy ? 'bringing.reading' : 'bringing.read')} busy={busy} no={no} onAct={() => void send()}>
      <p>{t('bringing.intro')}</p>
      <p className="note">{t('bringing.never')}</p>
      <Field label={t('bringing.file')} hint={t('bringing.fileHint', { megabytes: limits.bringMegabytes })} error={isLarge ? t('bringing.fileLarge') : missing && file === null ? t('bringing.fileNeeded') : undefined}>
        {(tied) => <input {...tied} className="input" type="file" accept=".docx,.md,.markdown,.txt,.html,.htm,.json" onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)} />}
      </Field>
      <p className="small">
        <Link to={`/a/${allianceId}/import`}>{t('bringing.table')}</Link>
      </p>
    </ActForm>
  );
}
