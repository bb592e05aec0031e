import { limits } from '@samsyn/domain/shared/limits';
import { Button } from '../kit/Button';
import { TextField } from '../kit/TextField';
import { useWords } from '../lib/words';
import { clock } from './clock';
import type { Draft, DraftMedia } from './draft';
import { focusOn } from '../kit/focusOn';
import { unstash } from './stash';
import { useStashedUrl } from './useStashedUrl';

/** Pictures and recordings of the draft, each with words about it and a way to take it away. */
export function DraftMediaShown({ draft, change, onAgain }: { draft: Draft; change: (part: Partial<Draft>) => void; onAgain: () => void }) {
  if (draft.media.length === 0) return null;
  const remove = (key: string) => {
    void unstash(key);
    change({ media: draft.media.filter((one) => one.key !== key) });
  };
  return (
    <ul className="stack">
      {draft.media.map((media) => (
        <li key={media.key}>
          <One
            media={media}
            onDescribe={(description) => change({ media: draft.media.map((one) => (one.key === media.key ? { ...one, description, mediaId: null } : one)) })}
            onRemove={() => {
              remove(media.key);
              focusOn('#give-what textarea');
            }}
            onAgain={() => {
              remove(media.key);
              onAgain();
            }}
          />
        </li>
      ))}
    </ul>
  );
}

interface OneProps {
  readonly media: DraftMedia;
  readonly onDescribe: (text: string) => void;
  readonly onRemove: () => void;
  readonly onAgain: () => void;
}

function One({ media, onDescribe, onRemove, onAgain }: OneProps) {
  const { t } = useWords();
  const url = useStashedUrl(media.key);
  const picture = media.kind === 'PICTURE';
  return (
    <div className="draft-media" role="group" aria-label={t(picture ? 'contribution.picture.group' : 'contribution.one.recordingPlain')} tabIndex={-1}>
      {url === 'gone' ? <p className="field-error">{t('contribution.media.gone')}</p> : null}
      {url && url !== 'gone' ? (
        picture ? (
          <img src={url} alt={media.description || t('contribution.picture.none')} />
        ) : (
          <>
            <p>{t('contribution.voice.done', { time: clock(media.durationMs ?? 0) })}</p>
            <audio controls src={url} aria-label={t('contribution.voice.listen')} />
          </>
        )
      ) : null}
      <TextField
        label={t(picture ? 'contribution.picture.see' : 'contribution.voice.what')}
        hint={picture ? t('contribution.picture.seeHint') : undefined}
        value={media.description}
        onChange={onDescribe}
        most={limits.description}
      />
      <div className="row">
        {picture ? null : <Button onClick={onAgain}>{t('contribution.voice.again')}</Button>}
        <Button kind="plain" onClick={onRemove}>
          {t(picture ? 'contribution.picture.remove' : 'contribution.voice.remove')}
        </Button>
      </div>
    </div>
  );
}
