import { useState } from 'react';
import { SpeakingFields, type SpeakingDraft } from '../../joining/SpeakingFields';
import { ActForm } from '../../kit/ActForm';
import { Dialog } from '../../kit/Dialog';
import { say } from '../../kit/Notice';
import { graphql, useDo } from '../../lib/graph';
import { useHere } from '../../lib/here';
import { useWords } from '../../lib/words';
import type { AlliancePage } from '../pageQuery';

const SpeakAs = graphql(`
  mutation SpeakAs($allianceId: ID!, $speaking: Speaking!) {
    speakAs(allianceId: $allianceId, speaking: $speaking) { id capacity knows }
  }
`);

/** In what capacity I speak here; it may be another in another alliance. */
export function SpeakingDialog({ alliance, onClose }: { alliance: AlliancePage; onClose: () => void }) {
  const { t } = useWords();
  const { me } = useHere();
  const mine = alliance.people.find(({ actorId }) => actorId === me?.id);
  const [draft, setDraft] = useState<SpeakingDraft>({ capacity: mine?.capacity ?? null, knows: mine?.knows ?? '' });
  const speak = useDo(SpeakAs);
  return (
    <Dialog title={t('alliance.speak-as')} onClose={onClose}>
      <ActForm
        press={t('acting.save')}
        busy={speak.busy}
        no={speak.no}
        onClose={onClose}
        onAct={() =>
          void speak.do({ allianceId: alliance.id, speaking: { capacity: draft.capacity, knows: draft.knows } }).then((answer) => {
            if (answer === null) return;
            say(t('acting.saved'));
            onClose();
          })
        }
      >
        <SpeakingFields draft={draft} onChange={setDraft} />
      </ActForm>
    </Dialog>
  );
}
