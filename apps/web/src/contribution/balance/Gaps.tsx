import { Empty } from '../../kit/Empty';
import { Link } from '../../kit/Link';
import { useWords } from '../../lib/words';
import type { KnowledgeShown } from './balanceFields';
import { addressOf, isNarrowed, type Selection } from './selection';

/** The sentence that comes first: what is not recorded yet. An empty place is "not recorded", never "not there". */
export function Gaps({ alliance, selection }: { alliance: KnowledgeShown; selection: Selection }) {
  const { t } = useWords();
  const { balance } = alliance;
  const give = (
    <Link as="main" to={`/a/${alliance.id}/give${selection.framing ? `?framing=${selection.framing}` : ''}`}>
      {t('balance.give')}
    </Link>
  );
  if (balance.total === 0) return <Empty text={t(isNarrowed(selection) ? 'balance.nothingFiltered' : 'balance.nothing')}>{give}</Empty>;
  // When one kind is selected the others are not missing, only not asked for.
  const missing = selection.kind === '' ? balance.missing : [];
  const path = `/a/${alliance.id}/knowledge`;
  return (
    <div className="stack">
      <div className="gaps" role="status">
        {missing.map(({ kind, code }) => (
          <p key={kind}>{t(code === 'none' ? `balance.none.${kind}` : `balance.hardly.${kind}`)}</p>
        ))}
        {missing.length === 0 && selection.kind === '' ? <p>{t('balance.allThere')}</p> : null}
        {selection.kind === '' ? null : <p>{t('balance.filtered')}</p>}
      </div>
      <p>
        <Link to={`${path}${addressOf(selection, {})}`}>{t('balance.total', { n: balance.total })}</Link> {t('balance.totalNote')}
      </p>
      {balance.questioned > 0 ? (
        <p>
          <Link to={`${path}${addressOf(selection, { questioned: true })}`}>{t('balance.questioned', { n: balance.questioned })}</Link>
        </p>
      ) : null}
      {selection.framing === '' ? (
        <p>
          <Link to={`${path}${addressOf(selection, { unused: true })}`}>{t('balance.unused')}</Link>
        </p>
      ) : null}
      <p className="soft">{t('balance.intro')}</p>
      <p>{give}</p>
    </div>
  );
}
