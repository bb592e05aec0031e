import { graphql } from '../lib/graph';

/** The invented people of the examples. */
export const ExamplePeople = graphql(`
  query ExamplePeople {
    examplePeople { about capacity actor { id name } }
  }
`);

/** Steps in as one of them. */
export const StepInAs = graphql(`
  mutation StepInAs($actorId: ID!) {
    stepInAs(actorId: $actorId) { id name }
  }
`);
