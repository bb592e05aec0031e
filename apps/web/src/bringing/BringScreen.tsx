import { useState } from 'react';
import { useLocation, useParams, useSearch } from 'wouter';
import { Radios } from '../kit/Choices';
import { Link } from '../kit/Link';
import { Page } from '../kit/Page';
import { Refusal } from '../kit/Refusal';
import { useAsk } from '../lib/graph';
import { usePlace } from '../lib/place';
import { may } from '../lib/rights';
import { useWords } from '../lib/words';
import { AsContributions } from './AsContributions';
import { AsFraming } from './AsFraming';
import { BringDone } from './BringDone';
import { BringEarlier } from './BringEarlier';
import { BringFile } from './BringFile';
import { BringHere, BringingQuery, type BringingShown, type Problems } from './bringingQuery';
import { Shown } from './Shown';
import './bringing.css';

/** Brings in a text from a file. The address carries it, so that one can leave and come back. */
export function BringScreen() {
  const { id = '' } = useParams<{ id: string }>();
  const { t } = useWords();
  const textId = new URLSearchParams(useSearch()).get('text');
  const { data, busy, no } = useAsk(BringHere, { id });
  const text = useAsk(BringingQuery, { id: textId ?? '' }, { pause: textId === null });
  const alliance = data?.alliance;
  usePlace(alliance?.id, alliance?.name);
  if (busy || (textId !== null && text.busy)) return <Page title={undefined} />;
  if (!alliance) return <Page title={t('bringing.title')}>{no ? <Refusal no={no} /> : <p>{t('bringing.nowhere')}</p>}</Page>;
  const over = (
    <Link to={`/a/${id}`} dir="auto">
      {alliance.name}
    </Link>
  );
  const brought = text.data?.bringing;
  if (textId !== null && !brought) return <Page title={t('bringing.title')} over={over}>{text.no ? <Refusal no={text.no} /> : <p>{t('bringing.nowhere')}</p>}</Page>;
  if (brought && brought.state !== 'PREVIEW') {
    return (
      <Page key={brought.state} title={t(brought.state === 'UNDONE' ? 'bringing.undone' : 'bringing.done')} over={over}>
        <BringDone brought={brought} allianceId={id} />
      </Page>
    );
  }
  return (
    <Page title={t('bringing.title')} over={over}>
      {!may(alliance.rights, 'alliance.import') ? (
        <p>{t('bringing.mustJoin')}</p>
      ) : brought ? (
        <Coming brought={brought} allianceId={id} problems={alliance.problems} />
      ) : (
        <>
          <BringFile allianceId={id} />
          <BringEarlier allianceId={id} />
        </>
      )}
    </Page>
  );
}

function Coming({ brought, allianceId, problems }: { brought: BringingShown; allianceId: string; problems: Problems }) {
  const { t } = useWords();
  const [, go] = useLocation();
  const [as, choose] = useState<'framing' | 'contributions' | null>(null);
  return (
    <div className="stack-wide">
      <Shown brought={brought} />
      <p>
        <Link to={`/a/${allianceId}/bring`} as="plain">
          {t('bringing.otherFile')}
        </Link>
      </p>
      <Radios
        legend={t('bringing.as')}
        choices={[
          { value: 'framing', label: t('bringing.asFraming'), hint: t('bringing.asFramingHow') },
          { value: 'contributions', label: t('bringing.asContributions'), hint: t('bringing.asContributionsHow') },
        ]}
        chosen={as}
        onChange={choose}
      />
      {as === 'framing' ? <AsFraming brought={brought} problems={problems} onDone={(framingId) => go(`/f/${framingId}`)} /> : null}
      {as === 'contributions' ? <AsContributions brought={brought} problems={problems} /> : null}
    </div>
  );
}
