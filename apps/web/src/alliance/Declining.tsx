import { useState } from 'react';
import { Button } from '../kit/Button';
import { say } from '../kit/Notice';
import { Refusal } from '../kit/Refusal';
import { graphql, useDo } from '../lib/graph';
import { useWords } from '../lib/words';

const Decline = graphql(`
  mutation Decline($allianceId: ID!) {
    decline(allianceId: $allianceId) { id standing }
  }
`);

/** Says no to an invitation, or takes back having asked to take part; asked once more before it happens. */
export function Declining({ allianceId, asked }: { allianceId: string; asked: boolean }) {
  const { t } = useWords();
  const [sure, setSure] = useState(false);
  const decline = useDo(Decline);
  const press = asked ? t('core.take-back') : t('core.decline');
  if (!sure) {
    return (
      <div>
        <Button onClick={() => setSure(true)}>{press}</Button>
      </div>
    );
  }
  return (
    <div className="stack-tight">
      <p>{asked ? t('core.take-back-how') : t('core.decline-how')}</p>
      <Refusal no={decline.no} />
      <div className="row">
        <Button
          kind="grave"
          busy={decline.busy}
          onClick={() =>
            void decline.do({ allianceId }).then((answer) => {
              if (answer === null) return;
              setSure(false);
              say(asked ? t('core.taken-back') : t('core.declined'));
            })
          }
        >
          {press}
        </Button>
        <Button kind="plain" onClick={() => setSure(false)}>
          {t('core.cancel')}
        </Button>
      </div>
    </div>
  );
}
