import { limits } from '@samsyn/domain/shared/limits';
import { useState } from 'react';
import { ActForm } from '../../kit/ActForm';
import { Dialog } from '../../kit/Dialog';
import { say } from '../../kit/Notice';
import { Refusal } from '../../kit/Refusal';
import { TextArea } from '../../kit/TextField';
import { graphql, useDo } from '../../lib/graph';
import { useWords } from '../../lib/words';
import { OrganisationPicker, type Picked } from '../../organisation/OrganisationPicker';
import type { AlliancePage } from '../pageQuery';

const InviteOrganisation = graphql(`
  mutation InviteOrganisation($allianceId: ID!, $organisationId: ID!, $reason: String) {
    inviteOrganisation(allianceId: $allianceId, organisationId: $organisationId, reason: $reason) { id standing }
  }
`);
const AddOrganisation = graphql(`
  mutation AddOrganisationToInvite($name: String!) {
    addOrganisation(name: $name) { id name }
  }
`);

/** Asks an organisation or department to take part; it answers for itself. */
export function InviteOrganisationDialog({ alliance, onClose }: { alliance: AlliancePage; onClose: () => void }) {
  const { t } = useWords();
  const [picked, setPicked] = useState<Picked | null>(null);
  const [reason, setReason] = useState('');
  const add = useDo(AddOrganisation);
  const invite = useDo(InviteOrganisation);
  const act = async () => {
    if (picked === null) return;
    const organisationId = picked.id ?? (await add.do({ name: picked.name }))?.addOrganisation.id;
    if (organisationId === undefined) return;
    // Should the invitation be refused, the new organisation stands already and is not added twice.
    setPicked({ id: organisationId, name: picked.name, parentName: null });
    if ((await invite.do({ allianceId: alliance.id, organisationId, reason })) === null) return;
    say(t('acting.organisation-invited', { name: picked.name }));
    onClose();
  };
  return (
    <Dialog title={t('alliance.invite-organisation')} onClose={onClose}>
      <p>{t('acting.invite-organisation-how')}</p>
      {picked === null ? (
        <OrganisationPicker label={t('acting.which-organisation')} taken={alliance.organisations.map(({ actorId }) => actorId)} onPick={setPicked} />
      ) : (
        <ActForm press={t('acting.invite-organisation-do')} busy={add.busy || invite.busy} no={invite.no} onClose={onClose} onAct={() => void act()}>
          <p>
            <strong dir="auto">{picked.name}</strong>
          </p>
          <TextArea label={t('acting.invite-why')} optional value={reason} onChange={setReason} maxLength={limits.reason} />
        </ActForm>
      )}
      <Refusal no={add.no} />
    </Dialog>
  );
}
