import { useState } from 'react';
import { useParams } from 'wouter';
import { Button } from '../kit/Button';
import { Radios } from '../kit/Choices';
import { Link } from '../kit/Link';
import { say } from '../kit/Notice';
import { Page } from '../kit/Page';
import { Refusal } from '../kit/Refusal';
import { useAsk, type No } from '../lib/graph';
import { usePlace } from '../lib/place';
import { useWords } from '../lib/words';
import { FileQuery } from './exportQuery';
import { formats, takeFile, type Format } from './takeFile';
import './export.css';

/** A framing as a file: in which language, and of which kind. */
export function FileScreen() {
  const { id = '' } = useParams<{ id: string }>();
  const { t, language } = useWords();
  const { data, busy, no } = useAsk(FileQuery, { id });
  const [chosen, choose] = useState<'sv' | 'en'>(language);
  const framing = data?.framing;
  usePlace(framing?.alliance.id, framing?.alliance.name);
  if (busy) return <Page title={undefined} />;
  if (framing == null) return <Page title={t('file.title')}>{no === undefined ? <p>{t('file.nowhere')}</p> : <Refusal no={no} />}</Page>;
  const over = (
    <Link to={`/f/${id}`} dir="auto">
      {framing.name}
    </Link>
  );
  return (
    <Page title={t('file.title')} over={over}>
      <p>{t('file.intro')}</p>
      <Radios
        legend={t('file.language')}
        hint={t('file.languageHow')}
        choices={[
          { value: 'sv', label: <span lang="sv">{t('file.sv')}</span> },
          { value: 'en', label: <span lang="en">{t('file.en')}</span> },
        ]}
        chosen={chosen}
        onChange={choose}
      />
      <ul className="lines file-formats">
        {formats.map((format) => (
          <FormatLine key={format} framingId={id} format={format} language={chosen} />
        ))}
      </ul>
    </Page>
  );
}

function FormatLine({ framingId, format, language }: { framingId: string; format: Format; language: 'sv' | 'en' }) {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const [no, setNo] = useState<No | undefined>();
  async function take() {
    setBusy(true);
    setNo(undefined);
    const refused = await takeFile(framingId, format, language);
    setBusy(false);
    setNo(refused);
    if (refused === undefined) say(t('file.taken'));
  }
  return (
    <li className="stack-tight">
      <div className="file-format">
        <div className="stack-tight">
          <h2>{t(`file.format.${format}`)}</h2>
          <p>{t(`file.holds.${format}`)}</p>
        </div>
        <Button busy={busy} onClick={() => void take()} aria-label={t('file.takeAs', { format: t(`file.format.${format}`) })}>
          {busy ? t('file.making') : t('file.take')}
        </Button>
      </div>
      <Refusal no={no} />
    </li>
  );
}
