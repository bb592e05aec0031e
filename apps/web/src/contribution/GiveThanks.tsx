import { Link } from '../kit/Link';
import { Page } from '../kit/Page';
import { Refusal } from '../kit/Refusal';
import { graphql, useAsk } from '../lib/graph';
import { usePlace } from '../lib/place';
import { useWords } from '../lib/words';
import { ContributionFields } from './contributionFields';
import { ContributionView } from './ContributionView';
import { useStepFocus } from './useStepFocus';

const Given = graphql(
  `
    query GivenContribution($id: ID!) {
      contribution(id: $id) { ...ContributionFields }
    }
  `,
  [ContributionFields],
);

/** Thanks: the contribution where it now stands, and what one may do next. */
export function GiveThanks({ allianceId, contributionId }: { allianceId: string; contributionId: string }) {
  const { t } = useWords();
  const { data, no } = useAsk(Given, { id: contributionId });
  const shown = data?.contribution;
  usePlace(allianceId, shown?.alliance.name);
  useStepFocus(`thanks${shown ? '' : '…'}`);
  const about = shown?.framing ? `?framing=${shown.framing.id}` : '';
  return (
    <Page title={t('contribution.give.thanks')}>
      <p>{t('contribution.give.thanksIntro')}</p>
      {shown ? <ContributionView shown={shown} /> : <Refusal no={no} />}
      {shown?.writtenDownBy && shown.authors[0]?.actor === null ? (
        <p>
          <Link to={`/c/${shown.id}/slip`} as="main">
            {t('contribution.one.slip')}
          </Link>
        </p>
      ) : null}
      <div className="row">
        <Link to={shown?.framing ? `/f/${shown.framing.id}` : `/a/${allianceId}`} as="main">
          {t(shown?.framing ? 'contribution.give.toFraming' : 'contribution.give.toAlliance')}
        </Link>
        <Link to={`/a/${allianceId}/give${about}`} as="quiet">
          {t('contribution.give.again')}
        </Link>
        <Link to={`/a/${allianceId}/knowledge${about}`} as="plain">
          {t('contribution.give.toKnowledge')}
        </Link>
      </div>
    </Page>
  );
}
