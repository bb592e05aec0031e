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
            say(t('acting.left'));
            onClose();
          })
        }
      />
    </Dialog>
  );
}
