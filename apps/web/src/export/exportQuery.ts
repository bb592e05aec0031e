import { graphql } from '../lib/graph';

/** The framing that is taken along. */
export const FileQuery = graphql(`
  query File($id: ID!) {
    framing(id: $id) { id name alliance { id name } }
  }
`);
