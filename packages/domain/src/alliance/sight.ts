import { may, type AskingStanding } from '../rights/rights.js';
import type { Visibility } from '../shared/enums.js';

/**
 * How much of an alliance somebody sees: all of it, what stands on the door for those who were
 * invited, or only its name for those who once asked or left. Never by who they are [L2].
 */
export type Sight = 'ALL' | 'DOOR' | 'NAME' | 'NOTHING';

/** What one sees of an alliance from where one stands. */
export function sight(visibility: Visibility, standing: AskingStanding): Sight {
  if (may('alliance.read', standing, { visibility })) return 'ALL';
  if (standing === 'INVITED' || standing === 'LATER' || standing === 'DECLINED') return 'DOOR';
  return standing === 'ASKED' || standing === 'LEFT' || standing === 'ASKED_TO_LEAVE' ? 'NAME' : 'NOTHING';
}
