import type { RefusalCode } from './refusals.js';

/** A no that is part of the conversation: coded, translated on the edge, never logged as a fault. */
export interface Refusal {
  readonly refused: RefusalCode;
  /** The numbered rule of RULES.md that says so. */
  readonly rule?: string;
  /** Numbers and names for the sentence; never the text a person wrote. */
  readonly with?: Readonly<Record<string, string | number>>;
}

/** Says no. */
export function refuse(code: RefusalCode, about: Omit<Refusal, 'refused'> = {}): Refusal {
  return { refused: code, ...about };
}

/** Is this answer a refusal? */
export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'refused' in answer;
}
