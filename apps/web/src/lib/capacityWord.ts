import type { Capacity } from '@samsyn/domain/shared/enums';
import type { WordKey } from './words';

/** The word of a capacity. */
export const capacityWord = {
  RESEARCHER: 'core.capacity-researcher',
  OFFICIAL: 'core.capacity-official',
  RESIDENT: 'core.capacity-resident',
} as const satisfies Record<Capacity, WordKey>;
