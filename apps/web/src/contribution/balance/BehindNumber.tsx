import { kinds as allKinds } from '@samsyn/domain/shared/enums';
import { ContributionPages } from '../ContributionPages';
import { kindWord } from '../../kit/KindMark';
import { Link } from '../../kit/Link';
import { Page } from '../../kit/Page';
import { useWords } from '../../lib/words';
import type { KnowledgeShown } from './balanceFields';
import { addressOf, contributionFilter, isNarrowed, type Behind, type Selection } from './selection';

/** The contributions behind a number: a screen of its own, so that going back works and it can be read in peace. */
export function BehindNumber({ alliance, selection, behind }: { alliance: KnowledgeShown; selection: Selection; behind: Behind }) {
  const { t } = useWords();
  const { balance } = alliance;
  const actor = [...balance.people, ...balance.organisations].find((one) => one.actor && (one.actor.id === behind.actor || one.actor.id === behind.organisation))?.actor;
  const capacity = behind.capacity === 'none' ? t('balance.speakNone') : behind.capacity ? t(`balance.capacity.${behind.capacity}`) : null;
  const kind = allKinds.find((one) => one === behind.kind);
  const whose = actor?.name ?? behind.stated ?? (behind.nobody ? t('balance.unknown') : capacity);
  const what = behind.unused ? t('balance.unused') : behind.questioned ? t('balance.questionedTitle') : behind.kind === 'none' ? t('contribution.kind.none') : kind ? t(kindWord[kind]) : null;
  const heading = [what, whose].filter((part) => part !== null).join(' · ') || t('balance.behind');
  const filter = contributionFilter(selection, behind);
  return (
    <Page
      title={heading}
      written
      over={<Link to={`/a/${alliance.id}/knowledge${addressOf(selection)}`}>{t('balance.backToAll')}</Link>}
    >
      {isNarrowed(selection) ? <p className="soft">{t('balance.filtered')}</p> : null}
      <ContributionPages key={JSON.stringify(filter)} allianceId={alliance.id} filter={filter} {...(behind.unused ? { empty: <p className="soft">{t('balance.unusedNone')}</p> } : {})} />
    </Page>
  );
}
