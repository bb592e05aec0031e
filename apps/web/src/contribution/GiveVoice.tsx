import { useEffect, useRef } from 'react';
import { Button } from '../kit/Button';
import { useWords } from '../lib/words';
import { clock } from './clock';
import { newKey } from '../lib/newKey';
import type { Draft } from './draft';
import { focusOn } from '../kit/focusOn';
import { stash } from './stash';
import { useRecorder } from './useRecorder';

/** Records a voice: the time and the level are shown, and it can be listened to and done over before it is shared. */
export function GiveVoice({ draft, change, onClose }: { draft: Draft; change: (part: Partial<Draft>) => void; onClose: () => void }) {
  const { t } = useWords();
  const panel = useRef<HTMLHeadingElement>(null);
  useEffect(() => panel.current?.focus(), []);
  const { state, elapsedMs, level, longestMs, start, stop } = useRecorder((bytes, durationMs) => {
    const key = newKey();
    void stash(key, bytes).then(() => {
      change({ media: [...draft.media, { key, kind: 'RECORDING', mime: bytes.type, size: bytes.size, description: '', durationMs, mediaId: null }] });
      onClose();
      focusOn('.draft-media');
    });
  });
  const recording = state === 'recording';
  return (
    <section className="panel stack" aria-labelledby="voice">
      <h2 id="voice" tabIndex={-1} ref={panel}>
        {t('contribution.voice.title')}
      </h2>
      {recording ? null : <p className="soft">{t('contribution.voice.intro', { n: Math.round(longestMs / 60_000) })}</p>}
      <div role="status">
        {state === 'asking' ? <p>{t('contribution.voice.asking')}</p> : null}
        {recording ? <p className="recording-now">{t('contribution.voice.recording')}</p> : null}
      </div>
      <div role="alert">
        {state === 'refused' ? <p className="field-error">{t('contribution.voice.refused')}</p> : null}
        {state === 'missing' ? <p className="field-error">{t('contribution.voice.missing')}</p> : null}
      </div>
      {recording ? (
        <>
          <p className="voice-time">{t('contribution.voice.time', { now: clock(elapsedMs), of: clock(longestMs) })}</p>
          <meter className="voice-level" min={0} max={1} value={level} aria-label={t('contribution.voice.level')} />
        </>
      ) : null}
      <div className="row">
        {recording ? (
          <Button kind="main" onClick={stop}>
            {t('contribution.voice.stop')}
          </Button>
        ) : state === 'missing' ? null : (
          <Button kind="main" busy={state === 'asking'} onClick={() => void start()}>
            {t('contribution.voice.start')}
          </Button>
        )}
        {recording ? null : (
          <Button
            kind="plain"
            onClick={() => {
              onClose();
              focusOn('#give-speak');
            }}
          >
            {t('contribution.voice.close')}
          </Button>
        )}
      </div>
    </section>
  );
}
