import { graphql, type ResultOf } from '../lib/graph';

/** What the screen of versions shows by itself. */
export const VersionsQuery = graphql(`
  query Versions($id: ID!) {
    framing(id: $id) {
      id
      name
      alliance { id name problems { framings { id name } } }
      versions(first: 100) {
        edges { node { id number label at textAt position automatic by { id name kind invented } } }
        pageInfo { hasNextPage endCursor }
      }
      restorings { at reason textAt by { id name kind invented } before { number label } }
      rights { verb may whyNot }
    }
    me { id participations { standing alliance { id name problems { framings { id name } } } } }
  }
`);

/** A page of the time line, newest first. */
export const TimeLineQuery = graphql(`
  query TimeLine($id: ID!, $after: String) {
    framing(id: $id) {
      id
      timeLine(first: 50, after: $after) {
        head
        pageInfo { hasNextPage endCursor }
        edges {
          cursor
          node { at until origin by { id name kind invented } steps { position at by { id name kind invented } } }
        }
      }
    }
  }
`);

/** A sitting as the time line has it. */
export type SittingShown = NonNullable<NonNullable<ResultOf<typeof TimeLineQuery>['framing']>['timeLine']>['edges'][number]['node'];

/** Two states of texts beside each other. */
export const ComparisonQuery = graphql(`
  query Comparison($id: ID!, $from: Side, $to: Side) {
    framing(id: $id) {
      id
      comparison(from: $from, to: $to) {
        from { position at version { number label } framing { id name } }
        to { position at version { number label } framing { id name } }
        paragraphs { shape change pieces { text change by stated quoted } }
        fields { field before after }
        people { all { id name kind invented } came { id name kind invented } went { id name kind invented } }
        wroteBetween { id name kind invented }
        contributions {
          came { id text kinds authors { actor { id name kind invented } } }
          went { id text kinds authors { actor { id name kind invented } } }
          stayed { id text kinds authors { actor { id name kind invented } } }
        }
        kinds { came went stayed }
      }
    }
  }
`);

/** A comparison as the screens have it. */
export type ComparisonShown = NonNullable<ResultOf<typeof ComparisonQuery>['framing']>['comparison'];

/** One version, to be read. */
export const VersionQuery = graphql(`
  query Version($id: ID!, $number: Int!) {
    framing(id: $id) {
      id
      name
      alliance { id name }
      version(number: $number) {
        id
        number
        label
        automatic
        at
        textAt
        capacity
        digest
        content
        plain
        by { id name kind invented }
        authors { id name kind invented }
        fields { field text }
        contributions { id text kinds authors { actor { id name kind invented } } }
        corrections { before after at by { id name kind invented } }
        rights { verb may whyNot }
      }
      rights { verb may whyNot }
    }
  }
`);

/** Names the text as it reads now, or read at a position. */
export const NameVersion = graphql(`
  mutation NameVersion($framingId: ID!, $label: String!, $position: String) {
    nameVersion(framingId: $framingId, label: $label, position: $position) { id number label }
  }
`);

/** Corrects the name of a version. */
export const RelabelVersion = graphql(`
  mutation RelabelVersion($id: ID!, $label: String!) {
    relabelVersion(id: $id, label: $label) { id label }
  }
`);

/** Brings the text back to how it read. */
export const RestoreText = graphql(`
  mutation RestoreText($framingId: ID!, $position: String, $version: Int, $reason: String!) {
    restoreText(framingId: $framingId, position: $position, version: $version, reason: $reason) { id }
  }
`);
