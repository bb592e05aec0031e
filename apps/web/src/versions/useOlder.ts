import { useState } from 'react';
import { useClient } from 'urql';
import { noFrom, type No } from '../lib/graph';
import { TimeLineQuery, type SittingShown } from './versionsQuery';

interface Page {
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

/** Earlier pages of the time line, brought one by one when asked for. */
export function useOlder(framingId: string, first: Page | undefined) {
  const graph = useClient();
  const [brought, keep] = useState<{ sittings: SittingShown[]; page: Page } | null>(null);
  const [state, put] = useState<{ busy: boolean; no: No | undefined }>({ busy: false, no: undefined });
  const page = brought?.page ?? first;
  const bring = async (): Promise<void> => {
    put({ busy: true, no: undefined });
    const answer = await graph.query(TimeLineQuery, { id: framingId, after: page?.endCursor ?? null }).toPromise();
    const line = answer.data?.framing?.timeLine;
    if (line != null) keep((before) => ({ sittings: [...(before?.sittings ?? []), ...line.edges.map(({ node }) => node)], page: line.pageInfo }));
    put({ busy: false, no: noFrom(answer.error) });
  };
  return { sittings: brought?.sittings ?? none, more: page?.hasNextPage === true, bring: () => void bring(), ...state };
}

const none: readonly SittingShown[] = [];
