import { limits } from '@samsyn/domain/shared/limits';
import { useState } from 'react';
import { focusOn } from '../kit/focusOn';
import { Button } from '../kit/Button';
import { Link } from '../kit/Link';
import { Notice } from '../kit/Notice';
import { Page } from '../kit/Page';
import { Refusal } from '../kit/Refusal';
import { TextArea } from '../kit/TextField';
import { graphql, useAsk, useDo } from '../lib/graph';
import { useHere } from '../lib/here';
import { useWords } from '../lib/words';
import { Declining } from './Declining';

const AskToJoin = graphql(`
  mutation AskToJoinUnseen($allianceId: ID!, $reason: String) {
    askToJoin(allianceId: $allianceId, reason: $reason) { id standing }
  }
`);

const Mine = graphql(`
  query MyStandings {
    me { id participations { id standing alliance { id } } }
  }
`);

/**
 * No such alliance, or a closed one: the two look the same. Whoever has its address may still ask to take part;
 * if there is none, the answer says no more than this page does.
 */
export function Nowhere({ id }: { id: string }) {
  const { t } = useWords();
  const { me } = useHere();
  const [reason, setReason] = useState('');
  const mine = useAsk(Mine, {});
  const ask = useDo(AskToJoin);
  const asked = mine.data?.me?.participations.some((one) => one.alliance.id === id && one.standing === 'ASKED') ?? false;
  return (
    <Page title={t('alliance.nowhere')}>
      <p>{t('alliance.nowhere-how')}</p>
      {me === null || me === undefined ? (
        <p>
          <Link to={`/sign-in?to=${encodeURIComponent(`/a/${id}`)}`} as="main">
            {t('core.step-in')}
          </Link>
        </p>
      ) : asked ? (
        <>
          <div id="asked" tabIndex={-1}>
            <Notice>{t('alliance.asked')}</Notice>
          </div>
          <Declining allianceId={id} asked />
        </>
      ) : (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void ask.do({ allianceId: id, reason }).then((answer) => {
              if (answer !== null) focusOn('#asked');
            });
          }}
        >
          <TextArea label={t('alliance.ask-why')} optional value={reason} onChange={setReason} maxLength={limits.reason} />
          <Refusal no={ask.no} />
          <Button type="submit" busy={ask.busy}>
            {t('alliance.ask')}
          </Button>
        </form>
      )}
      <Link to="/">{t('core.to-home')}</Link>
    </Page>
  );
}
