import { Dialog } from '../../kit/Dialog';
import { useWords } from '../../lib/words';
import { Inviting } from '../Inviting';
import type { AlliancePage } from '../pageQuery';

/** Invites people: by link, code and poster, or by e-mail. */
export function InviteDialog({ alliance, onClose }: { alliance: AlliancePage; onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog title={t('alliance.invite')} onClose={onClose}>
      <Inviting id={alliance.id} />
    </Dialog>
  );
}
