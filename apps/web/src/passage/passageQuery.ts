import { graphql, type ResultOf } from '../lib/graph';

/** What a contribution shows of itself beside a text. */
export const Card = graphql(`
  fragment Card on Contribution @_unmask {
    id
    text
    language
    kinds
    howKnown
    statedAuthor
    authors { actor { id name kind invented } capacity }
    questions { id about kinds outcome by { id name kind invented } }
  }
`);

/** A contribution as it is shown beside a text. */
export type CardShown = ResultOf<typeof Card>;

/** The contributions on the words of a text, and its paragraphs. */
export const CitedQuery = graphql(
  `
    query Cited($id: ID!) {
      framing(id: $id) {
        id
        cited { contribution { ...Card } quote line lastLine }
        contributions(first: 100) { edges { node { ...Card passage { quote removed } } } }
        paragraphs { quote anchor line }
      }
    }
  `,
  [Card],
);

/** What the passages of a text rest on, and what stands in its words. */
export const BasisQuery = graphql(
  `
    query BasisOfText($id: ID!) {
      framing(id: $id) {
        id
        basis { id contribution { ...Card } quote removed line lastLine stances { id stance capacity by { id name kind invented } rights { verb may } } }
        cited { contribution { ...Card } line lastLine }
        paragraphs { quote anchor line }
      }
    }
  `,
  [Card],
);

/** What a passage rests on. */
export type BasisShown = NonNullable<ResultOf<typeof BasisQuery>['framing']>['basis'][number];
/** A paragraph with the place it stands in. */
export type ParagraphShown = NonNullable<ResultOf<typeof BasisQuery>['framing']>['paragraphs'][number];

/** Contributions to choose among: those of the framing first, then the others of the alliance. */
export const ChoiceQuery = graphql(
  `
    query ContributionChoice($framingId: ID!, $allianceId: ID!, $filter: ContributionFilter) {
      framing(id: $framingId) { id contributions(first: 20, filter: $filter) { edges { node { ...Card } } } }
      alliance(id: $allianceId) { id contributions(first: 20, filter: $filter) { edges { node { ...Card } } pageInfo { hasNextPage } } }
    }
  `,
  [Card],
);

/** Makes a passage a contribution. */
export const GiveHere = graphql(`
  mutation GiveOfPassage($input: Give!) {
    give(input: $input) { id }
  }
`);

/** Puts a contribution on a passage. */
export const Cite = graphql(`
  mutation Cite($framingId: ID!, $contributionId: ID!, $anchor: JSON!) {
    cite(framingId: $framingId, contributionId: $contributionId, anchor: $anchor) { id }
  }
`);

/** Takes a contribution off the words of a text. */
export const Uncite = graphql(`
  mutation Uncite($framingId: ID!, $contributionId: ID!) {
    uncite(framingId: $framingId, contributionId: $contributionId) { id }
  }
`);

/** Says what a contribution does to a passage. */
export const RestOn = graphql(`
  mutation RestOn($framingId: ID!, $contributionId: ID!, $anchor: JSON!, $stance: Stance!) {
    restOn(framingId: $framingId, contributionId: $contributionId, anchor: $anchor, stance: $stance) { id }
  }
`);

/** Says something about what a passage rests on already. */
export const SayStance = graphql(`
  mutation SayStance($basisId: ID!, $stance: Stance!) {
    sayStance(basisId: $basisId, stance: $stance) { id }
  }
`);

/** Takes back what one said. */
export const TakeBackStance = graphql(`
  mutation TakeBackStance($id: ID!) {
    takeBackStance(id: $id) { id }
  }
`);
