import { isMine, isMyKnowledge } from '@samsyn/domain/contribution/mine';
import { rightsOf, type AskingStanding, type Right, type Thing } from '@samsyn/domain/rights/rights';
import type { Visibility } from '@samsyn/domain/shared/enums';
import type { ContributionRow } from './contribution.row.js';

type Row = Pick<ContributionRow, 'authors' | 'writtenDownById' | 'approval' | 'state' | 'asked' | 'hidden'>;

/**
 * A contribution as the table of rights needs to see it. What one gave oneself can be seen and taken
 * back even after leaving a closed alliance: its door is not asked about then.
 */
export function asThing(row: Row, me: string | null, visibility: Visibility): Thing {
  const mine = isMine(whoseIs(row), me);
  return { ...(mine ? {} : { visibility }), state: stateOf(row), mine };
}

/** The same for approving: only the one who said it may, not others who know it too, and only while it waits [C5]. */
export function asApproval(row: Row, me: string | null, visibility: Visibility): Thing {
  const state = row.state === 'WITHDRAWN' || row.hidden ? stateOf(row) : row.approval;
  // The one who told it may approve from outside too, as they may take it back.
  const mine = saidIt(row, me);
  return { ...(mine ? {} : { visibility }), state, mine };
}

/** The same for questioning it: one does not ask oneself how one knows; who only wrote it down may ask [C4]. */
export function asQuestion(row: Row, me: string | null, visibility: Visibility): Thing {
  return { visibility, state: stateOf(row), mine: isMyKnowledge(whoseIs(row), me) };
}

/** The same for slips: by the one who wrote it down, as long as nobody here is the one who told it [C20]. */
export function asTold(row: Row, me: string | null, visibility: Visibility): Thing {
  const unclaimed = row.state === 'GIVEN' && row.writtenDownById !== null && row.authors[0]?.actorId === null;
  return { visibility, state: unclaimed ? 'UNCLAIMED' : 'CLAIMED', mine: me !== null && row.writtenDownById === me };
}

/** The same for answering a question about it. */
export function asAnswer(row: Row, me: string | null, visibility: Visibility, outcome: string): Thing {
  return { visibility, state: row.hidden ? stateOf(row) : outcome, mine: isMine(whoseIs(row), me) };
}

/** What the one who asks may do with a contribution. */
export function contributionRights(row: Row, me: string | null, standing: AskingStanding, around: { readonly visibility: Visibility; readonly ended: boolean }): Right[] {
  const { visibility, ended } = around;
  const thing = { ...asThing(row, me, visibility), ended };
  const answerable = row.asked && row.state === 'GIVEN' ? 'OPEN' : 'NONE';
  return [
    ...rightsOf(['contribution.read', 'contribution.correct', 'contribution.withdraw'], standing, thing),
    ...rightsOf(['contribution.question', 'contribution.talk'], standing, { ...asQuestion(row, me, visibility), ended }),
    ...rightsOf(['contribution.approve'], standing, { ...asApproval(row, me, visibility), ended }),
    ...rightsOf(['contribution.makeSlip', 'contribution.leaveOutName'], standing, { ...asTold(row, me, visibility), ended }),
    ...rightsOf(['question.answer'], standing, { ...asAnswer(row, me, visibility, answerable), ended }),
    ...rightsOf(['hiding.hide'], standing, { visibility, state: stateOf(row) }),
  ];
}

/** Is it in my words? The one who said it stands first among those whose knowledge it is. */
export function saidIt(row: Pick<Row, 'authors'>, me: string | null): boolean {
  return me !== null && row.authors[0]?.actorId === me;
}

// What is withdrawn is so also when it was hidden before.
function stateOf(row: Pick<Row, 'state' | 'hidden'>): string {
  return row.hidden && row.state === 'GIVEN' ? 'HIDDEN' : row.state;
}

function whoseIs(row: Row) {
  const authorIds = row.authors.map((author) => author.actorId).filter((id) => id !== null);
  return { authorIds, writtenDownById: row.writtenDownById, approval: row.approval };
}
