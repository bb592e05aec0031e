import { useEffect, useState } from 'react';
import { useWords, type Words } from '../lib/words';
import type { RoomState } from './roomState';

/** Where what one wrote has come, in words. "Saved" stands only for what the server's database has committed. */
export function saveWords(state: RoomState, { t, time }: Words): string {
  if (state.no !== null) return t('writing.save.refused');
  if (!state.linked) {
    if (!state.unsaved) return t(state.ready ? 'writing.save.away' : 'writing.save.connecting');
    if (state.keeping) return t('writing.save.saving');
    return t(state.kept ? 'writing.save.kept' : 'writing.save.unkept');
  }
  if (state.unsaved) return t('writing.save.saving');
  return state.savedAt === null ? t('writing.save.nothing') : t('writing.save.saved', { time: time(new Date(state.savedAt).toISOString()) });
}

/** The save line. It is always seen; it is read aloud only when it has rested, so that typing is not talked over. */
export function SaveLine({ state }: { state: RoomState }) {
  const words = useWords();
  const now = saveWords(state, words);
  const [heard, setHeard] = useState(now);
  useEffect(() => {
    const timer = setTimeout(() => setHeard(now), state.linked ? 4_000 : 600);
    return () => clearTimeout(timer);
  }, [now, state.linked]);
  const look = state.no !== null ? 'refused' : !state.linked && !state.keeping ? 'away' : state.unsaved ? 'saving' : 'saved';
  return (
    <>
      <p className={`save-line save-${look}`} data-save={look} aria-hidden="true">
        <svg viewBox="0 0 16 16" aria-hidden="true">
          {look === 'saved' ? <path d="M2.5 8.5 6.5 12.5 13.5 4" /> : look === 'saving' ? <path d="M3 8h.1M8 8h.1M13 8h.1" /> : <path d="M8 2v8M8 13.5v.1" />}
        </svg>
        {now}
      </p>
      <p className="unseen" role="status">
        {heard}
      </p>
    </>
  );
}
