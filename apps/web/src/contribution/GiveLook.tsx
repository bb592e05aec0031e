import { Button } from '../kit/Button';
import { Notice } from '../kit/Notice';
import { Refusal } from '../kit/Refusal';
import { Select } from '../kit/Select';
import type { No } from '../lib/graph';
import { useWords } from '../lib/words';
import { Knowing } from './Knowing';
import type { DraftMedia } from './draft';
import { DraftWhose, useWhose } from './DraftWhose';
import type { StepProps } from './GiveWhat';
import { PictureShown, RecordingShown } from './MediaShown';
import { PassageShown } from './PassageShown';
import { Source } from './Source';
import { TacitMark } from './TacitMark';
import { Telling } from './Telling';
import { useOnline } from './useOnline';
import { useStashedUrl } from './useStashedUrl';
import { Written } from './Written';
import './contribution.css';

interface Props extends StepProps {
  readonly busy: boolean;
  readonly trouble: No | null;
  readonly onTurn: (step: number) => void;
  readonly onShare: () => void;
}

/** Third step: look it over as others will see it, and share. */
export function GiveLook({ draft, change, alliance, framing, busy, trouble, onTurn, onShare }: Props) {
  const { t } = useWords();
  const online = useOnline();
  const whose = useWhose({ draft, alliance });
  // What is offline is said once; a file that is gone has words of our own.
  const shownTrouble = trouble === null || (trouble.code === 'network' && !online) ? undefined : { ...trouble, sentence: trouble.code === 'media-gone' ? t('contribution.media.gone') : trouble.sentence };
  const speaksFor = draft.forOther ? [] : (alliance.mine?.speaksFor ?? []);
  return (
    <div className="stack-wide">
      <p className="soft">
        {t('contribution.give.lookIntro')} {t(`contribution.give.seenBy.${alliance.visibility}`)}
      </p>
      <article className="contribution" aria-label={t('contribution.one.title')}>
        {framing ? <p className="soft small">{t('contribution.give.aboutFraming', { name: framing.name })}</p> : null}
        {draft.proposal ? <p className="mark">{t('contribution.one.proposal')}</p> : null}
        {draft.tacit ? <TacitMark names={[whose.name ?? '']} told={Object.values(draft.telling).some((part) => part.trim() !== '')} /> : null}
        {draft.passage ? <PassageShown quote={draft.passage.quote} removed={false} /> : null}
        {draft.text.trim() ? <Written text={draft.text.trim()} className="prose said-words" /> : null}
        {draft.tacit ? <Telling telling={draft.telling} language={null} /> : null}
        {draft.media.map((media) => (
          <MediaBefore key={media.key} media={media} />
        ))}
        <Knowing kinds={draft.dontKnow ? [] : draft.kinds} howKnown={draft.howKnown} />
        <DraftWhose draft={draft} alliance={alliance} />
        {draft.sourceOpen ? <Source url={draft.sourceUrl.trim() || null} text={draft.sourceText.trim() || null} /> : null}
      </article>
      <div className="row">
        <Button onClick={() => onTurn(1)}>{t('contribution.give.changeWhat')}</Button>
        <Button onClick={() => onTurn(2)}>{t('contribution.give.changeHow')}</Button>
      </div>
      {speaksFor.length > 0 ? (
        <Select
          label={t('contribution.give.organisation')}
          none={t('contribution.give.organisationNone')}
          choices={speaksFor.map((one) => ({ value: one.id, label: one.name }))}
          chosen={draft.organisationId}
          onChange={(organisationId) => change({ organisationId })}
        />
      ) : null}
      <div className="stack">
        {online ? null : <Notice live>{t('contribution.give.offline')}</Notice>}
        <Refusal no={shownTrouble} />
        <div className="row">
          <Button kind="main" busy={busy} onClick={onShare}>
            {t(busy ? 'contribution.give.sharing' : 'contribution.give.share')}
          </Button>
          <Button kind="plain" onClick={() => onTurn(2)}>
            {t('contribution.give.back')}
          </Button>
        </div>
      </div>
    </div>
  );
}

function MediaBefore({ media }: { media: DraftMedia }) {
  const { t } = useWords();
  const url = useStashedUrl(media.key);
  if (url === 'gone') return <p className="field-error">{t('contribution.media.gone')}</p>;
  if (url === null) return null;
  return media.kind === 'PICTURE' ? <PictureShown url={url} description={media.description} /> : <RecordingShown url={url} description={media.description} durationMs={media.durationMs} />;
}
