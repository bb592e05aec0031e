import { graphql, type ResultOf } from '../../lib/graph';

/** What the screens of an import ask for. */
export const RunFields = graphql(`
  fragment RunFields on ImportRun @_unmask {
    id
    fileName
    state
    encoding
    delimiter
    columns
    heading
    preview { row cells text author capacity kinds refusal }
    mapping { text author capacity kinds howKnown source }
    rows
    done
    refused { row code }
    refusedCount
    importedBy { id name kind invented }
    createdAt
    rights { verb may whyNot }
  }
`);

/** One import, by its address. */
export const Run = graphql(
  `
    query Run($id: ID!) {
      importRun(id: $id) {
        ...RunFields
        survey { comesIn refused notUnderstood { part cells examples } }
      }
    }
  `,
  [RunFields],
);

/** Says which columns hold what; nothing is stored as contributions yet. */
export const MapImport = graphql(
  `
    mutation MapImport($id: ID!, $mapping: ImportMapping!, $heading: Boolean) {
      mapImport(id: $id, mapping: $mapping, heading: $heading) { ...RunFields }
    }
  `,
  [RunFields],
);

/** Begins. */
export const StartImport = graphql(
  `
    mutation StartImport($id: ID!) {
      startImport(id: $id) { ...RunFields }
    }
  `,
  [RunFields],
);

/** Takes all of it back. */
export const UndoImport = graphql(
  `
    mutation UndoImport($id: ID!) {
      undoImport(id: $id) { ...RunFields }
    }
  `,
  [RunFields],
);

/** What has been brought in before. */
export const Earlier = graphql(`
  query EarlierImports($id: ID!) {
    alliance(id: $id) {
      id
      imports { id fileName state done refusedCount createdAt importedBy { id name kind invented } rights { verb may whyNot } }
    }
  }
`);

/** The alliance something is brought into. */
export const ImportHere = graphql(`
  query ImportHere($id: ID!) {
    alliance(id: $id) { id name rights { verb may whyNot } }
  }
`);

/** An import as shown. */
export type RunShown = NonNullable<ResultOf<typeof Run>['importRun']>;
