import { Link } from '../kit/Link';
import { PersonName } from '../kit/PersonName';
import { may } from '../lib/rights';
import { useWords } from '../lib/words';
import { BringUndo } from './BringUndo';
import type { BringingShown } from './bringingQuery';

/** What came in, and a way to take it back. */
export function BringDone({ brought, allianceId }: { brought: BringingShown; allianceId: string }) {
  const { t, moment } = useWords();
  const undone = brought.state === 'UNDONE';
  return (
    <div className="stack-wide">
      <p role="status" dir="auto">
        {undone ? t('bringing.undoneNote', { name: brought.fileName }) : brought.opened ? t('bringing.doneFraming', { name: brought.fileName }) : t('bringing.doneCount', { n: brought.contributions, name: brought.fileName })}
      </p>
      <p className="soft small">
        <PersonName actor={brought.broughtBy} /> · {moment(brought.createdAt)}
      </p>
      <div className="row">
        {undone ? null : (
          <Link to={brought.framing ? `/f/${brought.framing.id}` : `/a/${allianceId}/knowledge`} as="main">
            {t('bringing.see')}
          </Link>
        )}
        <Link to={`/a/${allianceId}/bring`} as="quiet">
          {t('bringing.another')}
        </Link>
      </div>
      {may(brought.rights, 'import.undo') ? <BringUndo id={brought.id} fileName={brought.fileName} opened={brought.opened} /> : null}
    </div>
  );
}
