import { graphql, type ResultOf } from '../lib/graph';

/** Everything the alliance's home shows at once, in one question. */
export const AlliancePageQuery = graphql(`
  query AlliancePage($id: ID!) {
    alliancePage(id: $id) {
      id name purpose groundRules visibility formedAt example standing
      problems {
        id sentence namedAt
        framings {
          id name belongs outside total
          contributions {
            id text language kinds proposal tacit approval invented statedAuthor givenAt media
            authors { actorId name capacity }
          }
        }
      }
      people { participationId actorId name invented capacity knows }
      organisations {
        participationId actorId kind name parentName standing reason answeredAt
        representations { id personId name mandate until ended }
      }
      coordinators { id actorId name since }
      latest {
        id text language kinds proposal tacit approval invented statedAuthor givenAt media
        authors { actorId name capacity }
      }
      balance { total kindNotStated kinds { kind count } }
      rights { verb may whyNot }
    }
  }
`);

/** The alliance as its home shows it. */
export type AlliancePage = NonNullable<ResultOf<typeof AlliancePageQuery>['alliancePage']>;
/** A contribution as the home shows it. */
export type PageContribution = AlliancePage['latest'][number];
/** An organisation or alliance that was asked. */
export type PageOrganisation = AlliancePage['organisations'][number];
