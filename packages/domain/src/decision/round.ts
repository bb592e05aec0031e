import type { ObjectionState, RoundChoice } from '../shared/enums.js';
import { limits } from '../shared/limits.js';
import { isRefusal, refuse, type Refusal } from '../shared/refusal.js';
import { asText } from '../shared/text.js';

/** How an alliance decides. */
export interface RoundRules {
  readonly quorumPercent: number;
  readonly days: number;
  readonly secret: boolean;
}

/** What holds until an alliance has chosen otherwise: half of them, a week, in the open. */
export const usualRules: RoundRules = { quorumPercent: 50, days: 7, secret: false };

/** Rules as an alliance may choose them [D8]. */
export function chosenRules(given: RoundRules): RoundRules | Refusal {
  const whole = Number.isInteger(given.quorumPercent) && Number.isInteger(given.days);
  if (!whole || given.quorumPercent < 1 || given.quorumPercent > 100 || given.days < 1 || given.days > 60) return refuse('round/rules', { rule: 'D8' });
  return given;
}

/** Of so many, how many have to answer: never fewer than two where there are two. */
export function needed(people: number, quorumPercent: number): number {
  return Math.max(Math.min(2, people), Math.ceil((people * quorumPercent) / 100));
}

/** A response as it counts. */
export interface Counted {
  readonly choice: RoundChoice;
  readonly objection: ObjectionState | null;
  /** By the one the round is about. */
  readonly concerned: boolean;
}

/** What came of a round. */
export interface Outcome {
  readonly passed: boolean;
  readonly why: 'OBJECTION' | 'TOO_FEW' | null;
  readonly consent: number;
  readonly reservation: number;
  readonly objection: number;
  readonly notAnswered: number;
  readonly needed: number;
}

/** Does an objection hold the round? That of the one it is about is heard, and does not [D3]. */
export function holds({ choice, objection, concerned }: Counted): boolean {
  return choice === 'OBJECTION' && objection === 'STANDS' && !concerned;
}

/** Counts what is stored; silence is no consent [D5]. */
export function outcomeOf(responses: readonly Counted[], notAnswered: number, quorumPercent: number): Outcome {
  const of = (choice: RoundChoice): number => responses.filter((one) => one.choice === choice).length;
  const wanted = needed(responses.length + notAnswered, quorumPercent);
  const why = responses.some(holds) ? 'OBJECTION' : responses.length < wanted ? 'TOO_FEW' : null;
  return { passed: why === null, why, consent: of('CONSENT'), reservation: of('RESERVATION'), objection: of('OBJECTION'), notAnswered, needed: wanted };
}

/** May it end before its time: everybody has answered, and no objection stands [D5]. */
export function mayEndNow(responses: readonly Counted[], notAnswered: number): boolean {
  return notAnswered === 0 && !responses.some(holds);
}

/** A response as it may be stored; an objection says how the proposal harms what the alliance is for [D3]. */
export function responding(choice: RoundChoice, given: string): { choice: RoundChoice; reason: string } | Refusal {
  const reason = asText(given, limits.reason, true);
  if (isRefusal(reason)) return reason;
  return choice === 'OBJECTION' && reason === '' ? refuse('round/harm-needed', { rule: 'D3' }) : { choice, reason };
}

/** Is what was seen what stands? */
export function isSeen(seen: number, wording: number): true | Refusal {
  return seen === wording ? true : refuse('round/reworded', { rule: 'D4' });
}
