import type { ContributionState } from '../shared/enums.js';
import { refuse, type Refusal } from '../shared/refusal.js';

/** A contribution as claiming needs to see it. */
export interface Claimable {
  readonly id: string;
  readonly allianceId: string;
  readonly state: ContributionState;
  readonly writtenDownById: string | null;
  /** The person here who said it; null where only a name was told. */
  readonly saidById: string | null;
}

const most = 100;

/** Was it written down for somebody who is nobody here yet? */
export function isUnclaimed(one: Claimable): boolean {
  return one.state === 'GIVEN' && one.writtenDownById !== null && one.saidById === null;
}

/** A slip is made by the one who wrote it down, for what nobody has claimed, within one alliance [C20]. */
export function makeSlip(all: readonly Claimable[], me: string | null): readonly string[] | Refusal {
  const [first] = all;
  if (first === undefined) return refuse('not-found', { rule: 'R3' });
  if (all.length > most) return refuse('list/too-long', { rule: 'C20', with: { max: most } });
  if (all.some((one) => one.allianceId !== first.allianceId || one.writtenDownById !== me)) return refuse('not-found', { rule: 'R3' });
  return all.every(isUnclaimed) ? all.map((one) => one.id) : refuse('claim/nothing-left', { rule: 'C20' });
}

/**
 * With the code, the one who said it becomes the author of what is still unclaimed [C20]. Whoever wrote any of it
 * down cannot make it theirs; and a code with nothing left sounds like one that never was.
 */
export function claim(all: readonly Claimable[], me: string): readonly string[] | Refusal {
  const left = all.filter(isUnclaimed);
  if (left.length === 0) return refuse('claim/wrong', { rule: 'C20' });
  return left.some((one) => one.writtenDownById === me) ? refuse('claim/own-writing', { rule: 'C20' }) : left.map((one) => one.id);
}
