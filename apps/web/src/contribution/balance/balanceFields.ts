import { graphql, type ResultOf } from '../../lib/graph';

/** Who brought which kind of knowledge, in one alliance or about one framing. */
export const Knowledge = graphql(`
  query Knowledge($id: ID!, $filter: BalanceFilter, $framingId: ID!, $withFraming: Boolean!) {
    alliance(id: $id) {
      id
      name
      organisations { id standing actor { id name } }
      rights { verb may whyNot }
      balance(filter: $filter) {
        total
        kinds { kind count people }
        kindNotStated
        capacities { capacity total kinds { kind count people } kindNotStated }
        people { actor { id name kind invented } stated total kinds { kind count people } kindNotStated }
        organisations { actor { id name kind invented } stated total kinds { kind count people } kindNotStated }
        missing { kind code }
        questioned
      }
    }
    framing(id: $framingId) @include(if: $withFraming) { id name }
  }
`);

/** The alliance with its balance, as asked. */
export type KnowledgeShown = NonNullable<ResultOf<typeof Knowledge>['alliance']>;
/** The balance as shown. */
export type BalanceShown = KnowledgeShown['balance'];
/** One row: a person, an organisation or a capacity. */
export type ActorCountShown = BalanceShown['people'][number];
