import { kinds as allKinds } from '@samsyn/domain/shared/enums';
import { KindMark, kindWord } from '../kit/KindMark';
import { Link } from '../kit/Link';
import { useWords } from '../lib/words';
import type { AlliancePage } from './pageQuery';
import './knowing.css';

/** Which kinds of knowledge are here, as presence and gaps: a bar, and a sentence about what is not recorded yet. */
export function WhatWeKnow({ alliance }: { alliance: AlliancePage }) {
  const { t, list } = useWords();
  const { balance } = alliance;
  const counts = allKinds.map((kind) => ({ kind, count: balance.kinds.find((one) => one.kind === kind)?.count ?? 0 }));
  const none = counts.filter(({ count }) => count === 0).map(({ kind }) => t(kindWord[kind]).toLowerCase());
  const hardly = counts.filter(({ count }) => count > 0 && count * 10 < balance.total).map(({ kind }) => t(kindWord[kind]).toLowerCase());
  return (
    <section className="stack rule" aria-labelledby="knowing">
      <h2 id="knowing">{t('alliance.knowing')}</h2>
      {balance.total === 0 ? (
        <p>{t('alliance.knowing-none')}</p>
      ) : (
        <>
          <div className="knowing-bar" aria-hidden="true">
            {counts.map(({ kind, count }) => (count === 0 ? null : <span key={kind} className={`knowing-part kind-${kind}`} style={{ flexGrow: count }} />))}
          </div>
          <ul className="knowing-list">
            {counts.map(({ kind, count }) => (
              <li key={kind}>
                <KindMark kind={kind} /> <span className="small">{count === 0 ? t('alliance.not-recorded') : t('alliance.contributions', { n: count })}</span>
              </li>
            ))}
          </ul>
          {none.length > 0 ? <p>{t('alliance.missing-none', { kinds: list(none) })}</p> : null}
          {hardly.length > 0 ? <p>{t('alliance.missing-hardly', { kinds: list(hardly) })}</p> : null}
        </>
      )}
      <p>
        <Link to={`/a/${alliance.id}/knowledge`}>{t('alliance.who-brought')}</Link>
      </p>
    </section>
  );
}
