import { graphql, type ResultOf } from '../lib/graph';

/** What the steps of contributing need to know of the alliance and of the one who contributes. */
export const GiveHere = graphql(`
  query GiveHere($id: ID!, $framingId: ID!, $withFraming: Boolean!) {
    alliance(id: $id) {
      id
      name
      visibility
      rights { verb may whyNot }
      mine { id actor { id } capacity speaksFor { id name } }
      participations(standing: [TAKES_PART]) { id actor { id name kind } capacity }
    }
    framing(id: $framingId) @include(if: $withFraming) { id name }
  }
`);

/** The alliance as the steps see it. */
export type AllianceHere = NonNullable<ResultOf<typeof GiveHere>['alliance']>;
/** The framing it is about, if any. */
export type FramingHere = ResultOf<typeof GiveHere>['framing'];
