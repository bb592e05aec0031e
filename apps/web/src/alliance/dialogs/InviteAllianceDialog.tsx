import { limits } from '@samsyn/domain/shared/limits';
import { useDeferredValue, useState } from 'react';
import { ActForm } from '../../kit/ActForm';
import { Radios } from '../../kit/Choices';
import { Dialog } from '../../kit/Dialog';
import { say } from '../../kit/Notice';
import { TextArea, TextField } from '../../kit/TextField';
import { graphql, useAsk, useDo } from '../../lib/graph';
import { useWords } from '../../lib/words';
import type { AlliancePage } from '../pageQuery';

const Search = graphql(`
  query SearchAlliances($search: String!) {
    alliances(search: $search, first: 8) { edges { node { id name } } }
  }
`);
const InviteAlliance = graphql(`
  mutation InviteAlliance($allianceId: ID!, $invitedId: ID!, $reason: String) {
    inviteAlliance(allianceId: $allianceId, invitedId: $invitedId, reason: $reason) { id standing }
  }
`);

/** Asks another alliance to take part, by the same relation as a person or an organisation. */
export function InviteAllianceDialog({ alliance, onClose }: { alliance: AlliancePage; onClose: () => void }) {
  const { t } = useWords();
  const [written, setWritten] = useState('');
  const search = useDeferredValue(written.trim());
  const { data } = useAsk(Search, { search }, { pause: search.length < 3 });
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const invite = useDo(InviteAlliance);
  const found = search.length < 3 ? [] : (data?.alliances.edges ?? []).map(({ node }) => node).filter(({ id }) => id !== alliance.id);
  return (
    <Dialog title={t('alliance.invite-alliance')} onClose={onClose}>
      <ActForm
        press={t('acting.invite-alliance-do')}
        busy={invite.busy}
        no={invite.no}
        onClose={onClose}
        onAct={() => {
          if (chosen === null) {
            setError(t('acting.choose-alliance'));
            return;
          }
          void invite.do({ allianceId: alliance.id, invitedId: chosen, reason }).then((answer) => {
            if (answer === null) return;
            say(t('acting.alliance-invited'));
            onClose();
          });
        }}
      >
        <TextField label={t('acting.which-alliance')} hint={t('core.search-three')} error={error} type="search" value={written} onChange={setWritten} />
        {found.length === 0 ? null : (
          <Radios legend={t('acting.found-alliances')} chosen={chosen} onChange={setChosen} choices={found.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))} />
        )}
        <TextArea label={t('acting.invite-why')} optional value={reason} onChange={setReason} maxLength={limits.reason} />
      </ActForm>
    </Dialog>
  );
}
