import { Refused } from '../core/refusal.js';

/** A part of an address that is said once, or not at all. */
export function one(value: string | readonly string[] | undefined): string | undefined {
  if (value !== undefined && typeof value !== 'string') throw new Refused('request/wrong', 'G4');
  return value;
}
