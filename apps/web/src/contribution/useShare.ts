import { useCallback, useRef, useState, type RefObject } from 'react';
import { graphql, useDo, type No } from '../lib/graph';
import { language } from '../lib/words';
import { ContributionFields } from './contributionFields';
import type { Draft } from './draft';
import { sendBytes } from '../lib/sendBytes';
import { stashed } from './stash';
import { writtenLanguage } from './writtenLanguage';

const Give = graphql(
  `
    mutation Give($input: Give!) {
      give(input: $input) { ...ContributionFields }
    }
  `,
  [ContributionFields],
);

/** Shares a draft once: pictures and recordings first, then the words with a key that never becomes two contributions. */
export function useShare(allianceId: string, latest: RefObject<Draft>, change: (part: Partial<Draft>) => void) {
  const { do: give, no } = useDo(Give);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<No | null>(null);
  const underWay = useRef(false);

  const share = useCallback(async (): Promise<string | null> => {
    // A second press while the first is under way is the same wish.
    if (underWay.current) return null;
    underWay.current = true;
    setBusy(true);
    setTrouble(null);
    try {
      const stopped = await sendMedia(allianceId, latest, change);
      if (stopped) {
        setTrouble(stopped);
        return null;
      }
      const answer = await give({ input: inputOf(allianceId, latest.current) });
      // A file that waited long on the server may have been tidied away there; the next try sends it anew.
      if (!answer && navigator.onLine) change({ media: latest.current.media.map((media) => ({ ...media, mediaId: null })) });
      return answer?.give.id ?? null;
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  }, [allianceId, latest, change, give]);

  return { share, busy, trouble: trouble ?? no ?? null };
}

async function sendMedia(allianceId: string, latest: RefObject<Draft>, change: (part: Partial<Draft>) => void): Promise<No | null> {
  for (const media of latest.current.media) {
    if (media.mediaId !== null) continue;
    const bytes = await stashed(media.key);
    if (bytes === null) return { code: 'media-gone', sentence: '' };
    const about = { alliance: allianceId, description: media.description, ...(media.durationMs === null ? {} : { durationMs: String(media.durationMs) }) };
    const sent = await sendBytes('/media', about, bytes);
    if ('no' in sent) return sent.no;
    change({ media: latest.current.media.map((one) => (one.key === media.key ? { ...one, mediaId: sent.id } : one)) });
  }
  return null;
}

function inputOf(allianceId: string, draft: Draft) {
  const told = draft.tacit && Object.values(draft.telling).some((part) => part.trim() !== '');
  const other = draft.forOther;
  return {
    key: draft.key,
    allianceId,
    framingId: draft.framingId || null,
    text: draft.text,
    language: writtenLanguage(draft.text, language()),
    kinds: draft.dontKnow ? [] : draft.kinds,
    howKnown: draft.howKnown,
    proposal: draft.proposal,
    tacit: draft.tacit,
    telling: told ? draft.telling : null,
    sourceUrl: (draft.sourceOpen && draft.sourceUrl.trim()) || null,
    sourceText: (draft.sourceOpen && draft.sourceText.trim()) || null,
    anchor: draft.passage?.anchor ?? null,
    quote: draft.passage?.quote ?? null,
    mediaIds: draft.media.flatMap((media) => media.mediaId ?? []),
    coAuthorIds: draft.withOthers ? draft.coAuthorIds : [],
    saidByActorId: (other && draft.saidBy.actorId) || null,
    saidByName: (other && draft.saidBy.actorId === '' && draft.saidBy.hidden !== true && draft.saidBy.name.trim()) || null,
    saidByProtected: other && draft.saidBy.actorId === '' && draft.saidBy.hidden === true,
    saidByCapacity: (other && draft.saidBy.capacity) || null,
    organisationId: (!other && draft.organisationId) || null,
  };
}
