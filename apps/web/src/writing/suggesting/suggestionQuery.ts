import { graphql, type ResultOf } from '../../lib/graph';

/** The suggestions of a text, with what may be done with each. */
export const SuggestionsQuery = graphql(`
  query Suggestions($id: ID!) {
    suggestionsOf(framingId: $id) {
      id
      author { id name kind invented }
      capacity
      at
      reason
      before
      after
      state
      stands
      settledBy { id name kind invented }
      settledAt
      answer
      rights { verb may whyNot }
    }
  }
`);

/** A suggestion as the screen has it. */
export type SuggestionShown = NonNullable<ResultOf<typeof SuggestionsQuery>['suggestionsOf']>[number];

/** The text with what is suggested in it. */
export const SuggestedQuery = graphql(`
  query SuggestedText($id: ID!) {
    framing(id: $id) { id reading { suggested seq } }
  }
`);

/** Gives a suggestion as one's own. */
export const Suggest = graphql(`
  mutation Suggest($framingId: ID!, $id: ID!) {
    suggest(framingId: $framingId, id: $id) { id }
  }
`);

/** Says why. */
export const Explain = graphql(`
  mutation ExplainSuggestion($framingId: ID!, $id: ID!, $reason: String!) {
    explainSuggestion(framingId: $framingId, id: $id, reason: $reason) { id reason }
  }
`);

/** Accepts some. */
export const Accept = graphql(`
  mutation AcceptSuggestions($framingId: ID!, $ids: [ID!]!, $answer: String!, $seen: [SeenSuggestion!]!) {
    acceptSuggestions(framingId: $framingId, ids: $ids, answer: $answer, seen: $seen) { id state }
  }
`);

/** Says no to some. */
export const Decline = graphql(`
  mutation DeclineSuggestions($framingId: ID!, $ids: [ID!]!, $answer: String!) {
    declineSuggestions(framingId: $framingId, ids: $ids, answer: $answer) { id state }
  }
`);

/** Takes back one's own. */
export const Withdraw = graphql(`
  mutation WithdrawSuggestion($framingId: ID!, $id: ID!) {
    withdrawSuggestion(framingId: $framingId, id: $id) { id state }
  }
`);

/** Takes back one's own of which nothing stands any more. */
export const TakeBack = graphql(`
  mutation TakeBackSuggestion($framingId: ID!, $id: ID!) {
    withdrawSuggestion(framingId: $framingId, id: $id, ifGone: true) { id state }
  }
`);

/** May this be done with it? */
export function mayDo({ rights }: Pick<SuggestionShown, 'rights'>, verb: string): boolean {
  return rights.some((right) => right.verb === verb && right.may);
}
