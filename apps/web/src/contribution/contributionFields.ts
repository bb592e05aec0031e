import { graphql, type ResultOf } from '../lib/graph';

/** What every place that shows a contribution asks for. */
export const ContributionFields = graphql(`
  fragment ContributionFields on Contribution @_unmask {
    id
    alliance { id name visibility }
    framing { id name }
    state
    text
    language
    kinds
    howKnown
    proposal
    tacit
    telling { situation saw did newcomer }
    sourceUrl
    sourceText
    authors {
      actor { id name kind invented }
      capacity
      organisation { id name kind invented }
    }
    writtenDownBy { id name kind invented }
    approval
    statedAuthor
    passage { quote removed }
    media { id kind url mime description durationMs }
    questions {
      id
      about
      text
      kinds
      by { id name kind invented }
      capacity
      at
      answer
      answeredBy { id name kind invented }
      answeredAt
      outcome
    }
    invented
    givenAt
    correctedAt
    withdrawnAt
    rights { verb may whyNot }
  }
`);

/** A contribution as it is shown. */
export type ContributionShown = ResultOf<typeof ContributionFields>;

/** A question about it, with its answer. */
export type QuestionShown = ContributionShown['questions'][number];

/** Whether the act may be done now, by what the server says [R2]. */
export function mayDo(shown: { readonly rights: readonly { readonly verb: string; readonly may: boolean }[] }, verb: string): boolean {
  return shown.rights.some((right) => right.verb === verb && right.may);
}
