import { useCallback, useEffect, useRef, useState } from 'react';
import { dropDraft, emptyDraft, keepDraft, keptDraft, type Draft } from './draft';
import { unstash } from './stash';

/** The draft one has for an alliance: kept in the device at every change, so that a reload, a refusal or a lost network loses nothing. */
export function useDraft(whose: string, allianceId: string, arriving: Partial<Draft>) {
  const [draft, setDraft] = useState<Draft>(() => ({ ...keptDraft(whose, allianceId), ...arriving }));
  const [kept, setKept] = useState(true);
  const latest = useRef(draft);

  const change = useCallback(
    (part: Partial<Draft>) => {
      // Kept before it is drawn: what one sees is never ahead of what survives.
      latest.current = { ...latest.current, ...part };
      setKept(keepDraft(whose, allianceId, latest.current));
      setDraft(latest.current);
    },
    [whose, allianceId],
  );

  const clear = useCallback(() => {
    for (const media of latest.current.media) void unstash(media.key);
    dropDraft(whose, allianceId);
    latest.current = emptyDraft();
    setDraft(latest.current);
  }, [whose, allianceId]);

  // What was handed over on the way here is kept as well, before the first letter is written.
  useEffect(() => {
    if (Object.keys(arriving).length > 0) keepDraft(whose, allianceId, latest.current);
    // Only on arrival.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  return { draft, latest, kept, change, clear };
}
