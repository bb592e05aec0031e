import { useState } from 'react';
import { ActForm } from '../kit/ActForm';
import { say } from '../kit/Notice';
import { TextArea } from '../kit/TextField';
import { useDraft } from '../lib/draft';
import { graphql, useDo } from '../lib/graph';
import { useHere } from '../lib/here';
import { useWords } from '../lib/words';
import { addressesIn } from './addressesIn';

const InviteByEmail = graphql(`
  mutation InviteByEmail($allianceId: ID!, $emails: [String!]!, $language: Language!) {
    inviteByEmail(allianceId: $allianceId, emails: $emails, language: $language) { id email }
  }
`);

/** Sends invitations to addresses; says what to do instead where no letters are sent. */
export function EmailInviting({ id }: { id: string }) {
  const { t } = useWords();
  const { me, examples, sendsLetters } = useHere();
  if (me === undefined) return null;
  return examples || sendsLetters ? <Letters id={id} /> : <p className="soft">{t('core.no-letters-invite')}</p>;
}

/** Addresses, one a line or with commas. */
function Letters({ id }: { id: string }) {
  const { t, language } = useWords();
  const [draft, change, clear] = useDraft(`invite.${id}`, { emails: '' });
  const [error, setError] = useState<string>();
  const invite = useDo(InviteByEmail);
  return (
    <ActForm
      className="stack-tight"
      kind="quiet"
      press={t('core.emails-send')}
      busy={invite.busy}
      no={invite.no}
      onAct={() => {
        const { right, wrong } = addressesIn(draft.emails);
        if (wrong.length > 0 || right.length === 0) {
          setError(wrong.length > 0 ? t('core.emails-wrong', { emails: wrong.join(', ') }) : t('core.emails-none'));
          return;
        }
        setError(undefined);
        void invite.do({ allianceId: id, emails: right, language }).then((answer) => {
          if (answer === null) return;
          clear();
          say(t('core.emails-sent', { n: right.length }));
        });
      }}
    >
      <TextArea label={t('core.emails')} hint={t('core.emails-hint')} error={error} value={draft.emails} onChange={(emails) => change({ emails })} dir="ltr" inputMode="email" autoComplete="off" />
    </ActForm>
  );
}
