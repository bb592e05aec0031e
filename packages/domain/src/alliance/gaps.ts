import { capacities, type ActorKind, type Capacity, type Standing } from '../shared/enums.js';

/** What the structure still lacks; each can be mended by somebody [L5]. */
export type GapCode = 'department-unanswered' | 'department-unrepresented' | 'mandate-ended' | 'capacity-missing' | 'one-coordinator';

/** A gap, with the participation or the capacity it is about. */
export interface Gap {
  readonly code: GapCode;
  readonly participationId: string | null;
  readonly capacity: Capacity | null;
}

/** What the gaps of a participation are read from. */
export interface ParticipationSeen {
  readonly id: string;
  readonly kind: ActorKind;
  readonly standing: Standing;
  readonly capacity: Capacity | null;
  readonly representations: readonly { readonly until: string | null; readonly endedAt: string | null }[];
}

/** Has the day passed until which a mandate was given? On the day itself it still holds. */
export function mandateEnded(until: string | null, today: string): boolean {
  return until !== null && until < today;
}

/** The gaps of an alliance on a day (YYYY-MM-DD), in the order of what was given. */
export function gaps(participations: readonly ParticipationSeen[], coordinators: number, today: string): Gap[] {
  const found: Gap[] = [];
  for (const participation of participations) {
    const code = gapOf(participation, today);
    if (code !== null) found.push({ code, participationId: participation.id, capacity: null });
  }
  for (const capacity of capacities) {
    const spoken = participations.some((one) => one.kind === 'PERSON' && one.standing === 'TAKES_PART' && one.capacity === capacity);
    if (!spoken) found.push({ code: 'capacity-missing', participationId: null, capacity });
  }
  if (coordinators < 2) found.push({ code: 'one-coordinator', participationId: null, capacity: null });
  return found;
}

function gapOf(participation: ParticipationSeen, today: string): GapCode | null {
  if (participation.kind === 'PERSON') return null;
  if (participation.standing === 'INVITED') return 'department-unanswered';
  if (participation.standing !== 'TAKES_PART') return null;
  const named = participation.representations.filter((one) => one.endedAt === null);
  if (named.length === 0) return 'department-unrepresented';
  return named.every((one) => mandateEnded(one.until, today)) ? 'mandate-ended' : null;
}
