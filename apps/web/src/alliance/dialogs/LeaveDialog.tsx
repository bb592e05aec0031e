import { useLocation } from 'wouter';
import { focusOn } from '../../kit/focusOn';
import { ActForm } from '../../kit/ActForm';
import { Dialog } from '../../kit/Dialog';
import { say } from '../../kit/Notice';
import { graphql, useDo } from '../../lib/graph';
import { useWords } from '../../lib/words';
import type { AlliancePage } from '../pageQuery';

const Leave = graphql(`
  mutation Leave($allianceId: ID!) {
    leave(allianceId: $allianceId) { id standing }
  }
`);

/** Leaves the alliance; what one gave stays. */
export function LeaveDialog({ alliance, onClose }: { alliance: AlliancePage; onClose: () => void }) {
  const { t } = useWords();
  const [, go] = useLocation();
  const leave = useDo(Leave);
  return (
    <Dialog title={t('acting.leave-title', { name: alliance.name })} onClose={onClose}>
      <p>{t('acting.leave-how')}</p>
      <ActForm
        press={t('alliance.leave')}
        kind="grave"
        busy={leave.busy}
        no={leave.no}
        onClose={onClose}
        onAct={() =>
          void leave.do({ allianceId: alliance.id }).then((answer) => {
            if (answer === null) return;
            // A closed alliance cannot be read any more: from here there is only one's own page.
            if (alliance.visibility === 'CLOSED') {
              go('/me');
              say(t('acting.left-closed', { name: alliance.name }));
              return;
            }
            say(t('acting.left'));
            onClose();
            focusOn('main h1');
          })
        }
      />
    </Dialog>
  );
}
