import type { Standing } from '../shared/enums.js';
import { refuse, type Refusal } from '../shared/refusal.js';

/** Leaves, unless nobody would be left to admit, answer or take anything up [L4]; where all has ended nobody need be left. */
export function leave(otherPeople: number, ended = false): { left: true } | Refusal {
  return otherPeople > 0 || ended ? { left: true } : refuse('alliance/last-one', { rule: 'L4' });
}

/**
 * Where one stands after having said no. Who was invited may change their mind and come in; who only asked,
 * and takes it back, is outside again: nobody has let them in [L3].
 */
export function afterNo(before: Standing | undefined): Standing {
  return before === 'ASKED' ? 'LEFT' : 'DECLINED';
}
