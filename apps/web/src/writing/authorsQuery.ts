import { graphql, type ResultOf } from '../lib/graph';

/** A text with whose words are whose. */
export const AuthorsQuery = graphql(`
  query AuthorsOfText($id: ID!) {
    framing(id: $id) {
      id
      reading { seq attributed authors { id name kind invented } }
    }
  }
`);

/** Somebody whose words stand in the text. */
export type AuthorShown = NonNullable<ResultOf<typeof AuthorsQuery>['framing']>['reading']['authors'][number];
