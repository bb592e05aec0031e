import { useEffect, useMemo, useState } from 'react';
import { useLocation, useParams, useSearch } from 'wouter';
import { Link } from '../kit/Link';
import { Page } from '../kit/Page';
import { Refusal } from '../kit/Refusal';
import { useAsk } from '../lib/graph';
import { useHere } from '../lib/here';
import { usePlace } from '../lib/place';
import { nobody } from '../lib/whose';
import { useWords } from '../lib/words';
import { mayDo } from './contributionFields';
import { saysSomething, type Draft } from './draft';
import { faultsOf } from './draftFaults';
import { GiveHere } from './giveQuery';
import { GiveHow } from './GiveHow';
import { GiveLook } from './GiveLook';
import { GiveThanks } from './GiveThanks';
import { GiveWhat } from './GiveWhat';
import { clearPassage, handedPassage } from './handedPassage';
import { useDraft } from './useDraft';
import { useShare } from './useShare';
import { useStepFocus } from './useStepFocus';
import './give.css';

/** Says what one knows, in three small steps: what, how one knows it, look it over. */
export function GiveScreen() {
  const { id = '' } = useParams();
  const said = new URLSearchParams(useSearch());
  const thanks = said.get('thanks');
  const { me } = useHere();
  if (thanks) return <GiveThanks allianceId={id} contributionId={thanks} />;
  if (me === undefined) return <Page title={undefined} />;
  const whose = me?.id ?? nobody;
  // Somebody else at the same device begins with an empty draft, or with their own.
  return <Steps key={`${id} ${whose}`} allianceId={id} whose={whose} />;
}

/** What came along in the address: a framing, and perhaps a passage the editor handed over. */
function useArriving(said: URLSearchParams): Partial<Draft> {
  const [arriving] = useState<Partial<Draft>>(() => {
    const framingId = said.get('framing');
    const passage = said.has('passage') ? handedPassage() : null;
    if (framingId === null) return {};
    // A passage belongs to the text it was taken from, and never comes along to another.
    return { framingId, passage };
  });
  // Not while drawing: React may draw a screen twice before it is shown.
  useEffect(clearPassage, []);
  return arriving;
}

function Steps({ allianceId, whose }: { allianceId: string; whose: string }) {
  const { t } = useWords();
  const [, go] = useLocation();
  const said = new URLSearchParams(useSearch());
  const { draft, latest, kept, change, clear } = useDraft(whose, allianceId, useArriving(said));
  const { data, busy, no } = useAsk(GiveHere, { id: allianceId, framingId: draft.framingId, withFraming: draft.framingId !== '' });
  const sharing = useShare(allianceId, latest, change);
  const alliance = data?.alliance;
  usePlace(alliance?.id, alliance?.name);
  // A framing that is gone, or not shared any more, must not stop what somebody has written.
  const lost = data !== undefined && draft.framingId !== '' && !data.framing;
  useEffect(() => {
    if (lost) change({ framingId: '', passage: null });
  }, [lost, change]);

  // Nobody looks over what has not been said; the address alone does not lead past a step.
  const step = faultsOf(draft).length === 0 ? Math.min(3, Math.max(1, Number(said.get('step')) || 1)) : 1;
  useStepFocus(String(step));
  const path = `/a/${allianceId}/give`;
  const turn = useMemo(() => (to: number) => go(`${path}?step=${to}`), [go, path]);

  if (busy) return <Page title={undefined} />;
  if (!alliance) return <Page title={t('contribution.give.title.1')}>{no ? <Refusal no={no} /> : <p>{t('contribution.one.missing')}</p>}</Page>;
  if (!mayDo(alliance, 'alliance.give')) {
    return (
      <Page title={t('contribution.give.title.1')}>
        <p>{t('contribution.give.mustJoin')}</p>
        <p>
          <Link to={`/a/${allianceId}`} as="main">
            {t('contribution.give.toAlliance')}
          </Link>
        </p>
      </Page>
    );
  }
  const shared = { draft, change, alliance, framing: data?.framing ?? null };
  return (
    <Page
      title={t(step === 1 ? 'contribution.give.title.1' : step === 3 ? 'contribution.give.title.3' : draft.forOther ? 'contribution.give.title.2other' : 'contribution.give.title.2')}
      over={t('contribution.give.step', { n: step, of: 3 })}
    >
      {step === 1 ? <GiveWhat {...shared} onNext={() => turn(2)} onStartOver={clear} /> : null}
      {step === 2 ? <GiveHow {...shared} onNext={() => turn(3)} onBack={() => turn(1)} /> : null}
      {step === 3 ? (
        <GiveLook
          {...shared}
          busy={sharing.busy}
          trouble={sharing.trouble}
          onTurn={turn}
          onShare={() =>
            void sharing.share().then((made) => {
              if (made === null) return;
              clear();
              go(`${path}?thanks=${made}`, { replace: true });
            })
          }
        />
      ) : null}
      <p className="saved" role="status">
        {!kept ? t('contribution.give.keptNot') : saysSomething(draft) ? t('contribution.give.kept') : ''}
      </p>
    </Page>
  );
}
