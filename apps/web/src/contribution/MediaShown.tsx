import { useWords } from '../lib/words';
import { clock } from './clock';
import type { ContributionShown } from './contributionFields';

/** Pictures, with what one sees in them, and recordings, to be played. */
export function MediaShown({ media }: { media: ContributionShown['media'] }) {
  return media.map((one) =>
    one.kind === 'PICTURE' ? (
      <PictureShown key={one.id} url={one.url} description={one.description} />
    ) : (
      <RecordingShown key={one.id} url={one.url} description={one.description} durationMs={one.durationMs} />
    ),
  );
}

/** A picture and the words about it; the words are its alternative text, so they are not read twice. */
export function PictureShown({ url, description }: { url: string; description: string }) {
  const { t } = useWords();
  return (
    <figure className="picture">
      <img src={url} alt={description || t('contribution.picture.none')} loading="lazy" />
      {description ? (
        <figcaption dir="auto" aria-hidden="true">
          {description}
        </figcaption>
      ) : null}
    </figure>
  );
}

/** A recording to listen to, with the words about it. */
export function RecordingShown({ url, description, durationMs }: { url: string; description: string; durationMs: number | null }) {
  const { t } = useWords();
  const label = durationMs === null ? t('contribution.one.recordingPlain') : t('contribution.one.recording', { time: clock(durationMs) });
  return (
    <figure className="recording">
      <figcaption>{label}</figcaption>
      <audio controls preload="metadata" src={url} aria-label={description || label} />
      {description ? <p dir="auto">{description}</p> : null}
    </figure>
  );
}
