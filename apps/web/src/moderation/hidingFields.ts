import { graphql, type ResultOf } from '../lib/graph';

/** What every place that shows something hidden asks for. */
export const HidingFields = graphql(`
  fragment HidingFields on Hiding @_unmask {
    id state reason at cause answer endedAt endReason
    by { id name kind invented } askedBy { id name kind invented } agreedBy { id name kind invented } endedBy { id name kind invented }
    rights { verb may }
  }
`);

/** A hiding as it is shown. */
export type HidingShown = ResultOf<typeof HidingFields>;
