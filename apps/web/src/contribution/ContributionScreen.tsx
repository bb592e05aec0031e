import { lazy, Suspense, useState } from 'react';
import { useParams, useSearch } from 'wouter';
import { Button } from '../kit/Button';
import { Link } from '../kit/Link';
import { say } from '../kit/Notice';
import { Page } from '../kit/Page';
import { Refusal } from '../kit/Refusal';
import { graphql, useAsk, useDo } from '../lib/graph';
import { usePlace } from '../lib/place';
import { bringWords, useWords } from '../lib/words';
import { ContributionFields, mayDo, type ContributionShown } from './contributionFields';
import { ContributionView } from './ContributionView';
import { CorrectForm } from './CorrectForm';
import { Corrections } from './Corrections';
import { focusOn } from '../kit/focusOn';
import { HidingFields } from '../moderation/hidingFields';
import { Questions } from './Questions';
import { StandsIn } from './StandsIn';
import { Withdraw } from './Withdraw';

const One = graphql(
  `
    query OneContribution($id: ID!) {
      contribution(id: $id) {
        ...ContributionFields
        hidings { ...HidingFields }
        stands { framing { id name } quote removed }
        corrections { before kindsBefore by { id name kind invented } at }
      }
    }
  `,
  [ContributionFields, HidingFields],
);

const Hidings = lazy(() => Promise.all([import('../moderation/Hidings'), bringWords(['hiding'])]).then(([{ Hidings: shown }]) => ({ default: shown })));
const Threads = lazy(() => Promise.all([import('../talk/ContributionThreads'), bringWords(['talk'])]).then(([{ ContributionThreads }]) => ({ default: ContributionThreads })));

const Approve = graphql(`
  mutation ApproveContribution($id: ID!) {
    approve(id: $id) { id }
  }
`);

/** One contribution at its own address: all of it, its questions, and what one may do with it. */
export function ContributionScreen() {
  const { id = '' } = useParams();
  const wanted = new URLSearchParams(useSearch()).get('thread');
  const { t } = useWords();
  const { data, busy, no } = useAsk(One, { id });
  const shown = data?.contribution;
  usePlace(shown?.alliance.id, shown?.alliance.name);
  if (busy) return <Page title={undefined} />;
  if (!shown) {
    return (
      <Page title={t('contribution.one.title')}>
        {no ? <Refusal no={no} /> : <p>{t('contribution.one.missing')}</p>}
      </Page>
    );
  }
  return (
    <Page title={t('contribution.one.title')} over={<Where shown={shown} />}>
      <ContributionView shown={shown} alone />
      <Suspense>
        <Hidings subject="CONTRIBUTION" id={id} hidings={shown.hidings} mayHide={mayDo(shown, 'hiding.hide')} />
      </Suspense>
      {shown.state === 'WITHDRAWN' ? null : (
        <>
          <Acts shown={shown} />
          <StandsIn stands={shown.stands} />
          <Questions shown={shown} />
          <Corrections corrections={shown.corrections} language={shown.language} />
        </>
      )}
      {/* What was said stays where something was withdrawn. */}
      <Suspense>
        <Threads id={id} wanted={wanted} />
      </Suspense>
    </Page>
  );
}

function Where({ shown }: { shown: ContributionShown }) {
  return (
    <>
      <Link to={`/a/${shown.alliance.id}`} dir="auto">
        {shown.alliance.name}
      </Link>
      {shown.framing ? (
        <>
          {' · '}
          <Link to={`/f/${shown.framing.id}`} dir="auto">
            {shown.framing.name}
          </Link>
        </>
      ) : null}
    </>
  );
}

function Acts({ shown }: { shown: ContributionShown }) {
  const { t } = useWords();
  const [doing, setDoing] = useState<'correct' | 'withdraw' | null>(null);
  const { do: approve, busy, no } = useDo(Approve);
  const may = (verb: string) => mayDo(shown, verb);
  const leave = () => {
    setDoing(null);
    focusOn('main h1');
  };
  const approveNow = () =>
    void approve({ id: shown.id }).then((done) => {
      if (!done) return;
      say(t(shown.tacit ? 'contribution.one.confirmDone' : 'contribution.one.approveDone'));
      // The button goes away with the focus.
      focusOn('main h1');
    });
  if (doing === 'correct') return <CorrectForm shown={shown} onDone={leave} />;
  if (doing === 'withdraw') return <Withdraw id={shown.id} onLeave={leave} />;
  if (!may('contribution.approve') && !may('contribution.makeSlip') && !may('contribution.correct') && !may('contribution.withdraw')) return null;
  return (
    <div className="stack">
      {may('contribution.approve') ? <p className="note">{t(shown.tacit ? 'contribution.one.confirmNote' : 'contribution.one.approveNote')}</p> : null}
      <div className="row">
        {may('contribution.approve') ? (
          <Button kind="main" busy={busy} onClick={approveNow}>
            {t(shown.tacit ? 'contribution.one.confirm' : 'contribution.one.approve')}
          </Button>
        ) : null}
        {may('contribution.makeSlip') ? (
          <Link to={`/c/${shown.id}/slip`} as="quiet">
            {t('contribution.one.slip')}
          </Link>
        ) : null}
        {may('contribution.correct') ? <Button onClick={() => setDoing('correct')}>{t('contribution.correct.open')}</Button> : null}
        {may('contribution.withdraw') ? (
          <Button kind="plain" onClick={() => setDoing('withdraw')}>
            {t('contribution.withdraw.open')}
          </Button>
        ) : null}
      </div>
      <Refusal no={no} />
    </div>
  );
}
