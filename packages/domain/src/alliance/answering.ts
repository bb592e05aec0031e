import type { Standing } from '../shared/enums.js';

/** What an organisation or an alliance that was asked can answer. */
export type OrganisationAnswer = 'YES' | 'NO' | 'LATER';

const standingOf: Record<OrganisationAnswer, Standing> = { YES: 'TAKES_PART', NO: 'DECLINED', LATER: 'LATER' };

/** Where one stands after an answer. An answer may be changed; the ledger keeps each [L5]. */
export function standingAfter(answer: OrganisationAnswer): Standing {
  return standingOf[answer];
}

/** A participation as far as folding two into one needs it. */
export interface Answered {
  readonly standing: Standing;
  readonly reason: string;
  readonly answeredAt: string | null;
}

/**
 * Two participations of what turned out to be one organisation become one, and no answer is lost
 * [A3]: an answer goes before none, the later before the earlier, and both reasons stay in words.
 */
export function foldAnswers(standing: Answered, merged: Answered): Answered {
  const later = laterOf(standing, merged);
  const other = later === standing ? merged : standing;
  const reasons = [later.reason, other.reason].filter((reason, at, all) => reason !== '' && all.indexOf(reason) === at);
  return { standing: later.standing, reason: reasons.join('\n'), answeredAt: later.answeredAt };
}

function laterOf(one: Answered, two: Answered): Answered {
  if ((one.answeredAt === null) !== (two.answeredAt === null)) return one.answeredAt === null ? two : one;
  if (one.answeredAt !== null && two.answeredAt !== null && one.answeredAt !== two.answeredAt) return one.answeredAt > two.answeredAt ? one : two;
  return two.standing === 'TAKES_PART' && one.standing !== 'TAKES_PART' ? two : one;
}
