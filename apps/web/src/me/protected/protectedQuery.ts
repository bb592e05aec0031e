import { graphql, type ResultOf } from '../../lib/graph';

/** What I see of my protection, of those who ask for my name, and of those I asked. */
export const Protection = graphql(`
  query Protection {
    me {
      id protected keptName
      namedIn { what path by { id name } }
      nameAsks { id by { id name } reason at agreed answeredAt readAt }
      askedNames { id alliance { id name } reason at agreed readAt }
    }
  }
`);

/** I, as this screen sees me. */
export type Protecting = NonNullable<ResultOf<typeof Protection>['me']>;
