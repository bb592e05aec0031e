import { graphql } from '../../lib/graph';

/** Forms the alliance: one act, from which it stands. */
export const FormAlliance = graphql(`
  mutation FormAlliance($input: FormAlliance!) {
    formAlliance(input: $input) { id name }
  }
`);
