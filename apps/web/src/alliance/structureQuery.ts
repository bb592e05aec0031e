import { graphql, type ResultOf } from '../lib/graph';

/** What the home shows further down: who asked to come in, what the structure lacks, and what has happened. */
export const StructureQuery = graphql(`
  query AllianceStructure($id: ID!) {
    alliance(id: $id) {
      id
      mine { id capacity knows standing rights { verb may whyNot } }
      gaps { code capacity participation { id actor { id name } } }
      asked: participations(standing: [ASKED]) { id reason since actor { id name invented kind } rights { verb may whyNot } }
      coordinators { id since reason from { id name } actor { id name invented kind } }
      organisations { id rights { verb may whyNot } }
      partOf { id standing actor { name } alliance { id name } rights { verb may whyNot } }
      similar(first: 3) { because alliance { id name } }
    }
  }
`);

/** The further parts of an alliance. */
export type Structure = NonNullable<ResultOf<typeof StructureQuery>['alliance']>;
