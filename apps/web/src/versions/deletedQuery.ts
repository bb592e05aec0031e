import { graphql, type ResultOf } from '../lib/graph';

/** Text that was taken away, and what became of requests to clear it. */
export const DeletedQuery = graphql(`
  query Deleted($id: ID!, $search: String, $after: String) {
    framing(id: $id) {
      id
      deletedTexts(first: 20, search: $search, after: $after) {
        pageInfo { hasNextPage endCursor }
        edges { node { id text at standsAgain by { id name kind invented } pieces { text by { id name kind invented } } clearing { id state } } }
      }
      clearings { id state reason answer at answeredAt by { id name kind invented } answeredBy { id name kind invented } texts { id text } rights { verb may whyNot } }
    }
    me { id }
  }
`);

/** A deleted text as the screen has it. */
export type DeletedShown = NonNullable<NonNullable<ResultOf<typeof DeletedQuery>['framing']>['deletedTexts']>['edges'][number]['node'];

/** A request to clear as the screen has it. */
export type ClearingShown = NonNullable<NonNullable<ResultOf<typeof DeletedQuery>['framing']>['clearings']>[number];

/** Puts deleted text back as a quotation. */
export const QuoteDeleted = graphql(`
  mutation QuoteDeleted($id: ID!) {
    quoteDeleted(id: $id) { id }
  }
`);

/** Asks that deleted texts be cleared for good. */
export const ProposeClearing = graphql(`
  mutation ProposeClearing($framingId: ID!, $deletedIds: [ID!]!, $reason: String!) {
    proposeClearing(framingId: $framingId, deletedIds: $deletedIds, reason: $reason) { id state }
  }
`);

/** Agrees that text is cleared, or says why it is kept. */
export const AnswerClearing = graphql(`
  mutation AnswerClearing($id: ID!, $agrees: Boolean!, $answer: String) {
    answerClearing(id: $id, agrees: $agrees, answer: $answer) { id state }
  }
`);
