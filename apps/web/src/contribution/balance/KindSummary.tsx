import type { Kind } from '@samsyn/domain/shared/enums';
import { KindMark } from '../../kit/KindMark';
import { Link } from '../../kit/Link';
import { useWords } from '../../lib/words';
import type { BalanceShown } from './balanceFields';
import { addressOf, type Selection } from './selection';

/** The four kinds side by side: how many contributions, from how many people. */
export function KindSummary({ balance, kinds, selection, path }: { balance: BalanceShown; kinds: readonly Kind[]; selection: Selection; path: string }) {
  const { t } = useWords();
  return (
    <section className="stack" aria-labelledby="kinds">
      <h2 id="kinds">{t('balance.kinds')}</h2>
      <ul className="kind-summary">
        {kinds.map((kind) => {
          const count = balance.kinds.find((one) => one.kind === kind);
          return (
            <li key={kind}>
              <KindMark kind={kind} />
              {count && count.count > 0 ? (
                <p>
                  <Link to={`${path}${addressOf(selection, { kind })}`}>{t('balance.kindCount', { n: count.count })}</Link>
                  <br />
                  <span className="soft">{t('balance.kindPeople', { n: count.people })}</span>
                </p>
              ) : (
                <p className="soft">{t('balance.notRecorded')}</p>
              )}
            </li>
          );
        })}
        {selection.kind === '' && balance.kindNotStated > 0 ? (
          <li>
            <span className="soft">{t('balance.notStated')}</span>
            <p>
              <Link to={`${path}${addressOf(selection, { kind: 'none' })}`}>{t('balance.kindCount', { n: balance.kindNotStated })}</Link>
            </p>
          </li>
        ) : null}
      </ul>
    </section>
  );
}
