import { initGraphQLTada, type TadaDocumentNode } from 'gql.tada';
import { useCallback, useState } from 'react';
import { cacheExchange, Client, fetchExchange, useClient, useQuery, type CombinedError, type RequestPolicy } from 'urql';
import type { introspection } from '../generated/graphql-env.d.ts';
import { language } from './words';

/** Writes a query; its answer is typed from the SDL. Names of things: const Door = graphql(`query Door(…) {…}`). */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { Time: string; Day: string; JSON: unknown; ID: string };
}>();
export { readFragment } from 'gql.tada';
export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';

// Every act makes everything on the screen be asked anew: alliances are small, and a list that was empty
// cannot say by itself which acts would fill it.
const everything = { additionalTypenames: ['Everything'] };

/** The one client. Answers are shown from the cache at once and then asked anew. */
export const client = new Client({
  url: '/graphql',
  preferGetMethod: false,
  requestPolicy: 'cache-and-network',
  fetchOptions: () => ({ credentials: 'same-origin', headers: { 'accept-language': language() } }),
  exchanges: [cacheExchange, fetchExchange],
});

/** A no from the server, with a sentence in the reader's language; `network` when the server was not reached. */
export interface No {
  readonly code: string;
  readonly sentence: string;
}

/** What went wrong, as something to show; undefined when nothing did. */
export function noFrom(error: CombinedError | undefined): No | undefined {
  if (error === undefined) return undefined;
  const said = error.graphQLErrors[0];
  if (said === undefined) return { code: 'network', sentence: '' };
  return { code: String(said.extensions['code'] ?? 'fault'), sentence: said.message };
}

/** Asks, and asks anew after every act. `busy` is true until the first answer. */
export function useAsk<Answer, Variables extends Record<string, unknown>>(
  query: TadaDocumentNode<Answer, Variables>,
  variables: Variables,
  options: { pause?: boolean; policy?: RequestPolicy } = {},
): { data: Answer | undefined; busy: boolean; no: No | undefined; again: () => void } {
  const [asked, ask] = useQuery<Answer, Variables>({
    query,
    variables,
    pause: options.pause ?? false,
    context: everything,
    ...(options.policy === undefined ? {} : { requestPolicy: options.policy }),
  } as Parameters<typeof useQuery<Answer, Variables>>[0]);
  const again = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  // When the network is lost, what was last heard stays: a screen must not go away under what somebody is writing.
  const question = JSON.stringify(variables);
  const [heard, setHeard] = useState<{ question: string; data: Answer } | null>(null);
  if (asked.data !== undefined && (heard?.data !== asked.data || heard.question !== question)) setHeard({ question, data: asked.data });
  const no = noFrom(asked.error);
  const stays = asked.data === undefined && no?.code === 'network' && heard?.question === question ? heard.data : undefined;
  const data = asked.data ?? stays;
  return { data, busy: asked.fetching && data === undefined, no: stays === undefined ? no : undefined, again };
}

/** An act: `do` answers with the result, or null when refused; the refusal stays until the next try. */
export function useDo<Answer, Variables extends Record<string, unknown>>(
  mutation: TadaDocumentNode<Answer, Variables>,
): { do: (variables: Variables) => Promise<Answer | null>; busy: boolean; no: No | undefined; forget: () => void } {
  const graph = useClient();
  const [state, setState] = useState<{ busy: boolean; no: No | undefined }>({ busy: false, no: undefined });
  const act = useCallback(
    async (variables: Variables): Promise<Answer | null> => {
      setState({ busy: true, no: undefined });
      const answer = await graph.mutation<Answer, Variables & object>(mutation, variables, everything).toPromise();
      const no = noFrom(answer.error);
      setState({ busy: false, no });
      return no === undefined && answer.data !== undefined ? answer.data : null;
    },
    [graph, mutation],
  );
  const forget = useCallback(() => setState({ busy: false, no: undefined }), []);
  return { do: act, ...state, forget };
}
