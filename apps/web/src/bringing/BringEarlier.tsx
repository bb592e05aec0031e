import { Link } from '../kit/Link';
import { PersonName } from '../kit/PersonName';
import { useAsk } from '../lib/graph';
import { may } from '../lib/rights';
import { useWords } from '../lib/words';
import { BringUndo } from './BringUndo';
import { EarlierBringings } from './bringingQuery';

/** What has been brought in before: each can be opened again, and taken back. */
export function BringEarlier({ allianceId }: { allianceId: string }) {
  const { t, moment } = useWords();
  const { data } = useAsk(EarlierBringings, { id: allianceId });
  const earlier = data?.alliance?.bringings ?? [];
  if (earlier.length === 0) return null;
  return (
    <section className="stack rule" aria-labelledby="earlier">
      <h2 id="earlier" tabIndex={-1}>
        {t('bringing.earlier')}
      </h2>
      <ul className="lines">
        {earlier.map((one) => (
          <li key={one.id} className="stack-tight">
            <Link to={`/a/${allianceId}/bring?text=${one.id}`} dir="auto">
              {one.fileName}
            </Link>
            <p>{one.state === 'UNDONE' ? t('bringing.undone') : one.opened ? t('bringing.becameFraming') : t('bringing.becameCount', { n: one.contributions })}</p>
            <p className="small soft">
              <PersonName actor={one.broughtBy} /> · {moment(one.createdAt)}
            </p>
            {may(one.rights, 'import.undo') ? <BringUndo id={one.id} fileName={one.fileName} opened={one.opened} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
