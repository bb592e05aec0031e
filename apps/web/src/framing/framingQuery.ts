import { graphql, type ResultOf } from '../lib/graph';

/** Everything the screen of a framing shows by itself. */
export const FramingQuery = graphql(`
  query Framing($id: ID!) {
    framing(id: $id) {
      id
      alliance { id name example }
      problem {
        id
        sentence
        framings { id name belongs outside openedAt openedBy { id name kind invented } }
      }
      name
      belongs
      outside
      forWhom
      unknown
      norms
      openedBy { id name kind invented }
      openedAt
      draft { field text }
      reframings { id field before after reason at capacity by { id name kind invented } }
      reading { content seq at }
      sources { id title authors year note address }
      writers { id name kind invented }
      rights { verb may whyNot }
    }
  }
`);

/** A framing as the screen has it. */
export type FramingShown = NonNullable<ResultOf<typeof FramingQuery>['framing']>;

/** Which contributions stand on words of its text; asked for by whoever writes there. */
export const PassagesQuery = graphql(`
  query Passages($id: ID!) {
    framing(id: $id) { id cited { contribution { id } } }
  }
`);

/** The text paragraph by paragraph, for whoever wants to say something about one of them. */
export const ParagraphsQuery = graphql(`
  query Paragraphs($id: ID!) {
    framing(id: $id) { id paragraphs { quote anchor } }
  }
`);

/** Names or bounds a framing anew, with a reason. */
export const Reframe = graphql(`
  mutation Reframe($framingId: ID!, $field: FramingField!, $reason: String!) {
    reframe(framingId: $framingId, field: $field, reason: $reason) { id }
  }
`);

/** Opens another framing of the same problem. */
export const OpenFraming = graphql(`
  mutation OpenFraming($input: OpenFraming!) {
    openFraming(input: $input) { id }
  }
`);
