import { kinds } from '@samsyn/domain/shared/enums';
import { KindMark } from '../kit/KindMark';
import { Link } from '../kit/Link';
import { Bones } from '../kit/Page';
import { PersonName } from '../kit/PersonName';
import { Refusal } from '../kit/Refusal';
import { graphql, useAsk } from '../lib/graph';
import { useWords } from '../lib/words';

const FramingBalance = graphql(`
  query FramingBalance($id: ID!) {
    framing(id: $id) {
      id
      balance {
        total
        kinds { kind count people }
        kindNotStated
        people { actor { id name kind invented } stated total }
      }
    }
  }
`);

/** Who has brought which kind of knowledge to a framing: presence and gaps, never a ranking. */
export function WhoBrought({ framingId, allianceId }: { framingId: string; allianceId: string }) {
  const { t } = useWords();
  const { data, busy, no } = useAsk(FramingBalance, { id: framingId });
  const balance = data?.framing?.balance;
  if (busy) return <Bones />;
  if (balance === undefined) return <Refusal no={no} />;
  const way = `/a/${allianceId}/knowledge?framing=${framingId}`;
  return (
    <div className="stack">
      <ul className="kinds-brought">
        {kinds.map((kind) => {
          const count = balance.kinds.find((one) => one.kind === kind)?.count ?? 0;
          return (
            <li key={kind}>
              <KindMark kind={kind} />
              {count > 0 ? <Link to={`${way}&behind=1&b.kind=${kind}`}>{t('framing.kindCount', { n: count })}</Link> : <span className="soft">{t('framing.kindNone')}</span>}
            </li>
          );
        })}
        {balance.kindNotStated > 0 ? (
          <li>
            <span className="soft">{t('core.kind-unstated')}</span>
            <Link to={`${way}&behind=1&b.kind=none`}>{t('framing.kindCount', { n: balance.kindNotStated })}</Link>
          </li>
        ) : null}
      </ul>
      {balance.people.length === 0 ? null : (
        <p className="small soft">
          {t('framing.broughtBy')}{' '}
          {balance.people.map((one, at) => (
            <span key={one.actor?.id ?? `${at}`}>
              {at === 0 ? null : ', '}
              {one.actor === null && one.stated !== null ? <bdi>{one.stated}</bdi> : <PersonName actor={one.actor} />}
            </span>
          ))}
          .
        </p>
      )}
      <p>
        <Link to={way}>{t('framing.knowledgeMore')}</Link>
      </p>
    </div>
  );
}
