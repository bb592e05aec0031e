import { useMemo } from 'react';
import { useAsk } from '../lib/graph';
import { useHere } from '../lib/here';
import type { Nameable } from './mentionsIn';
import { NamesQuery } from './talkQuery';

/** Those who can be named here besides oneself, in the order of the alphabet; fetched when somebody begins to name. */
export function useNames(allianceId: string, wanted: boolean): readonly Nameable[] {
  const { me } = useHere();
  const { data } = useAsk(NamesQuery, { id: allianceId }, { pause: !wanted });
  return useMemo(() => {
    const here = data?.alliance;
    if (here == null) return [];
    const taking = here.organisations.filter(({ standing }) => standing === 'TAKES_PART');
    const people = here.participations.filter(({ actor }) => actor.id !== me?.id);
    const all = new Map([...people, ...taking].map(({ actor }) => [actor.id, actor]));
    return [...all.values()].sort((one, two) => one.name.localeCompare(two.name, 'sv'));
  }, [data, me?.id]);
}
