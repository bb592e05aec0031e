import { graphql, type ResultOf } from '../lib/graph';

/** What the screens of a text on its way in ask for. */
export const BringingFields = graphql(`
  fragment BringingFields on Bringing @_unmask {
    id
    fileName
    format
    state
    title
    author
    signed
    origin
    content
    paragraphs { number text heading }
    elsewhere
    differences { sort count words }
    opened
    contributions
    framing { id name }
    broughtBy { id name kind invented }
    createdAt
    rights { verb may whyNot }
  }
`);

/** One text on its way in. */
export const BringingQuery = graphql(
  `
    query OneBringing($id: ID!) {
      bringing(id: $id) { ...BringingFields }
    }
  `,
  [BringingFields],
);

/** The alliance a text is brought to, and where in it. */
export const BringHere = graphql(`
  query BringHere($id: ID!) {
    alliance(id: $id) { id name rights { verb may whyNot } problems { id sentence framings { id name } } }
  }
`);

/** What has been brought in before. */
export const EarlierBringings = graphql(`
  query EarlierBringings($id: ID!) {
    alliance(id: $id) {
      id
      bringings { id fileName state opened contributions createdAt framing { id name } broughtBy { id name kind invented } rights { verb may whyNot } }
    }
  }
`);

/** Opens a framing with the text. */
export const BringAsFraming = graphql(
  `
    mutation BringAsFraming($id: ID!, $problemId: ID!, $name: String!, $author: String, $descriptions: [BroughtDescription!]) {
      bringAsFraming(id: $id, problemId: $problemId, name: $name, author: $author, descriptions: $descriptions) { ...BringingFields }
    }
  `,
  [BringingFields],
);

/** Lets the ticked paragraphs come in. */
export const BringAsContributions = graphql(
  `
    mutation BringAsContributions($id: ID!, $framingId: ID, $picks: [BroughtPick!]!) {
      bringAsContributions(id: $id, framingId: $framingId, picks: $picks) { ...BringingFields }
    }
  `,
  [BringingFields],
);

/** Takes back what came in. */
export const UndoBringing = graphql(
  `
    mutation UndoBringing($id: ID!) {
      undoBringing(id: $id) { ...BringingFields }
    }
  `,
  [BringingFields],
);

/** A text on its way in, as shown. */
export type BringingShown = NonNullable<ResultOf<typeof BringingQuery>['bringing']>;

/** Where in the alliance it can come in. */
export type Problems = NonNullable<ResultOf<typeof BringHere>['alliance']>['problems'];
