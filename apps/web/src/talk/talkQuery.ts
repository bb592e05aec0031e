import { graphql, type ResultOf } from '../lib/graph';
import { HidingFields } from '../moderation/hidingFields';

/** What is seen of a thread in a list: what it is about, how it begins, and how it stands. */
export const ThreadFields = graphql(`
  fragment ThreadFields on Thread @_unmask {
    id state total openedAt latestAt capacity
    openedBy { id name kind invented }
    framing { id name }
    contribution { id state text authors { actor { id name kind invented } } }
    passage { quote removed }
    alliance { id name }
    posts(first: 1) { edges { node { id text takenBackAt } } }
  }
`);

/** A page of the threads of a framing. */
export const FramingThreadsQuery = graphql(
  `
    query FramingThreads($id: ID!, $after: String, $state: ThreadState) {
      framing(id: $id) {
        id
        threads(first: 20, after: $after, state: $state) {
          edges { node { ...ThreadFields } }
          pageInfo { endCursor hasNextPage }
        }
      }
    }
  `,
  [ThreadFields],
);

/** A page of the threads on a contribution. */
export const ContributionThreadsQuery = graphql(
  `
    query ContributionThreads($id: ID!, $after: String) {
      contribution(id: $id) {
        id alliance { id } rights { verb may }
        threads(first: 20, after: $after) {
          total
          edges { node { ...ThreadFields } }
          pageInfo { endCursor hasNextPage }
        }
      }
    }
  `,
  [ThreadFields],
);

/** One thread, for whoever comes to it by its address. */
export const OneThreadQuery = graphql(`query OneThread($id: ID!) { thread(id: $id) { ...ThreadFields framing { id } } }`, [ThreadFields]);

/** What is said in a thread, so much at a time. */
export const PostsQuery = graphql(
  `
  query ThreadPosts($id: ID!, $after: String) {
    thread(id: $id) {
      id state
      alliance { id }
      rights { verb may whyNot }
      posts(first: 50, after: $after) {
        edges { node { id act text at takenBackAt capacity left by { id name kind invented } mentions { id name } rights { verb may } hidings { ...HidingFields } } }
        pageInfo { endCursor hasNextPage }
      }
    }
  }
`,
  [HidingFields],
);

/** Who can be named in an alliance. */
export const NamesQuery = graphql(`
  query TalkNames($id: ID!) {
    alliance(id: $id) {
      id
      participations(standing: [TAKES_PART]) { id actor { id name } }
      organisations { id standing actor { id name } }
    }
  }
`);

/** A thread in a list. */
export type ThreadShown = NonNullable<NonNullable<ResultOf<typeof OneThreadQuery>['thread']>>;
/** Something said. */
export type PostShown = NonNullable<ResultOf<typeof PostsQuery>['thread']>['posts']['edges'][number]['node'];
