import { useState } from 'react';
import { useParams } from 'wouter';
import { ActForm } from '../../kit/ActForm';
import { Button } from '../../kit/Button';
import { Choices } from '../../kit/Choices';
import { focusOn } from '../../kit/focusOn';
import { Link } from '../../kit/Link';
import { say } from '../../kit/Notice';
import { Page } from '../../kit/Page';
import { Refusal } from '../../kit/Refusal';
import { graphql, useAsk, useDo } from '../../lib/graph';
import { useWords } from '../../lib/words';
import { Slip, type SlipMade } from './Slip';

const Told = graphql(`
  query Told($id: ID!) {
    contribution(id: $id) { id statedAuthor rights { verb may } writtenDownAlike { id text } }
  }
`);

const MakeSlip = graphql(`
  mutation MakeSlip($ids: [ID!]!) {
    makeSlip(contributionIds: $ids) { code url expiresAt qr { size path } }
  }
`);

const LeaveOut = graphql(`
  mutation LeaveOutName($id: ID!) {
    leaveOutName(contributionId: $id) { id statedAuthor }
  }
`);

/** Makes a slip for the one who told what was written down, to be printed or read aloud. */
export function SlipScreen() {
  const { t } = useWords();
  const { id = '' } = useParams<{ id: string }>();
  const { data, busy, no } = useAsk(Told, { id });
  const [also, setAlso] = useState<string[]>([]);
  const [made, setMade] = useState<SlipMade | null>(null);
  const make = useDo(MakeSlip);
  const leaveOut = useDo(LeaveOut);
  if (made !== null) return <Slip made={made} back={`/c/${id}`} />;
  if (busy) return <Page title={undefined} />;
  const told = data?.contribution;
  const back = <Link to={`/c/${id}`}>{t('claim.slip-back')}</Link>;
  if (!told?.rights.some(({ verb, may }) => verb === 'contribution.makeSlip' && may)) {
    return (
      <Page title={t('claim.slip-title')} over={back}>
        <Refusal no={no} />
        <p>{t('claim.slip-none')}</p>
      </Page>
    );
  }
  return (
    <Page title={t('claim.slip-title')} over={back}>
      <p>{t('claim.slip-how')}</p>
      <ActForm
        press={t('claim.slip-make')}
        busy={make.busy}
        no={make.no}
        onAct={() =>
          void make.do({ ids: [id, ...also] }).then((answer) => {
            if (answer === null) return;
            setMade(answer.makeSlip);
            focusOn('main h1');
          })
        }
      >
        {told.writtenDownAlike.length === 0 ? null : (
          <Choices
            legend={t('claim.slip-also')}
            hint={t('claim.slip-also-hint')}
            choices={told.writtenDownAlike.map((one) => ({ value: one.id, label: <bdi>{one.text.slice(0, 120)}</bdi> }))}
            chosen={also}
            onChange={setAlso}
          />
        )}
      </ActForm>
      <section className="stack-tight rule">
        <p>{t('claim.leave-out-how')}</p>
        <Refusal no={leaveOut.no} />
        <div>
          <Button kind="quiet" busy={leaveOut.busy} onClick={() => void leaveOut.do({ id }).then((answer) => answer && say(t('claim.left-out')))}>
            {t('claim.leave-out')}
          </Button>
        </div>
      </section>
    </Page>
  );
}
