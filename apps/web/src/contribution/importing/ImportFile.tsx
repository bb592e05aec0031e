import { limits } from '@samsyn/domain/shared/limits';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { sendBytes } from '../../lib/sendBytes';
import { Button } from '../../kit/Button';
import { Field } from '../../kit/Field';
import { Link } from '../../kit/Link';
import { Refusal } from '../../kit/Refusal';
import type { No } from '../../lib/graph';
import { useWords } from '../../lib/words';

/** First: which file? */
export function ImportFile({ allianceId, framingId }: { allianceId: string; framingId: string | null }) {
  const { t, number } = useWords();
  const [, go] = useLocation();
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const [no, setNo] = useState<No | undefined>();

  async function send() {
    setMissing(file === null);
    if (file === null || busy) return;
    setBusy(true);
    setNo(undefined);
    const sent = await sendBytes('/imports', { alliance: allianceId, name: file.name, ...(framingId ? { framing: framingId } : {}) }, file);
    setBusy(false);
    if ('no' in sent) setNo(sent.no);
    else go(`/a/${allianceId}/import?run=${sent.id}`);
  }

  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p>{t('import.intro')}</p>
      <p className="note">{t('import.never')}</p>
      <Field
        label={t('import.file')}
        hint={t('import.fileHint', { rows: number(limits.importRows), megabytes: limits.importMegabytes })}
        error={missing && file === null ? t('import.fileNeeded') : undefined}
      >
        {(tied) => <input {...tied} className="input" type="file" accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain" onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)} />}
      </Field>
      {file && file.size > limits.importMegabytes * 1_000_000 ? <p className="field-error">{t('import.large', { megabytes: number(limits.importMegabytes) })}</p> : null}
      <p className="small">
        <Link to={`/a/${allianceId}/bring`}>{t('import.text')}</Link>
      </p>
      <Refusal no={no} />
      <p>
        <Button kind="main" type="submit" busy={busy}>
          {t(busy ? 'import.reading' : 'import.read')}
        </Button>
      </p>
    </form>
  );
}
