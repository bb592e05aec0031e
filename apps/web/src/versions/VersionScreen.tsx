import { useState } from 'react';
import { useParams } from 'wouter';
import { ReadText } from '../framing/ReadText';
import { ActForm } from '../kit/ActForm';
import { Button } from '../kit/Button';
import { Link } from '../kit/Link';
import { Page } from '../kit/Page';
import { PersonName } from '../kit/PersonName';
import { Refusal } from '../kit/Refusal';
import { TextField } from '../kit/TextField';
import { useAsk, useDo } from '../lib/graph';
import { usePlace } from '../lib/place';
import { may } from '../lib/rights';
import { useWords } from '../lib/words';
import { Names } from './Names';
import { RestoreForm } from './RestoreForm';
import { RelabelVersion, VersionQuery } from './versionsQuery';
import './versions.css';

/** A version, to be read as it was frozen. */
export function VersionScreen() {
  const { id = '', number = '' } = useParams<{ id: string; number: string }>();
  const { t, moment } = useWords();
  const { data, busy, no } = useAsk(VersionQuery, { id, number: /^\d{1,9}$/.test(number) ? Number(number) : 0 });
  const [acting, act] = useState<'relabel' | 'restore' | null>(null);
  const framing = data?.framing;
  usePlace(framing?.alliance.id, framing?.alliance.name);
  if (busy) return <Page title={undefined} />;
  const version = framing?.version;
  if (framing == null || version == null) return <Page title={t('versions.one')}>{no === undefined ? <p>{t('versions.nowhere')}</p> : <Refusal no={no} />}</Page>;
  const over = (
    <>
      <Link to={`/f/${id}`} dir="auto">
        {framing.name}
      </Link>{' '}
      · <Link to={`/f/${id}/versions`}>{t('versions.title')}</Link>
    </>
  );
  return (
    <Page title={version.label} over={over} serif written wide>
      <div className="stack-tight">
        <p>
          {t('versions.frozenAt', { moment: moment(version.textAt) })} {t('versions.namedBy', { moment: moment(version.at) })} <PersonName actor={version.by} />.
          {version.automatic ? ` ${t('versions.automaticHow')}` : null}
        </p>
        <p>
          {t('versions.wordsBy')} <Names people={version.authors} />.
        </p>
        <div className="row">
          <Link as="quiet" to={`/f/${id}/versions?from=v${version.number}&to=now`}>
            {t('versions.compareWithNow')}
          </Link>
          {may(framing.rights, 'framing.restore') && acting === null ? <Button onClick={() => act('restore')}>{t('versions.restore')}</Button> : null}
          {may(version.rights, 'version.relabel') && acting === null ? <Button onClick={() => act('relabel')}>{t('versions.relabel')}</Button> : null}
        </div>
        {acting === 'relabel' ? <Relabel id={version.id} label={version.label} onClose={() => act(null)} /> : null}
        {acting === 'restore' ? <RestoreForm framingId={id} version={version.number} onClose={() => act(null)} /> : null}
      </div>
      <section className="stack" aria-label={t('versions.words')}>
        {version.plain.trim() === '' ? <p className="soft">{t('versions.noText')}</p> : <ReadText content={version.content} />}
      </section>
      {version.fields.length === 0 ? null : (
        <section className="stack" aria-labelledby="version-bounds">
          <h2 id="version-bounds">{t('versions.stoodThen')}</h2>
          <dl className="compared-fields">
            {version.fields.map(({ field, text }) => (
              <div key={field}>
                <dt>{t(`versions.field.${field}`)}</dt>
                <dd dir="auto">{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {version.contributions.length === 0 ? null : (
        <section className="stack" aria-labelledby="version-contributions">
          <h2 id="version-contributions">{t('versions.stoodIn')}</h2>
          <ul className="contributions-moved">
            {version.contributions.map(({ id: contribution, text }) => (
              <li key={contribution}>
                <Link to={`/c/${contribution}`} dir="auto">
                  {text === '' ? t('versions.contributionNoWords') : text}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {version.corrections.length === 0 ? null : (
        <section className="stack" aria-labelledby="version-corrections">
          <h2 id="version-corrections">{t('versions.calledBefore')}</h2>
          <ul>
            {version.corrections.map(({ before, at, by }) => (
              <li key={at}>
                <bdi>{before}</bdi> · {moment(at)} · <PersonName actor={by} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <details>
        <summary>{t('versions.digest')}</summary>
        <p className="small">{t('versions.digestHow')}</p>
        <p className="digest">{version.digest}</p>
      </details>
    </Page>
  );
}

function Relabel({ id, label: before, onClose }: { id: string; label: string; onClose: () => void }) {
  const { t } = useWords();
  const [label, put] = useState(before);
  const { do: correct, busy, no } = useDo(RelabelVersion);
  const act = async (): Promise<void> => {
    if ((await correct({ id, label })) !== null) onClose();
  };
  return (
    <ActForm press={t('versions.relabelDo')} busy={busy} no={no} onAct={() => void act()} onClose={onClose} className="stack name-version">
      <TextField label={t('versions.label')} hint={t('versions.relabelHint')} value={label} onChange={put} maxLength={120} autoFocus />
    </ActForm>
  );
}
