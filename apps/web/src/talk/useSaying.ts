import { useState } from 'react';
import { useDraft } from '../lib/draft';
import { newKey } from '../lib/newKey';
import { mentionsIn, type Nameable } from './mentionsIn';
import { useNames } from './useNames';

interface Saying {
  text: string;
  /** The id it gets: sent twice it is said once. */
  key: string;
  chosen: string[];
}

const nothing: Saying = { text: '', key: '', chosen: [] };

/** What somebody is about to say, kept in the device for that person until it is said. */
export function useSaying(place: string, allianceId: string) {
  const [draft, change, clear] = useDraft<Saying>(`talk.${place}`, nothing);
  const [naming, setNaming] = useState(false);
  const people: readonly Nameable[] = useNames(allianceId, naming || draft.text.includes('@'));
  return {
    text: draft.text,
    clear,
    /** What to hand in; the key stays the same until it has arrived. */
    said: () => {
      const key = draft.key === '' ? newKey() : draft.key;
      if (draft.key === '') change({ key });
      return { key, text: draft.text, mentionIds: mentionsIn(draft.text, people, draft.chosen) };
    },
    field: {
      value: draft.text,
      people,
      onNaming: () => setNaming(true),
      onChange: (text: string) => change({ text }),
      onChosen: (id: string) => change({ chosen: [...draft.chosen.filter((one) => one !== id), id] }),
    },
  };
}
